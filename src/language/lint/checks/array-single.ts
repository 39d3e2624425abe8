import type { ArraySeen } from '../../../describe';
import { printPath } from '../../../rule';
import { code, type Fix, type Range, say } from '../../../text';
import { selectorRange } from '../arrays-beside';
import { type Check, findsOthers, replace } from '../check';

export const arraySingle: Check<'array-single'> = {
  id: 'array-single',
  severity: 'warning',
  since: 'proposals',
  finds: 'A selector of members where no event has an array',
  why: 'In your events the field is always a single value. No position is in it, and to `[any]` and its like it is its own only member, so that the selector changes nothing.',
  bad: "sigma-version: 3\ndetection:\n    selection:\n        owner«[0]»: 'backup'\n    condition: selection",
  good: "sigma-version: 3\ndetection:\n    selection:\n        owner: 'backup'\n    condition: selection",
  events: '{"owner":"backup"}',
  rule({ text, arrays }, report) {
    for (const seen of arrays) {
      if (seen.there === 0 || seen.arrays > 0) continue;
      const range = selectorRange(text, seen);
      const array = code(printPath(seen.path));
      report(
        range,
        seen.position === null
          ? say`${array} is a single value wherever the events have it. It counts as its own only member.`
          : say`${array} is a single value wherever the events have it, so there is no ${code(`[${seen.position}]`)}.`,
        without(text, seen, range),
      );
    }
  },
};

/** The same key without the selector, where what follows is about the field itself then. */
function without(text: string, { of, position }: ArraySeen, range: Range): Fix | null {
  if (!/^\[[^[\]]*\]$/.test(text.slice(range.start, range.end))) return null;
  if (of.kind === 'members') {
    const [only] = of.selections;
    const isLine = of.selections.length === 1 && only!.body.range.start === of.range.start;
    if (!isLine || (position === null && of.quantifier !== 'any')) return null;
  }
  return findsOthers(replace(say`Remove ${code(text.slice(range.start, range.end))}`, range, ''));
}
