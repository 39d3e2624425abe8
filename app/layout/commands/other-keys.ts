import type { Key } from './command';

/** Keys of one part of the page, which that part handles itself. */
export interface PartKeys {
  readonly part: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];
}

/** Keys that are no command's: they move within a part, or mean something there alone. */
export const PARTS_KEYS: readonly PartKeys[] = [
  {
    part: 'Verdicts',
    keys: [
      ['← →', 'one event'],
      ['PageUp PageDown', 'twenty events'],
      ['Home End', 'first and last event'],
      ['N P', 'next and previous match'],
      ['M', 'mark the event (mouse: Shift+click)'],
      ['+ -', 'must match, must not match'],
    ],
  },
  {
    part: 'Row of sheets',
    keys: [
      ['← → Home End', 'choose'],
      ['Alt+Shift+← →', 'move'],
      ['F2', 'rename (Enter keeps, Escape does not)'],
      ['Delete', 'close'],
    ],
  },
  {
    part: 'Large log',
    keys: [
      ['↑ ↓ PageUp PageDown Home End', 'choose'],
      ['N P', 'next and previous match'],
      ['Enter', 'to the editor'],
    ],
  },
  {
    part: 'Findings in a log',
    keys: [
      ['↑ ↓ PageUp PageDown Home End', 'choose'],
      ['Enter', 'open the event with its rule, or filter'],
    ],
  },
  {
    part: 'Condition tree, ATT&CK matrix',
    keys: [
      ['↑ ↓ Home End', 'choose'],
      ['→ ←', 'open, close or to the parent'],
      ['Enter', 'go there'],
    ],
  },
  {
    part: 'List of rules',
    keys: [
      ['/', 'to the search'],
      ['↓', 'from the search to the list'],
      ['Enter', 'open'],
      ['Shift+Enter', 'similar rules'],
      ['Escape', 'clear the search'],
    ],
  },
  { part: 'Changed events (Compare)', keys: [['↑ ↓ PageUp PageDown Home End', 'choose']] },
  {
    part: 'Examples, reference, commands',
    keys: [
      ['↑ ↓ PageUp PageDown', 'choose, while you type'],
      ['Enter', 'open or run'],
    ],
  },
  {
    part: 'Stage',
    keys: [
      ['→ PageDown Space', 'next step'],
      ['← PageUp Shift+Space', 'step before'],
      ['Home End', 'first and last step'],
      ['↓ ]', 'next event, window or evasion'],
      ['↑ [', 'the event, window or evasion before'],
      ['E C V', 'events, correlations, evasions'],
      ['S', 'the speaker’s line, or not'],
      ['L', 'copy a link to the step'],
      ['F', 'the whole screen, or the page'],
      ['Escape', 'leave'],
    ],
  },
  {
    part: 'Editors',
    keys: [
      ['Tab', 'indents; Escape, then Tab leaves the editor'],
      ['Escape', 'closes a list, a hover or the search'],
    ],
  },
  { part: 'Separators', keys: [['← → ↑ ↓', 'change the size']] },
];

/** A key as the table says it: with where it counts, unless that is everywhere. */
export function whereWords({ where }: Key): string {
  return where === 'everywhere' ? '' : where;
}
