import { byName, code, say, type Words } from '../../text';

/** Characters that cannot be recognised by their looks, and those that are often mistaken for others. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x09, 'tab'],
  [0x0a, 'line feed'],
  [0x0d, 'carriage return'],
  [0x20, 'space'],
  [0x27, 'apostrophe'],
  [0x22, 'quotation mark'],
  [0x2d, 'hyphen'],
  [0xa0, 'no-break space'],
  [0xad, 'soft hyphen'],
  [0x200b, 'zero width space'],
  [0x200c, 'zero width non-joiner'],
  [0x200d, 'zero width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x2013, 'en dash'],
  [0x2014, 'em dash'],
  [0x2018, 'left single quotation mark'],
  [0x2019, 'right single quotation mark'],
  [0x201c, 'left double quotation mark'],
  [0x201d, 'right double quotation mark'],
  [0x202f, 'narrow no-break space'],
  [0x2212, 'minus sign'],
  [0x3000, 'ideographic space'],
  [0xfeff, 'byte order mark'],
]);

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Cyrillic}/u, 'Cyrillic'],
  [/\p{Script=Greek}/u, 'Greek'],
  [/\p{M}/u, 'combining mark'],
  [/[\uff01-\uff5e]/u, 'full width'],
];

/** Characters by number and name: "`а` (U+0430, Cyrillic)", "U+00A0 (no-break space)"; "nothing" for none. */
export function characterWords(text: string): Words {
  const characters = [...text];
  if (characters.length === 0) return ['nothing'];
  const numbers = characters.map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  const names = characters.flatMap((c) => NAMES.get(c.codePointAt(0)!) ?? []);
  if (names.length === characters.length) return [`${numbers.join(' ')} (${names.join(', ')})`];
  const scripts = [
    ...new Set(characters.flatMap((c) => SCRIPTS.find(([script]) => script.test(c))?.[1] ?? [])),
  ];
  return say`${code(text)} (${[numbers.join(' '), ...scripts].join(', ')})`;
}

const BLANKS = byName<readonly [one: string, many: string]>({
  ' ': ['a space', 'spaces'],
  '\t': ['a tab', 'tabs'],
  '\n': ['a line break', 'line breaks'],
});

/** True for a stretch of one kind of white space, which would be invisible. */
export function isBlank(text: string): boolean {
  return BLANKS.has(text[0] ?? '') && [...text].every((character) => character === text[0]);
}

/** A stretch of a value inside a sentence. White space alone is named. */
export function stretchWords(text: string): Words {
  if (!isBlank(text)) return [code(text)];
  const [one, many] = BLANKS.get(text[0]!)!;
  return [text.length === 1 ? one : `${text.length} ${many}`];
}
