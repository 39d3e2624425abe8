import { prose, type Range, say, type Words } from '../../text';
import { compileRegex } from '../value/regex';
import { requiredLiterals } from '../value/regex-literals';
import { ProgressOf } from '../value/regex-progress';
import type { RegexFlags, RegexResult, SigmaRegex } from '../value/regex-types';
import { excerpt, excerptCode, type Failure, failWithoutText, type Near } from './failure';
import { type Modifier, one } from './modifier';
import { decisivePlace } from './near';
import { Predicate, type PredicateHit } from './predicate';
import type { FieldReading } from './reading';

export const re: Modifier = {
  name: 're',
  doc: {
    summary:
      'The value is a regular expression. It may match anywhere in the field, and case matters unless `i` follows.',
    example: "CommandLine|re: '-e(?:nc)?\\s+[A-Za-z0-9+/=]{40,}'",
  },
  takes: ['string', 'number'],
  wants: 'text',
  apply(draft) {
    const source = draft.kind === 'string' ? draft.raw : draft.kind === 'number' ? draft.written : null;
    if (source === null) {
      return {
        code: 'modifier-order',
        message: prose(
          '`re` reads the value as written, so it must come first. Remove the modifiers before it: a regular expression already matches anywhere in the field.',
        ),
      };
    }
    return one({ kind: 'regex', source, flags: { i: false, m: false, s: false } });
  },
};

/** A shorter partial match says nothing, unless half of the expression matches: then one character less will do. */
const MIN_TOLD = 3;
/** The most characters to show after the part that matches. */
const MAX_BESIDE = 12;

/** Occurs in every text. */
const ANYTHING: readonly string[] = [''];

/** A regular expression, searched anywhere in the raw value. */
export class RegexPredicate extends Predicate {
  readonly key: string;
  private needed: readonly string[] | undefined;
  private loose: RegexResult | undefined;
  private progress: ProgressOf | undefined;

  constructor(
    readonly source: string,
    readonly flags: RegexFlags,
    readonly regex: SigmaRegex,
    /** Requires a match of the whole value. */
    private readonly whole = false,
  ) {
    super();
    this.key = `regex${whole ? ' whole' : ''}:${flags.i}${flags.m}${flags.s}:${source}`;
  }

  get words(): Words {
    return say`matches ${excerptCode(excerpt(this.source))}`;
  }

  test(reading: FieldReading): boolean {
    if (reading.text === null) return false;
    // Most values lack a literal that the expression needs, and searching for it is far cheaper than running the
    // expression.
    this.needed ??= this.literals() ?? ANYTHING;
    const { needed } = this;
    for (let i = 0; i < needed.length; i++)
      if (reading.folded.includes(needed[i]!)) return this.regex.test(reading.text);
    return false;
  }

  override literals(): readonly string[] | null {
    return requiredLiterals(this.source);
  }

  find(reading: FieldReading): PredicateHit[] {
    const all = { start: 0, end: this.source.length };
    return this.regex
      .find(reading.text ?? '')
      .flatMap((occurrence) => [
        { kind: 'match' as const, value: occurrence.range, rule: all },
        ...occurrence.groups.map((g) => ({ kind: 'group' as const, value: g.range, label: g.label })),
      ]);
  }

  fail(reading: FieldReading): Failure {
    const text = reading.text;
    if (text === null) return failWithoutText(reading);
    const [first] = this.looseMatches(text);
    if (first) {
      const common = excerpt(text.slice(first.start, first.end));
      const near: Near = { kind: 'fits', value: first, common, side: 'after', expected: '', found: '' };
      const value = excerpt(text, decisivePlace(near));
      return { reason: 'case differs only', by: 'expression', value, near };
    }
    const failure = { reason: 'value differs', by: 'expression', whole: this.whole } as const;
    const got = this.regex.engine === 'linear' && !this.whole ? this.progressIn(text) : null;
    if (!got) return { ...failure, value: excerpt(text), distance: 1 };
    const { near, fits, distance } = got;
    return { ...failure, value: excerpt(text, decisivePlace(near)), fits, near, distance };
  }

  /** Where it would match if case did not matter. Only on the linear engine: an explanation is not worth a hang. */
  private looseMatches(text: string): Range[] {
    if (this.flags.i) return [];
    this.loose ??= compileRegex(this.source, { ...this.flags, i: true }, this.whole);
    if (!this.loose.ok || this.loose.regex.engine !== 'linear' || !this.loose.regex.test(text)) return [];
    return this.loose.regex.find(text).map(({ range }) => range);
  }

  /** How far the expression gets, if that says anything: three characters of the value, or half of the expression. */
  private progressIn(text: string) {
    this.progress ??= new ProgressOf(this.source, this.flags);
    const got = this.progress.in(text);
    const length = got ? got.text.end - got.text.start : 0;
    if (!got || length < (got.share < 0.5 ? MIN_TOLD : MIN_TOLD - 1)) return null;
    const cut = ({ start, end }: Range) => this.source.slice(start, end);
    const near: Near = {
      kind: 'fits',
      value: got.text,
      common: excerpt(text.slice(got.text.start, got.text.end)),
      side: 'after',
      expected: cut(got.next).slice(0, MAX_BESIDE),
      found: text.slice(got.text.end, got.text.end + MAX_BESIDE),
    };
    return {
      near,
      fits: { source: excerpt(cut(got.source)), next: excerpt(cut(got.next)) },
      distance: 1 - got.share,
    };
  }
}
