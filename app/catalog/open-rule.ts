import { createStore } from 'zustand/vanilla';
import type { CatalogRule } from '../../src/catalog';
import { replacedBy, replaceWork } from '../actions/work';
import { showDetectionOf } from '../editor/first-sight';
import { isExample } from '../examples/index';
import { session } from '../state/session';

/** A rule of the catalog with its text, which is to replace the rule in the editor. */
export interface OfferedRule {
  readonly title: string;
  readonly path: string;
  readonly text: string;
  /** The index of the rule's document in it. */
  readonly document: number;
}

/** The rule that the user is asked about: may it replace their own? */
export const offeredRule = createStore<{ readonly rule: OfferedRule | null }>(() => ({ rule: null }));

/** The text that was last opened in the editor. While it is unchanged, replacing it loses nothing of the user's own. */
let lastOpened: string | null = null;

/** Opens a rule once its text is there: at once, or with the user's consent if it replaces their own work. */
export function offerRule({ title, path, document }: CatalogRule, text: string): void {
  const rule = { title, path, document, text };
  if (isOwnRule(session.getState().rule)) offeredRule.setState({ rule });
  else openInEditor(rule);
}

/** Opens the rule that the user was asked about. */
export function agree(): void {
  const { rule } = offeredRule.getState();
  decline();
  if (rule) openInEditor(rule);
}

/** Leaves the editor as it is. */
export function decline(): void {
  offeredRule.setState({ rule: null });
}

/** Opens a rule in the editor, whatever is there: that is kept in History, and a notice brings it back. */
export function openInEditor({ title, path, document, text }: OfferedRule): void {
  lastOpened = text;
  const ruleName = path.slice(path.lastIndexOf('/') + 1);
  // On a phone, brings the rule to the front.
  session.setState({ pane: 'rule' });
  replaceWork({ rule: text, ruleName }, { said: replacedBy('rule', `“${title}”`), why: 'catalog' });
  // Of a file of several rules, this one is the one to be asked.
  session.setState({ document });
  showDetectionOf(text);
}

function isOwnRule(rule: string): boolean {
  return rule.trim() !== '' && rule !== lastOpened && !isExample(rule);
}
