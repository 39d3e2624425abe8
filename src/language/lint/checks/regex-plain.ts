import { prose, say } from '../../../text';
import { type Check, replace } from '../check';
import type { ItemContext } from '../context';
import { plainRegex } from '../regex-text';

export const regexPlain: Check<'regex-plain'> = {
  id: 'regex-plain',
  severity: 'info',
  finds: 'A regular expression that is plain text',
  why: 'A regular expression without special characters is the same as `contains`, which every backend supports and runs faster. Expressions are case-sensitive, so add `cased` if case matters.',
  bad: "detection:\n    selection:\n        CommandLine|«re»: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains|cased: 'delete catalog'\n    condition: selection",
  item(item, report) {
    if (!item.has('re') || item.modifiers.some((name) => !['re', 'i', 'all', 'neq'].includes(name))) return;
    const texts = item.values.map(({ text }) => plainRegex(text));
    if (texts.some((text) => text === null || text === '')) return;
    report(
      item.modifierRange('re'),
      say`This is plain text, not an expression. Write \`contains${item.has('i') ? '' : '|cased'}\`.`,
      fixOf(item, texts as string[]),
    );
  },
};

function fixOf(item: ItemContext, texts: readonly string[]) {
  // If nothing is escaped on either side, the values can stay unchanged.
  if (!texts.every((text, i) => text === item.item.values[i]!.text && !/[\\*?]/.test(text))) return null;
  const range = { start: item.item.fieldRange.end, end: item.keyRange.end };
  const others = item.modifiers.filter((name) => name !== 're' && name !== 'i');
  const chain = ['contains', ...(item.has('i') ? [] : ['cased']), ...others];
  return replace(prose('Use `contains`'), range, `|${chain.join('|')}`);
}
