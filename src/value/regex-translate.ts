import type { Range } from '../text/range';

/** An expression in the browser's dialect, or the first construct that it has no word for. */
export type Translation =
  | { readonly ok: true; readonly source: string; readonly names: readonly (string | undefined)[] }
  | { readonly ok: false; readonly at: Range; readonly message: string };

const SYNTAX = /[\^$\\.*+?()[\]{}|/]/;

/** Escapes by letter that other engines know and the browser does not, with what to write instead. */
const FOREIGN_ESCAPES: Readonly<Record<string, string>> = {
  K: 'There is no way to drop what came before. Use a lookbehind: `(?<=…)`.',
  Z: '`\\Z` does not go with a lookahead or back reference. Write `$`.',
  z: '`\\z` does not go with a lookahead or back reference. Write `$`.',
  A: '`\\A` does not go with a lookahead or back reference. Write `^`.',
  G: '`\\G` does not exist here. Remove it.',
  Q: '`\\Q` does not go with a lookahead or back reference. Escape each character.',
  R: '`\\R` does not exist here. Write `\\r?\\n`.',
  X: '`\\X` does not exist here. Write `.`.',
  N: '`\\N` does not exist here. Write `[^\\n]`.',
  h: '`\\h` does not exist here. Write `[ \\t]`.',
  H: '`\\H` does not exist here. Write `[^ \\t]`.',
};

/** Letters and digits that mean something behind a backslash in the browser's Unicode mode. */
const KNOWN_ESCAPES = 'bBdDwWsStnrvf';

