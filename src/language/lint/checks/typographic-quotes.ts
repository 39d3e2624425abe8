import { byName } from '../../../text';
import { type Check, replace } from '../check';

const STRAIGHT = byName<string>({
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
});

export const typographicQuotes: Check<'typographic-quotes'> = {
  id: 'typographic-quotes',
  severity: 'warning',
  finds: 'Quotation marks of a word processor',
  why: 'YAML knows straight quotes only. Curly ones, which word processors and web pages put in their place, become a part of the value, and no command line has them.',
  bad: 'detection:\n    selection:\n        User: «“backup”»\n    condition: selection',
  good: "detection:\n    selection:\n        User: 'backup'\n    condition: selection",
  value({ scalar, text, range }, report) {
    if (scalar.style !== 'plain' || !/^[“”„‘’‚].*[“”„‘’‚]$/.test(text)) return;
    const inner = text.slice(1, -1);
    const safe = !/['"“”„‘’‚]/.test(inner);
    report(
      range,
      `These quotation marks belong to the value. Write \`${STRAIGHT.get(text[0]!)}\`.`,
      safe ? replace('Use straight quotes', range, `'${inner}'`) : null,
    );
  },
};
