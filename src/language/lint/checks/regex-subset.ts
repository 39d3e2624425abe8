import { say } from '../../../text';
import { type Check, replace } from '../check';
import { beyondSubset } from '../regex-subset';

export const regexSubset: Check<'regex-subset'> = {
  id: 'regex-subset',
  severity: 'warning',
  since: '2.2.0',
  finds: 'A part of an expression beyond the draft’s subset',
  why: 'The 2.2.0 draft says which parts expressions have: `.`, `^`, `$`, `*`, `+`, `?`, `{n,m}`, classes, `\\b \\B \\d \\D \\s \\S \\w \\W`, alternatives and groups. Anything else is unsupported. Here it runs all the same, as under 2.1.0, but backends may refuse it.',
  bad: "sigma-version: 2.2\ndetection:\n    selection:\n        CommandLine|re: 'delete\\s[«[:alpha:]»]+log'\n    condition: selection",
  good: "sigma-version: 2.2\ndetection:\n    selection:\n        CommandLine|re: 'delete\\s[a-zA-Z]+log'\n    condition: selection",
  value(value, report) {
    if (!value.item.has('re')) return;
    for (const { start, end, what, instead } of beyondSubset(value.text)) {
      const range = value.at(start, end);
      report(
        range,
        say`The 2.2.0 draft does not support ${what}, \`${value.text.slice(start, end)}\`, in expressions. Under 2.1.0 it is accepted here.`,
        instead === null ? null : replace(say`Change to \`${instead}\``, range, instead),
      );
    }
  },
};