/** Groups that the browser lacks, by how they begin. */
const FOREIGN_GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^\(\?>/, 'Atomic groups do not exist here. Use `(?:…)`.'],
  [/^\(\?#/, 'Comments inside an expression do not exist here. Remove it.'],
  [
    /^\(\?[(|&R]/,
    'Conditions, branch resets and recursion do not exist here. Spell the alternatives out with `|`.',
  ],
  [/^\(\?P=/, 'Write a reference to a named group as `\\k<name>`.'],
  [
    /^\(\?[a-zA-Z-]+[:)]/,
    'Flags inside an expression do not go with a lookahead or back reference. Put them first, or use `re|i`.',
  ],
];

/**
 * Turns an expression, as people write it for PCRE, Python or RE2, into one that the browser takes in its Unicode mode
 * with the same meaning. One walk, an escape at a time, so that escaped text and classes are never mistaken for syntax.
 */
export function translate(source: string): Translation {
  return new Translator(source).run();
}

class Translator {
  private out = '';
  private at = 0;
  private readonly names: (string | undefined)[] = [];
  private fault: { at: Range; message: string } | null = null;

  constructor(private readonly source: string) {}

  run(): Translation {
    const groups = countGroups(this.source);
    while (this.at < this.source.length && !this.fault) {
      const character = this.source[this.at]!;
      if (character === '\\') this.escape(false, groups);
      else if (character === '[') this.characterClass(groups);
      else if (character === '(') this.group();
      else if (character === '{') this.brace();
      else if (character === ']' || character === '}') this.take(1, `\\${character}`);
      else this.repetition(character);
    }
    return this.fault ? { ok: false, ...this.fault } : { ok: true, source: this.out, names: this.names };
  }

  private take(length: number, text: string): void {
    this.out += text;
    this.at += length;
  }

  private fail(length: number, message: string): void {
    this.fault ??= { at: { start: this.at, end: this.at + length }, message };
  }

  private rest(): string {
    return this.source.slice(this.at, this.at + 80);
  }

  /** `*+`, `++`, `?+` and `}+` are possessive elsewhere; here nothing can follow a repetition but `?`. */
  private repetition(character: string): void {
    if ('*+?'.includes(character) && this.source[this.at + 1] === '+') {
      this.fail(2, 'Possessive repetition does not exist here. Repeat once, without the second sign.');
    } else this.take(1, character);
  }

  private brace(): void {
    const quantifier = /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.rest());
    if (!quantifier || this.out === '') {
      this.take(1, '\\{');
      return;
    }
    const [whole, least, , most] = quantifier;
    if (most && Number(most) < Number(least)) {
      this.fail(whole.length, `This count runs backwards. Write \`{${most},${least}}\`.`);
    } else if (this.source[this.at + whole.length] === '+') {
      this.fail(
        whole.length + 1,
        'Possessive repetition does not exist here. Repeat once, without the second sign.',
      );
    } else this.take(whole.length, whole);
  }

  private group(): void {
    const rest = this.rest();
    for (const [pattern, message] of FOREIGN_GROUPS) {
      const found = pattern.exec(rest);
      if (found) {
        this.fail(found[0].length, message);
        return;
      }
    }
    const named = /^\(\?P?<([A-Za-z_]\w*)>/.exec(rest);
    if (named) {
      this.names.push(named[1]);
      this.take(named[0].length, `(?<${named[1]}>`);
    } else {
      if (rest[1] !== '?') this.names.push(undefined);
      this.take(1, '(');
    }
  }

  private characterClass(groups: number): void {
    if (this.source[this.at + 1] === ']' || this.source.startsWith('^]', this.at + 1)) {
      // Elsewhere a bracket that comes first is itself; the browser takes the class for empty.
      const negated = this.source[this.at + 1] === '^';
      this.take(negated ? 3 : 2, negated ? '[^\\]' : '[\\]');
    } else this.take(1, '[');
    let beforeWasSet = false;
    while (this.at < this.source.length && !this.fault) {
      const character = this.source[this.at]!;
      if (character === ']') {
        this.take(1, ']');
        return;
      }
      const posix = /^\[:\^?\w+:\]/.exec(this.rest());
      if (posix) {
        this.fail(
          posix[0].length,
          'Named classes do not go with a lookahead or back reference. Write the characters: `[A-Za-z]`.',
        );
        return;
      }
      // Beside a set such as `\w`, a dash cannot mean a range, and is itself.
      const dashBySet = character === '-' && (beforeWasSet || /^-\\[dDwWsSpP]/.test(this.rest()));
      beforeWasSet = /^\\[dDwWsSpP]/.test(this.rest());
      if (dashBySet) this.take(1, '\\-');
      else if (character === '\\') this.escape(true, groups);
      else this.take(1, character);
    }
  }

  private escape(inClass: boolean, groups: number): void {
    const rest = this.rest();
    const next = rest[1];
    const foreign = next === undefined ? undefined : FOREIGN_ESCAPES[next];
    const property = /^\\([pP])(?:\{[^}]*\}|([A-Za-z]))/.exec(rest);
    const hex = /^\\x\{([0-9a-fA-F]+)\}/.exec(rest);
    const number = /^\\([1-9]\d*)/.exec(rest);
    if (next === undefined)
      this.fail(
        1,
        'The expression ends in a backslash that escapes nothing. Write `\\\\` for the character.',
      );
    else if (foreign) this.fail(2, foreign);
    else if (property)
      this.take(property[0].length, property[2] ? `\\${property[1]}{${property[2]}}` : property[0]);
    else if (hex) this.take(hex[0].length, `\\u{${hex[1]}}`);
    else if (number && Number(number[1]) > groups)
      this.fail(number[0].length, `There is no group ${number[1]} to refer to.`);
    else if (/^\\(?:k<|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{|c[A-Za-z]|0(?!\d)|[1-9])/.test(rest))
      this.take(2, rest.slice(0, 2));
    else if (next === 'a') this.take(2, '\\x07');
    else if (next === 'e') this.take(2, '\\x1b');
    else if (KNOWN_ESCAPES.includes(next)) this.take(2, rest.slice(0, 2));
    else if (/[A-Za-z0-9]/.test(next))
      this.fail(2, 'This escape is not known here. Write the character itself.');
    else {
      const character = String.fromCodePoint(rest.codePointAt(1)!);
      const needed = SYNTAX.test(character) || (inClass && character === '-');
      this.take(1 + character.length, needed ? `\\${character}` : character);
    }
  }
}

/** How many groups capture: back references beyond them refer to nothing. */
function countGroups(source: string): number {
  const bare = source.replace(/\\[\s\S]/g, '').replace(/\[\^?\]?[^\]]*\]/g, '');
  return (bare.match(/\((?!\?)|\(\?P?<(?![=!])/g) ?? []).length;
}
