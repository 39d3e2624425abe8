import { prose } from '../../../text';
import type { Check } from '../check';
import { activeIn } from '../regex-text';

/** A repeated group of one repeated piece: `(a+)+`, `(?:\w*)*`. */
const NESTED = /\((?:\?:)?(?:\\?[^\\()[\]|]|\\.|\[(?:\\.|[^\]\\])*\])[+*]\??\)(?:[+*]|\{\d+,\})/g;

export const regexCatastrophic: Check<'regex-catastrophic'> = {
  id: 'regex-catastrophic',
  severity: 'warning',
  finds: 'A repetition inside a repetition',
  why: 'A backtracking engine may try exponentially many ways to match `(a+)+`, so one crafted event can stop it. Here such an expression runs on RE2, in linear time. If it also needs what RE2 lacks, such as a lookahead or a back reference, it backtracks here too: then it is stopped and named if it takes too long. Other backends may hang.',
  bad: "detection:\n    selection:\n        CommandLine|re: 'delete\\s+«(\\w+)+»;'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re: 'delete\\s+\\w+;'\n    condition: selection",
  value(value, report) {
    const { item, text } = value;
    if (!item.has('re') || text.length > 10_000) return;
    const active = activeIn(text);
    const found = [...text.matchAll(NESTED)].find(({ index }) => active[index]);
    if (found)
      report(
        value.at(found.index, found.index + found[0].length),
        prose('This repeats a repetition, which can hang an engine that backtracks. Remove one of the two.'),
      );
  },
};
