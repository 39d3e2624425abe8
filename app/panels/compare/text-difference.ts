import { structuredPatch } from 'diff';
import { byName } from '../../../src/text';

/** One line of a difference of two texts; a number is null where the line is not in that text. */
export interface DifferentLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** Its number in the pinned and in the present text, from 1. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Lines that stand together: those that differ, with some around them. */
export type Hunk = readonly DifferentLine[];

const CONTEXT = 3;
/** Beyond so many lines that differ, finding the least of them takes too long for a page that is typed in. */
const MOST_EDITS = 1500;

const KINDS = byName<DifferentLine['kind']>({ ' ': 'same', '-': 'removed', '+': 'added' });

/**
 * The difference of two texts, line by line; none where they are the same, null where they differ too much to say how. Line
 * ends of Windows and of Unix are the same, and a missing line end at the end is no difference.
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
