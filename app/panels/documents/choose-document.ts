import { goTo } from '../../actions/go-to';
import { editors } from '../../editor/editors';
import { results } from '../../results/results';
import { session } from '../../state/session';

/**
 * Chooses a document of the rule's text. A rule becomes the one that the strip, the marks and Explain are about; a
 * correlation shows its firings; a filter is shown in the text. The tab Rule shows the page of any of them.
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
  // The tab Rule has a page for it too and stays open.
  else session.setState({ tab: tab === 'rule' ? tab : 'correlations', pane: 'more' });
  if (rule === ruleText) editors.rule.handle?.reveal(at, { cursor: true });
}

/** Follows the cursor in the rule's text: the rule that it is in becomes the chosen one. */
export function followCursor(offset: number): void {
  const { documents, ruleText } = results.getState();
  const { rule, document } = session.getState();
  // Typing moves the cursor too, while the documents are still those of the text before.
  if (documents.length < 2 || ruleText !== rule) return;
  const index = documents.findLastIndex(({ range }) => range.start <= offset);
  if (index !== document && documents[index]?.kind === 'detection')
    session.setState({ document: index, described: index });
}
