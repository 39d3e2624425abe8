import { type Fix, prose, say } from '../../../text';
import type { Check } from '../check';
import type { ItemContext } from '../context';

/** Flags at the beginning of an expression; the first group has their letters. */
const FLAGS = /^\(\?([ims]+)\)/;

export const regexInlineFlag: Check<'regex-inline-flag'> = {
  id: 'regex-inline-flag',
  severity: 'info',
  finds: 'A flag inside a regular expression',
  why: 'Since 2.0.0, the flags of an expression are modifiers: `re|i`. Every backend can translate those, but some refuse a flag inside the expression.',
  bad: "detection:\n    selection:\n        CommandLine|re: '«(?i)»delete\\s+catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re|i: 'delete\\s+catalog'\n    condition: selection",
  value(value, report) {
    const { item, text } = value;
    const found = item.has('re') ? FLAGS.exec(text) : null;
    if (!found) return;
    report(
      value.at(0, found[0].length),
      say`Write this flag as a modifier: \`re|${found[1]!.split('').join('|')}\`.`,
      asModifiers(item),
    );
  },
};

/** The flags of all expressions as modifiers of the field; null if they differ, or a value has no quotes to cut in. */
function asModifiers(item: ItemContext): Fix | null {
  const all = item.values.map(({ text }) => FLAGS.exec(text));
  const [first] = all;
  const letters = (flags: string) => [...new Set(flags)].sort().join('');
  if (!first || all.some((found) => !found || letters(found[1]!) !== letters(first[1]!))) return null;
  if (item.values.some(({ scalar: { style } }) => style !== 'single' && style !== 'double')) return null;
  // They belong to `re`: not behind another modifier such as `all`.
  const { end } = item.modifierRange('re');
  const flags = [...letters(first[1]!)].filter((flag) => !item.has(flag)).map((flag) => `|${flag}`);
  return {
    title: prose('Use modifiers'),
    edits: [
      { range: { start: end, end }, text: flags.join('') },
      ...item.values.map((value, i) => ({ range: value.at(0, all[i]![0].length), text: '' })),
    ],
  };
}
