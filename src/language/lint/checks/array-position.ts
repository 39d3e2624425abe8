import { printPath } from '../../../rule';
import { code, count, say } from '../../../text';
import { selectorRange } from '../arrays-beside';
import type { Check } from '../check';

export const arrayPosition: Check<'array-position'> = {
  id: 'array-position',
  severity: 'warning',
  since: 'proposals',
  finds: 'A position that none of the arrays in the events has',
  why: 'Positions are counted from 0, or from the end with `[-1]` as the last. In each of your events the array is too short for this one, so that the field is never there.',
  bad: "sigma-version: 3\ndetection:\n    selection:\n        args«[7]»: '-x'\n    condition: selection",
  good: "sigma-version: 3\ndetection:\n    selection:\n        args[1]: '-x'\n    condition: selection",
  events: '{"args":["run","-x"]}',
  rule({ text, arrays }, report) {
    for (const seen of arrays) {
      const { path, position, longest, isReached } = seen;
      if (position === null || isReached || seen.arrays === 0) continue;
      const array = code(printPath(path));
      const selector = code(`[${position}]`);
      report(
        selectorRange(text, seen),
        longest === 0
          ? say`${array} is empty wherever the events have it, so there is no ${selector}.`
          : say`${selector} is never there: the longest ${array} of the events has ${count(longest, 'member')}.`,
      );
    }
  },
};
