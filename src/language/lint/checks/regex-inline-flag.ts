import { prose, say } from '../../../text';
import { type Check, replace } from '../check';

export const regexInlineFlag: Check<'regex-inline-flag'> = {
  id: 'regex-inline-flag',
  severity: 'info',
  finds: 'A flag inside a regular expression',
  why: 'Since 2.0.0, the flags of an expression are modifiers: `re|i`. Every backend can translate those, but some refuse a flag inside the expression.',
  bad: "detection:\n    selection:\n        CommandLine|re: '«(?i)»delete\\s+catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re|i: 'delete\\s+catalog'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    const found = item.has('re') ? /^\(\?([ims]+)\)/.exec(text) : null;
    if (!found) return;
    const flags = [...new Set(found[1]!)].filter((flag) => !item.has(flag));
    const range = value.at(0, found[0].length);
    const alone = item.item.values.length === 1 && (scalar.style === 'single' || scalar.style === 'double');
    const { end } = item.keyRange;
    const fix = replace(prose('Use modifiers'), range, '');
    const key = { range: { start: end, end }, text: flags.map((flag) => `|${flag}`).join('') };
    report(
      range,
      say`Write this flag as a modifier: \`re|${found[1]!.split('').join('|')}\`.`,
      alone ? { ...fix, edits: [key, ...fix.edits] } : null,
    );
  },
};
