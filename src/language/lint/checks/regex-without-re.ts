import type { Check } from '../check';

/** What stands in expressions, and hardly ever in command lines or paths. */
const SIGNS = /\\[dsw][+*]|\(\?:|\(\?i\)|\[(?:a-z|A-Z|0-9|a-f)[^\]]{0,20}\][+*{]|\.\*\?(?=\w)|^\^.+\$$/;

export const regexWithoutRe: Check<'regex-without-re'> = {
  id: 'regex-without-re',
  severity: 'warning',
  finds: 'A regular expression without `re`',
  why: 'Without the modifier every character stands for itself, but for `*` and `?`. An expression is then looked for as the text that it is, and never found.',
  bad: "detection:\n    selection:\n        «CommandLine»: 'delete\\s+\\w+'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re: 'delete\\s+\\w+'\n    condition: selection",
  item(item, report) {
    if (item.comparison === null || item.field === null) return;
    const found = item.values.find(
      ({ text, scalar }) => typeof scalar.value === 'string' && SIGNS.test(text),
    );
    if (found)
      report(
        item.keyRange,
        `\`${found.text}\` looks like a regular expression, and only \`re\` reads it as one.`,
      );
  },
};
