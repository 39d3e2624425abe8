import { code, type Diagnostic, Diagnostics, nearest, prose, type Range, say } from '../../text';
import { LEVELS } from '../catalog';
import { fold, KEYS, type Key, keyNamed } from './keys';

export type Comparison = '>=' | '>' | '<=' | '<';

/** A text to find. */
export interface Needle {
  /** Folded; never empty. */
  readonly text: string;
  /** Set if it is compared by order. */
  readonly comparison?: Comparison;
  /** True if each `*` in it stands for any characters. */
  readonly wild?: true;
  readonly range: Range;
}

/** One part of a query; all parts must hold. One of several needles is enough. */
export interface Clause {
  readonly range: Range;
  readonly negated: boolean;
  /** Null for a word or phrase, which may be anywhere. */
  readonly key: Key | null;
  readonly needles: readonly [Needle, ...Needle[]];
}

/** What is probably a mistake in a query. */
export type QueryCode =
  | 'comparison-unknown'
  | 'date-unknown'
  | 'key-unknown'
  | 'level-unknown'
  | 'quote-open'
  | 'value-missing';

export type QueryDiagnostic = Diagnostic<QueryCode>;

export interface Query {
  readonly clauses: readonly Clause[];
  readonly diagnostics: readonly QueryDiagnostic[];
}

/**
 * Reads a query. Words stand for themselves, `"several words"` for a phrase, in which `""` is a quote; `key:value`
 * searches in one place, `key:one,two` finds either, `key:"a value"` has spaces or commas; `-` before a part excludes
 * it. Any text is a valid query; probable mistakes are reported.
 */
export function parseQuery(text: string): Query {
  return new Parser(text).parse();
}

class Parser {
  private at = 0;
  private readonly told = new Diagnostics<QueryCode>();

  constructor(private readonly text: string) {}

  parse(): Query {
    const clauses: Clause[] = [];
    for (this.skipBlanks(); this.at < this.text.length; this.skipBlanks()) {
      const clause = this.clause();
      if (clause) clauses.push(clause);
    }
    return { clauses, diagnostics: this.told.all };
  }

