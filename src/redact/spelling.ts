/* One spelling for all: a name is the same without accents, in capitals and behind escapes. */

const ESCAPED =
  /(?:%[0-9a-f]{2})+|[\\%]u[0-9a-f]{4}|\\u\{[0-9a-f]{1,6}\}|\\x[0-9a-f]{2}|&#x[0-9a-f]{1,6};|&#\d{1,7};/gi;
const LETTERS = new Map(
  Object.entries({ ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ς: 'σ' }),
);

const utf8 = new TextDecoder();

/**
 * A text in lower case without accents, with escapes of URLs, of JSON and JavaScript and of XML resolved, also where
 * they are escaped twice. Equal for two spellings of the same name. Places in it are not those in the text.
 */
export function fold(text: string): string {
  const plain = resolved(resolved(text));
  if (/^[\0-\x7f]*$/.test(plain)) return plain.toLowerCase();
  return plain
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/[øłđæœþðς]/g, (letter) => LETTERS.get(letter)!);
}

function resolved(text: string): string {
  return text.replace(ESCAPED, (escaped) => {
    if (/^%[0-9a-f]/i.test(escaped)) {
      const bytes = escaped.match(/[0-9a-f]{2}/gi)!.map((byte) => Number.parseInt(byte, 16));
      return utf8.decode(new Uint8Array(bytes));
    }
    const isDecimal = /^&#\d/.test(escaped);
    const code = Number.parseInt(/[0-9a-f]+(?=[};]?$)/i.exec(escaped)![0], isDecimal ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : escaped;
  });
}

const PAIRS = new Map(Object.entries({ ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }));

/**
 * Other ways in which people write a name with letters that a keyboard lacks, in lower case: `mueller` and `muller` for `müller`.
 * None for a name without such letters.
 */
export function plainSpellings(name: string): string[] {
  const lower = name.toLowerCase().normalize('NFC');
  if (/^[\0-\x7f]*$/.test(lower)) return [];
  const paired = fold(lower.replace(/[äöüåø]/g, (letter) => PAIRS.get(letter)!));
  return [...new Set([fold(lower), paired])].filter((one) => one !== lower);
}
