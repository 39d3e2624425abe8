import { code, say } from '../../../text';
import { arrayRange, fixOfKey } from '../arrays-beside';
import { type Check, change, findsOthers } from '../check';

export const arrayAbsent: Check<'array-absent'> = {
  id: 'array-absent',
  severity: 'warning',
  since: 'proposals',
  finds: 'An array that no event has, but one of nearly the same name',
  why: 'None of your events has an array of this name, and at least one has a name that differs by case, by a letter or two, or by escapes. An array that no event has has no members to match.',
  bad: "sigma-version: 3\ndetection:\n    selection:\n        «conections»[any].protocol: 'TCP'\n    condition: selection",
  good: "sigma-version: 3\ndetection:\n    selection:\n        connections[any].protocol: 'TCP'\n    condition: selection",
  events: '{"connections":[{"protocol":"TCP"}]}',
  rule({ text, arrays }, report) {
    const told = new Set<unknown>();
    for (const seen of arrays) {
      const { of, there, other } = seen;
      if (there > 0 || other === null || told.has(of)) continue;
      told.add(of);
      const range = arrayRange(text, seen);
      report(
        range,
        say`None of the events has ${code(text.slice(range.start, range.end))}. Did you mean ${code(other)}?`,
        fixOfKey(text, seen, findsOthers(change(range, other))),
      );
    }
  },
};