  private skipBlanks(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  private clause(): Clause | null {
    const start = this.at;
    // A dash by itself is an ordinary word.
    const negated = /^-[^\s-]/.test(this.text.slice(start, start + 2));
    if (negated) this.at++;
    const name = /^([a-z]{2,}):/i.exec(this.text.slice(this.at))?.[1];
    // `https://…` and `HKLM:\\…` are not keys.
    if (name && (keyNamed(name) || !/[\\/:]/.test(this.text[this.at + name.length + 1] ?? '')))
      return this.keyed(name, start, negated);
    const needle = this.text[this.at] === '"' ? this.quoted() : this.bare(/\s/);
    return this.done(start, negated, null, needle ? [needle] : []);
  }

  private keyed(name: string, start: number, negated: boolean): Clause | null {
    const nameAt = { start: this.at, end: this.at + name.length };
    const key = keyNamed(name);
    this.at = nameAt.end + 1;
    if (key === null) {
      const rest = this.text[this.at] === '"' ? this.quoted() : this.bare(/\s/);
      const range = { start: nameAt.start, end: this.at };
      this.unknownKey(name, nameAt, range);
      return this.done(start, negated, null, [{ text: fold(`${name}:${rest?.text ?? ''}`), range }]);
    }
    const needles: Needle[] = [];
    const toldBefore = this.told.all.length;
    do {
      const needle = this.value(key);
      if (needle) needles.push(needle);
    } while (this.text[this.at] === ',' && ++this.at);
    if (needles.length === 0 && this.told.all.length === toldBefore) {
      this.told.info(
        'value-missing',
        { start: nameAt.start, end: this.at },
        say`Write a value after \`${key}:\`, as in \`${KEYS[key].example}\`.`,
      );
    }
    return this.done(start, negated, key, needles);
  }

  private value(key: Key): Needle | null {
    if (this.text[this.at] === '"') return this.checked(key, this.quoted());
    const { mode } = KEYS[key];
    const comparison = /^[<>]=?/.exec(this.text.slice(this.at, this.at + 2))?.[0] as Comparison | undefined;
    if (comparison) this.at += comparison.length;
    const needle = this.bare(/[\s,]/);
    if (!needle) return null;
    if (comparison && (mode === 'level' || mode === 'date'))
      return this.checked(key, { ...needle, comparison });
    if (comparison) {
      this.told.warning(
        'comparison-unknown',
        { start: needle.range.start - comparison.length, end: needle.range.end },
        say`\`${key}\` cannot be compared: \`${comparison}\` only works with \`level\`, \`date\` and \`modified\`. Write \`${key}:${this.text.slice(needle.range.start, needle.range.end)}\`.`,
      );
    }
    const wild = mode === 'whole' && needle.text.includes('*');
    return this.checked(key, wild ? { ...needle, wild } : needle);
  }

  /** `needle`, unless it can never be found under the key; that is reported. */
  private checked(key: Key, needle: Needle | null): Needle | null {
    const { mode } = KEYS[key];
    if (!needle || mode === 'whole' || mode === 'part') return needle;
    if (mode === 'level') {
      const levels: readonly string[] = LEVELS;
      if (levels.includes(needle.text)) return needle;
      const meant = nearest(needle.text, levels);
      this.told.warning(
        'level-unknown',
        needle.range,
        say`There is no level \`${needle.text}\`. ${meant ? say`Did you mean \`${meant}\`? ` : ''}Write one of ${LEVELS.join(', ')}.`,
      );
      return null;
    }
    const date = readDate(needle.text);
    if (date !== null) return { ...needle, text: date };
    this.told.warning(
      'date-unknown',
      needle.range,
      say`\`${needle.text}\` is not a date. Write a day, a month or a year: 2024-06-30, 2024-06, 2024.`,
    );
    return null;
  }

  private unknownKey(name: string, nameAt: Range, range: Range): void {
    const meant = nearest(name.toLowerCase(), Object.keys(KEYS));
    const written = this.text.slice(range.start, range.end);
    const instead = meant
      ? say`Did you mean \`${meant}:\`?`
      : say`The keys are ${Object.keys(KEYS).join(', ')}.`;
    this.told.warning(
      'key-unknown',
      nameAt,
      say`\`${name}\` is not a key, so the search is for \`${written}\` itself. ${instead}`,
      meant
        ? [{ title: say`Write ${code(`${meant}:`)}`, edits: [{ range: nameAt, text: meant }] }]
        : undefined,
    );
  }

  /** From a quote to the next one that is not doubled, or to the end. */
  private quoted(): Needle | null {
    const start = this.at;
    let text = '';
    for (this.at++; this.at < this.text.length; this.at++) {
      const character = this.text[this.at] ?? '';
      if (character !== '"') text += character;
      else if (this.text[this.at + 1] === '"') {
        text += '"';
        this.at++;
      } else {
        this.at++;
        return needleOf(text, start, this.at);
      }
    }
    this.told.info(
      'quote-open',
      { start, end: start + 1 },
      prose('This quote is not closed, so everything after it is one phrase. Write `"` after its last word.'),
    );
    return needleOf(text, start, this.at);
  }

  private bare(end: RegExp): Needle | null {
    const start = this.at;
    while (this.at < this.text.length && !end.test(this.text[this.at] ?? '')) this.at++;
    return needleOf(this.text.slice(start, this.at), start, this.at);
  }

  private done(start: number, negated: boolean, key: Key | null, needles: readonly Needle[]): Clause | null {
    const [first, ...more] = needles;
    return first ? { range: { start, end: this.at }, negated, key, needles: [first, ...more] } : null;
  }
}

function needleOf(written: string, start: number, end: number): Needle | null {
  const text = fold(written);
  return text === '' ? null : { text, range: { start, end } };
}

/** `2024-6-3` and `2024/06/03` as `2024-06-03`; also a month or a year. Null for anything else. */
export function readDate(text: string): string | null {
  const parts = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text.trim());
  return parts
    ? parts
        .slice(1)
        .flatMap((part) => part?.padStart(2, '0') ?? [])
        .join('-')
    : null;
}
