/**
 * Literals that an expression needs: any text in which it matches contains at least one of them, in some case. A
 * search over many rules skips an expression that cannot match.
 */

/** More alternatives do not help: most texts contain one of so many. */
const MAX_ALTERNATIVES = 64;

/** Literals, of which every match contains one; null if none are certain. */
type Needed = readonly string[] | null;

/**
 * The longest required literals of `source`, folded, ASCII only; null if it has none. Careful rather than clever:
 * whatever this walk does not know makes it return null.
 */
export function requiredLiterals(source: string): readonly string[] | null {
  const walk = new LiteralWalk(source);
  const needed = walk.alternatives();
  return walk.ok && walk.at === source.length ? needed : null;
}

/** Groups inside groups, beyond which nothing is known of an expression. */
const MAX_DEPTH = 200;

class LiteralWalk {
  at = 0;
  ok = true;
  private depth = 0;

  constructor(private readonly source: string) {}

  /** `a|b|c`: each match contains what one of them needs. */
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

  /** Consecutive pieces: the best of what each needs. */
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

  /** One piece: a literal character, what a group needs, `''` for a piece that takes no characters, or null. */
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
    if (++this.depth > MAX_DEPTH) this.ok = false;
    const needed = this.ok ? this.inGroup() : null;
    this.depth--;
    return needed;
  }

  private inGroup(): string | Needed {
    const opening = /^\((?:\?(?:<?[=!]|:|P?<\w+>|[a-zA-Z]*(?:-[a-zA-Z]+)?[:)]))?/.exec(
      this.source.slice(this.at, this.at + 80),
    )![0];
    this.at += opening.length;
    // Flags for the rest; with `x`, spaces and comments are not text.
    if (/^\(\?[a-zA-Z-]+[:)]$/.test(opening) && opening.includes('x')) this.ok = false;
    if (opening.endsWith(')')) return '';
    if (opening === '(' && this.source[this.at] === '?') this.ok = false;
    const needed = this.alternatives();
    if (this.source[this.at] !== ')') this.ok = false;
    this.at++;
    // A lookaround is not part of the match, and a negative one excludes its text.
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

  /** Takes `*`, `+`, `?` or `{…}` after a piece, and says whether the piece occurs once, at least once, or maybe. */
  private repetition(): 'once' | 'some' | 'maybe' {
    const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})[?+]?/.exec(this.source.slice(this.at, this.at + 40));
    if (!found) return 'once';
    this.at += found[0].length;
    // Engines refuse two in a row, or disagree about them.
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
