import { byName, prose, say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

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
  finds: 'Typographic quotation marks',
  why: 'YAML has only straight quotes. The curly ones of word processors and web pages become part of the value, and no command line has them.',
  bad: 'detection:\n    selection:\n        User: «“backup”»\n    condition: selection',
  good: "detection:\n    selection:\n        User: 'backup'\n    condition: selection",
  value({ scalar, text, range }, report) {
    if (scalar.style !== 'plain' || !/^[“”„‘’‚].*[“”„‘’‚]$/.test(text)) return;
    const inner = text.slice(1, -1);
    const safe = !/['"“”„‘’‚]/.test(inner);
    report(
      range,
      say`These quotation marks are part of the value. Write \`${STRAIGHT.get(text[0]!)}\`.`,
      safe ? findsOthers(replace(prose('Use straight quotes'), range, `'${inner}'`)) : null,
    );
  },
};
