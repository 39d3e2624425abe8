import { goTo } from '../../actions/go-to';
import { editors } from '../../editor/editors';
import { results } from '../../results/results';
import { session } from '../../state/session';

/**
 * Chooses a document of the rule's text. A rule becomes the one that strip, marks and Explain speak of; a correlation shows
 * its firings; a filter is shown in the text. The tab Rule shows the page of whichever it is.
 */
export function chooseDocument(index: number): void {
  const { documents, ruleText } = results.getState();
  const document = documents[index];
  if (!document) return;
  const at = { start: document.range.start, end: document.range.start };
  const { rule, tab } = session.getState();
  session.setState({ described: index });
  if (document.kind === 'filter') {
    goTo('rule', at, false, ruleText);
    return;
  }
  if (document.kind === 'detection') session.setState({ document: index });
  // The tab Rule has a page for it too, and is not left.
  else session.setState({ tab: tab === 'rule' ? tab : 'correlations', pane: 'more' });
  if (rule === ruleText) editors.rule.handle?.reveal(at, { cursor: true });
}

/** The cursor moved in the rule's text: the rule that it stands in becomes the one that is asked. */
export function followCursor(offset: number): void {
  const { documents, ruleText } = results.getState();
  const { rule, document } = session.getState();
  // Typing moves the cursor too, and the documents are then still those of the text before.
  if (documents.length < 2 || ruleText !== rule) return;
  const index = documents.findLastIndex(({ range }) => range.start <= offset);
  if (index !== document && documents[index]?.kind === 'detection')
    session.setState({ document: index, described: index });
}
