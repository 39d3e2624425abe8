/**
 * Texts that an expression cannot do without: any text in which it matches holds at least one of them, in some case.
 * They let a search over many rules leave an expression alone where it cannot match.
 */

/** More alternatives than this are no help: something of so many is found in most texts. */
const MAX_ALTERNATIVES = 64;

/** A set of literals of which each match holds one; null where nothing certain is known. */
type Needed = readonly string[] | null;

/**
 * The literals of `source`, folded, ASCII only, the longest that can be had; null where it has none. Careful rather than
 * clever: what this walk does not know makes it answer null.
 */
export function requiredLiterals(source: string): readonly string[] | null {
  const walk = new LiteralWalk(source);
  const needed = walk.alternatives();
  return walk.ok && walk.at === source.length ? needed : null;
}

class LiteralWalk {
  at = 0;
  ok = true;

  constructor(private readonly source: string) {}

  /** `a|b|c`: each match holds what one of them needs. */
  alternatives(): Needed {
    let all: string[] | null = [];
    for (;;) {
      const needed = this.sequence();
      if (needed === null) all = null;
      else if (all !== null) all.push(...needed);
      if (this.source[this.at] !== '|') break;
      this.at++;
    }
    return all !== null && all.length <= MAX_ALTERNATIVES ? [...new Set(all)] : null;
  }

  /** Pieces one after the other: the best of what each needs. */
  private sequence(): Needed {
    let best: Needed = null;
    let run = '';
    const offer = (needed: Needed) => {
      if (needed !== null && needed.length > 0 && shortest(needed) > shortest(best)) best = needed;
    };
    const close = () => {
      if (run !== '') offer([run]);
      run = '';
    };
    while (this.ok && this.at < this.source.length) {
      const character = this.source[this.at]!;
      if (character === '|' || character === ')') break;
      const piece = this.piece(character);
      const repeats = this.repetition();
      if (typeof piece === 'string' && piece !== '') {
        if (repeats === 'once') run += piece;
        else {
          if (repeats === 'some') run += piece;
          close();
        }
        continue;
      }
      close();
      if (piece !== '' && repeats !== 'maybe') offer(piece as Needed);
    }
    close();
    return best;
  }

  /** One piece: a literal character, what a group needs, `''` for what takes no characters away, or null. */
  private piece(character: string): string | Needed {
    switch (character) {
      case '(':
        return this.group();
      case '[':
        return this.characterClass();
      case '\\':
        return this.escape();
      case '.':
        this.at++;
        return null;
      case '^':
      case '$':
        this.at++;
        return '';
      default:
        this.at++;
        return literal(character);
    }
  }

  private group(): string | Needed {
    const opening = /^\((?:\?(?:<?[=!]|:|P?<\w+>|[a-zA-Z]*(?:-[a-zA-Z]+)?[:)]))?/.exec(
      this.source.slice(this.at, this.at + 80),
    )![0];
    this.at += opening.length;
    // Flags for what follows; with `x` spaces and comments would be no text.
    if (/^\(\?[a-zA-Z-]+[:)]$/.test(opening) && opening.includes('x')) this.ok = false;
    if (opening.endsWith(')')) return '';
    if (opening === '(' && this.source[this.at] === '?') this.ok = false;
    const needed = this.alternatives();
    if (this.source[this.at] !== ')') this.ok = false;
    this.at++;
    // What is looked for ahead or behind is not part of the match, and may be what must not be there.
    return /[=!]$/.test(opening) ? null : needed;
  }

  private characterClass(): string | Needed {
    // `[Rr]` is one letter in either case.
    const letter = /^\[([A-Za-z])([A-Za-z])\]/.exec(this.source.slice(this.at, this.at + 4));
    if (letter && letter[1]!.toLowerCase() === letter[2]!.toLowerCase()) {
      this.at += 4;
      return letter[1]!.toLowerCase();
    }
    const found = /^\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/.exec(this.source.slice(this.at));
    if (!found) this.ok = false;
    this.at += found?.[0].length ?? 1;
    return null;
  }

  private escape(): string | Needed {
    const found =
      /^\\(?:x\{[^}]*\}|u\{[^}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[pP]\{[^}]*\}|[pP]\w|k<\w+>|c[A-Za-z]|\d+|[\s\S])/.exec(
        this.source.slice(this.at, this.at + 80),
      );
    if (!found || found[0][1] === 'Q' || found[0][1] === 'E') {
      this.ok = false;
      this.at++;
      return null;
    }
    this.at += found[0].length;
    const name = found[0][1]!;
    if (found[0].length === 2 && !/[A-Za-z0-9]/.test(name)) return literal(name);
    return /[bBAzZ]/.test(name) ? '' : null;
  }

  /** Takes `*`, `+`, `?` or `{…}` behind a piece, and tells whether the piece comes once, at least once, or maybe. */
  private repetition(): 'once' | 'some' | 'maybe' {
    const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})[?+]?/.exec(this.source.slice(this.at, this.at + 40));
    if (!found) return 'once';
    this.at += found[0].length;
    // Two in a row are refused or read differently by engines.
    if (/^[*+?]/.test(this.source.slice(this.at, this.at + 1))) this.ok = false;
    if (found[0][0] === '+') return 'some';
    return found[1] !== undefined && Number(found[1]) > 0 ? 'some' : 'maybe';
  }
}

function literal(character: string): string | null {
  return character <= '\x7f' ? character.toLowerCase() : null;
}

function shortest(needed: Needed): number {
  return needed === null ? 0 : Math.min(...needed.map((text) => text.length));
}
