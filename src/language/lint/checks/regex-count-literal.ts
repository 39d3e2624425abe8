import { say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';
import { activeIn } from '../regex-text';

/** What looks like a count and is none: without the least number, or with spaces. */
const COUNT = /(?<=[^|(])\{(?:,(\d+)|[ ]*(\d+)[ ]*(?:,[ ]*(\d*)[ ]*)?)\}/g;

export const regexCountLiteral: Check<'regex-count-literal'> = {
  id: 'regex-count-literal',
  severity: 'warning',
  finds: 'Braces that count nothing',
  why: 'A count begins with the least number and has no spaces: `{0,3}`. Python reads `{,3}` in the same way; RE2, PCRE and JavaScript look for these very characters.',
  bad: "detection:\n    selection:\n        CommandLine|re: 'delete\\s«{,3}»catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re: 'delete\\s{0,3}catalog'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (!item.has('re') || typeof scalar.value !== 'string' || !/\{[, ]|\d[, ]* /.test(text)) return;
    const active = activeIn(text);
    for (const match of text.matchAll(COUNT)) {
      const [written, most, least, other] = match;
      if (!active[match.index] || (most === undefined && !written.includes(' '))) continue;
      const comma = written.includes(',') ? `,${most ?? other ?? ''}` : '';
      const meant = `{${least ?? '0'}${comma}}`;
      const range = value.at(match.index, match.index + written.length);
      report(
        range,
        say`\`${written}\` is text here, not a count. To repeat what comes before it, write \`${meant}\`.`,
        findsOthers(replace(say`Write \`${meant}\``, range, meant)),
      );
    }
  },
};
