import { structuredPatch } from 'diff';
import { byName } from '../../../src/text';

/** One line of the difference between two texts. A number is null if the line is not in that text. */
export interface DifferentLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** Its number in the pinned and in the current text, from 1. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Consecutive lines: those that differ, with some context. */
export type Hunk = readonly DifferentLine[];

const CONTEXT = 3;
/** With more differing lines than this, finding the smallest difference takes too long while the user types. */
const MOST_EDITS = 1500;

const KINDS = byName<DifferentLine['kind']>({ ' ': 'same', '-': 'removed', '+': 'added' });

/**
 * The difference between two texts, line by line; empty if they are the same, null if they differ too much. Windows and
 * Unix line ends are equal, and a missing final line end is no difference.
 */
export function textDifference(before: string, after: string): readonly Hunk[] | null {
  const options = { context: CONTEXT, maxEditLength: MOST_EDITS };
  const patch = structuredPatch('', '', lines(before), lines(after), '', '', options);
  if (!patch) return null;
  return patch.hunks.map(({ oldStart, newStart, lines }) => {
    let [old, now] = [oldStart, newStart];
    return lines.flatMap((line): DifferentLine[] => {
      const kind = KINDS.get(line.charAt(0));
      if (!kind) return [];
      return [
        {
          kind,
          text: line.slice(1),
          before: kind === 'added' ? null : old++,
          after: kind === 'removed' ? null : now++,
        },
      ];
    });
  });
}

function lines(text: string): string {
  const unix = text.replaceAll('\r\n', '\n');
  return unix === '' || unix.endsWith('\n') ? unix : `${unix}\n`;
}
