import { editors } from '../../editor/editors';
import { type Side, session } from '../../state/session';
import type { Command, Key } from './command';
import { OF_BOTH, OF_THE_RULE, type Row } from './monaco-keys';

/** The editor that had the focus last. */
let last: Side = 'rule';

/** Remembers which editor has the focus; to be called whenever something gets it. */
export function noteFocus(focused: EventTarget | null): void {
  for (const side of ['rule', 'events'] as const)
    if (focused instanceof Node && editors[side].host?.contains(focused)) last = side;
}

function keysOf([, , key, linux]: Row, where: 'in the rule' | 'in the editors'): Key[] {
  if (key === undefined) return [];
  if (linux === undefined) return [{ key, where }];
  return [
    { key, where: 'in the rule, not on Linux' },
    { key: linux, where: 'in the rule, on Linux' },
  ];
}

function toCommand(row: Row, where: 'in the rule' | 'in the editors', side: () => Side): Command {
  const [id, title] = row;
  return {
    id,
    section: 'Editor',
    title,
    keys: keysOf(row, where),
    isAvailable: () => editors[side()].handle !== null,
    run: () => {
      // On a phone, brings it to the front.
      session.setState({ pane: side() });
      requestAnimationFrame(() => editors[side()].handle?.run(id));
    },
  };
}

/** What Monaco does in both editors, or in the rule's. */
export const EDITOR: readonly Command[] = [
  ...OF_THE_RULE.map((row) => toCommand(row, 'in the rule', () => 'rule')),
  ...OF_BOTH.map((row) => toCommand(row, 'in the editors', () => last)),
];

/** What else Monaco can do in the editor that had the focus last; without keys, in its own words. */
export function otherEditorCommands(): Command[] {
  const known = new Set(EDITOR.map(({ id }) => id));
  return (editors[last].handle?.actions() ?? [])
    .filter(({ id, label }) => !known.has(id) && label !== '')
    .map(({ id, label }) => toCommand([id, label], 'in the editors', () => last));
}
