import { createStore } from 'zustand/vanilla';
import type { CatalogRule } from '../../src/catalog';
import { replacedBy, replaceWork } from '../actions/work';
import { showDetectionOf } from '../editor/first-sight';
import { EXAMPLES } from '../examples/index';
import { session } from '../state/session';

/** A rule of the catalog with its text, that is to take the place of the one in the editor. */
export interface OfferedRule {
  readonly title: string;
  readonly path: string;
  readonly text: string;
  /** The number of the rule's document in it. */
  readonly document: number;
}

/** The rule for which the person is asked whether it may take the place of their own. */
export const offeredRule = createStore<{ readonly rule: OfferedRule | null }>(() => ({ rule: null }));

/** The text that was put into the editor last: nothing of a person's own is lost while it stands there unchanged. */
let lastOpened: string | null = null;

/** Opens a rule whose text has come, at once or, where that replaces a person's own work, once they agree. */
export function offerRule({ title, path, document }: CatalogRule, text: string): void {
  const rule = { title, path, document, text };
  if (isOwnRule(session.getState().rule)) offeredRule.setState({ rule });
  else openInEditor(rule);
}

/** Opens the rule that was asked about. */
export function agree(): void {
  const { rule } = offeredRule.getState();
  decline();
  if (rule) openInEditor(rule);
}

/** Leaves the editor as it is. */
export function decline(): void {
  offeredRule.setState({ rule: null });
}

function openInEditor({ title, path, document, text }: OfferedRule): void {
  lastOpened = text;
  const ruleName = path.slice(path.lastIndexOf('/') + 1);
  // On a phone the rule comes to the front.
  session.setState({ pane: 'rule' });
  replaceWork({ rule: text, ruleName }, { said: replacedBy('rule', `“${title}”`) });
  // Of a file of several rules, this one is the one to be asked.
  session.setState({ document });
  showDetectionOf(text);
}

function isOwnRule(rule: string): boolean {
  return rule.trim() !== '' && rule !== lastOpened && !EXAMPLES.some((example) => example.rule === rule);
}
