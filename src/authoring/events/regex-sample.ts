import { byName } from '../../text';

/**
 * Texts that an expression matches, built from its simple parts: literals, classes, groups, alternatives, repetition.
 * Lookarounds and back references are not sampled. The text is a proposal: the caller tests it on the expression.
 */

/** The most repetitions to write out. */
const MOST_REPEATED = 200;
const ANY_OF = 'abcxyzABC0123456789 _-./\\:;,=+()[]{}<>|&%$#@!?*\'"~^`\t\n';

/** A text for `source`, or null if it cannot be sampled. `turn` selects among alternatives and lengths. */
export function regexSample(source: string, turn = 0): string | null {
  const sampler = new Sampler(source, turn);
  const text = sampler.alternatives();
  return sampler.failed || sampler.at < source.length ? null : text;
}

class Sampler {
  at = 0;
  failed = false;

  constructor(
    private readonly source: string,
    private readonly turn: number,
  ) {}

  alternatives(): string {
    const all = [this.sequence()];
    while (!this.failed && this.source[this.at] === '|') {
      this.at++;
      all.push(this.sequence());
    }
    return all[this.turn % all.length]!;
  }

  private sequence(): string {
    let text = '';
    while (!this.failed && this.at < this.source.length && !'|)'.includes(this.source[this.at]!)) {
      const piece = this.piece();
      text += piece.repeat(this.times());
      if (text.length > 20_000) this.failed = true;
    }
    return text;
  }

  private times(): number {
    const rest = this.source.slice(this.at, this.at + 12);
    const counted = /^\{(\d{1,4})(?:,(\d{0,4}))?\}/.exec(rest);
    let times = 1;
    if (counted) {
      this.at += counted[0].length;
      times = Number(counted[1]);
      const most = counted[2] ? Number(counted[2]) : counted[2] === '' ? times + 1 : times;
      if (this.turn % 2 === 1 && most > times) times++;
    } else if (rest[0] === '*' || rest[0] === '?') {
      this.at++;
      times = this.turn % 2;
    } else if (rest[0] === '+') this.at++;
    else return 1;
    if (this.source[this.at] === '?' || this.source[this.at] === '+') this.at++;
    if (times > MOST_REPEATED) this.failed = true;
    return this.failed ? 0 : times;
  }

  private piece(): string {
    const character = String.fromCodePoint(this.source.codePointAt(this.at)!);
    this.at += character.length;
    switch (character) {
      case '^':
      case '$':
        return '';
      case '.':
        return 'a';
      case '(':
        return this.group();
      case '[':
        return this.oneOf();
      case '\\':
        return this.escape()?.[0] ?? '';
      default:
        return character;
    }
  }

  private group(): string {
    const opened = /^\?(?:P?<[A-Za-z_]\w*>|[a-zA-Z]*(?:-[a-zA-Z]+)?[:)])/.exec(
      this.source.slice(this.at, this.at + 80),
    );
    if (opened) {
      this.at += opened[0].length;
      if (opened[0].endsWith(')')) return '';
    } else if (this.source[this.at] === '?') {
      this.failed = true;
      return '';
    }
    const text = this.alternatives();
    if (this.source[this.at] === ')') this.at++;
    else this.failed = true;
    return text;
  }

  /** The characters of an escape; null for one that takes no characters. */
  private escape(): string | null {
    const character = this.source[this.at] ?? '';
    this.at += Math.max(1, character.length);
    if (character === 'x') {
      const digits = /^(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{2}))/.exec(
        this.source.slice(this.at, this.at + 9),
      );
      const code = digits ? Number.parseInt(digits[1] ?? digits[2]!, 16) : Number.NaN;
      if (!(code <= 0x10ffff)) this.failed = true;
      else this.at += digits![0].length;
      return this.failed ? '' : String.fromCodePoint(code);
    }
    const known = ESCAPES.get(character);
    if (known !== undefined) return known;
    if (/[A-Za-z0-9]/.test(character) || character === '') this.failed = true;
    return character;
  }

  private oneOf(): string {
    const not = this.source[this.at] === '^';
    if (not) this.at++;
    let members = '';
    let first = true;
    while (this.at < this.source.length && (first || this.source[this.at] !== ']')) {
      first = false;
      if (this.source.startsWith('[:', this.at)) this.failed = true;
      const from = this.member();
      const isRange = this.source[this.at] === '-' && (this.source[this.at + 1] ?? ']') !== ']';
      if (from.length !== 1 || !isRange) {
        members += from;
        continue;
      }
      this.at++;
      const to = this.member();
      for (
        let code = from.charCodeAt(0);
        code <= Math.min(to.charCodeAt(0), from.charCodeAt(0) + 300);
        code++
      )
        members += String.fromCharCode(code);
    }
    if (this.source[this.at] === ']') this.at++;
    else this.failed = true;
    if (!not) return members[this.turn % Math.max(1, members.length)] ?? '';
    const folded = members.toLowerCase();
    const other = [...ANY_OF].find((c) => !folded.includes(c.toLowerCase()));
    if (other === undefined) this.failed = true;
    return other ?? '';
  }

  private member(): string {
    const character = this.source[this.at]!;
    this.at++;
    return character === '\\' ? (this.escape() ?? '') : character;
  }
}

const DIGITS = '1234567890';
const WORD = `abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ${DIGITS}_`;
const ESCAPES = byName<string | null>({
  d: DIGITS,
  w: WORD,
  s: ' \t\n\r\f',
  D: 'abc',
  W: ' -',
  S: 'abc',
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  v: '\v',
  b: null,
  B: null,
  A: null,
  z: null,
  Z: null,
});
