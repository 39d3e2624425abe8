import type { CatalogRule } from '../../src/catalog/catalog';
import { showDetectionOf } from '../editor/first-sight';
import { EXAMPLES } from '../examples/index';
import { session } from '../session/session';
import { replaceWork } from '../session/work';

let lastOpened = '';

/** True where the rule's editor holds something that is neither an example nor a rule of the catalog as it was opened. */
export function isOwnRule(): boolean {
  const { rule } = session.getState();
  return rule.trim() !== '' && rule !== lastOpened && !EXAMPLES.some((example) => example.rule === rule);
}

/** Puts the text of a catalog's rule in the rule's editor; undo brings back what was there. */
export function putRule({ path, document }: CatalogRule, text: string): void {
  const ruleName = path.slice(path.lastIndexOf('/') + 1);
  replaceWork({ rule: text, ruleName }, { said: `Replaced by ${ruleName}.` });
  // As the editor has it: it may write line ends in another way.
  lastOpened = session.getState().rule;
  session.setState({ document, pane: 'rule' });
  showDetectionOf(lastOpened);
}
