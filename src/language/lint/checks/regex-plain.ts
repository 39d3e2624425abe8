import { type Check, replace } from '../check';
import type { ItemContext } from '../context';
import { plainRegex } from '../regex-text';

export const regexPlain: Check<'regex-plain'> = {
  id: 'regex-plain',
  severity: 'info',
  finds: 'A regular expression that is plain text',
  why: 'An expression without anything of an expression is `contains`, which every backend runs, and faster. Since expressions heed case, `cased` belongs to it, unless case does not matter.',
  bad: "detection:\n    selection:\n        CommandLine|«re»: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains|cased: 'delete catalog'\n    condition: selection",
  item(item, report) {
    if (!item.has('re') || item.modifiers.some((name) => !['re', 'i', 'all', 'neq'].includes(name))) return;
    const texts = item.values.map(({ text }) => plainRegex(text));
    if (texts.some((text) => text === null || text === '')) return;
    report(
      item.modifierRange('re'),
      'This is plain text. `contains` does the same.',
      fixOf(item, texts as string[]),
    );
  },
};

function fixOf(item: ItemContext, texts: readonly string[]) {
  // Where nothing is escaped, neither here nor there, the values can stay as they are.
  if (!texts.every((text, i) => text === item.item.values[i]!.text && !/[\\*?]/.test(text))) return null;
  const range = { start: item.item.fieldRange.end, end: item.keyRange.end };
  const others = item.modifiers.filter((name) => name !== 're' && name !== 'i');
  const chain = ['contains', ...(item.has('i') ? [] : ['cased']), ...others];
  return replace('Use `contains`', range, `|${chain.join('|')}`);
}
