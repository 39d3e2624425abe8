import { prose, say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';
import { plainRegex } from '../regex-text';

export const regexDelimiters: Check<'regex-delimiters'> = {
  id: 'regex-delimiters',
  severity: 'warning',
  finds: 'Slashes around a regular expression',
  why: 'Some languages write expressions between slashes, followed by flags. In Sigma, slashes are characters to match, and flags are modifiers: `re|i`.',
  bad: "detection:\n    selection:\n        CommandLine|re: «'/delete\\s+catalog/i'»\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re|i: 'delete\\s+catalog'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    const found = item.has('re') ? /^\/(.+)\/([gimsu]+)$/.exec(text) : null;
    if (!found || /(?<!\\)\//.test(found[1]!)) return;
    // Without special characters it may be a path.
    if (/ur[il]|path|stem|file|image|request/i.test(item.field ?? '') && plainRegex(found[1]!) !== null)
      return;
    const flags = [...new Set(found[2]!)].filter((flag) => 'ims'.includes(flag) && !item.has(flag));
    const { end } = item.keyRange;
    const safe =
      scalar.style === 'single' &&
      item.item.values.length === 1 &&
      item.modifiers.every((name) => 'reims'.includes(name));
    const fix = findsOthers(
      replace(
        prose('Use modifiers'),
        value.range,
        `'${item.rule.text.slice(value.range.start + 2, value.range.end - 2 - found[2]!.length)}'`,
      ),
    );
    const key = { range: { start: end, end }, text: flags.map((flag) => `|${flag}`).join('') };
    report(
      value.range,
      say`The slashes and \`${found[2]}\` are part of the expression. Remove them, and write flags as modifiers.`,
      safe ? { ...fix, edits: [key, ...fix.edits] } : null,
    );
  },
};
