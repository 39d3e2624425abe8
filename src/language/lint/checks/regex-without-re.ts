import { say } from '../../../text';
import type { Check } from '../check';

/** What expressions contain, but hardly ever command lines or paths. */
const SIGNS =
  /\\[dsw]\+|\\[dsw]\*.*\\[dsw][+*]|\(\?:|\(\?i\)|\[(?:a-z|A-Z|0-9|a-f)[^\]]{0,20}\][+*{]|\.\*\?(?=\w)|^\^.+\$$/;

/** Fields that hold code, which may have an expression in it: a rule may look for that. */
const OF_CODE = /script|payload|contextinfo|hostapplication|query|code|pattern|filter|regex/i;

export const regexWithoutRe: Check<'regex-without-re'> = {
  id: 'regex-without-re',
  severity: 'warning',
  finds: 'A regular expression without `re`',
  why: 'Without the modifier, every character except `*` and `?` stands for itself. The expression is then compared as plain text, and never matches.',
  bad: "detection:\n    selection:\n        «CommandLine»: 'delete\\s+\\w+'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re: 'delete\\s+\\w+'\n    condition: selection",
  item(item, report) {
    if (item.comparison === null || item.field === null) return;
    if (item.comparison === 'contains' && OF_CODE.test(item.field)) return;
    const found = item.values.find(
      ({ text, scalar }) => typeof scalar.value === 'string' && SIGNS.exec(text) && !isSignAlone(text),
    );
    if (found)
      report(
        item.keyRange,
        say`\`${found.text}\` looks like a regular expression, but only \`re\` reads it as one. Add \`re\`.`,
      );
  },
};

/** True for a value that consists of such a sign: then the rule looks for the sign itself. */
function isSignAlone(text: string): boolean {
  return SIGNS.exec(text)?.[0] === text && !/^\^/.test(text);
}
