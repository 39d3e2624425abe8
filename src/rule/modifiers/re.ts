import { say, type Words } from '../../text';
import { compileRegex } from '../value/regex';
import { requiredLiterals } from '../value/regex-literals';
import type { RegexFlags, SigmaRegex } from '../value/regex-types';
import { excerpt, excerptCode, type Failure, failWithoutText } from './failure';
import { type Modifier, one } from './modifier';
import { type Found, Predicate } from './predicate';
import type { Reading } from './reading';

export const re: Modifier = {
  name: 're',
  doc: {
    summary:
      'The value is a regular expression; it may match anywhere in the field, and case matters without `i`.',
    example: "CommandLine|re: '-e(?:nc)?\\s+[A-Za-z0-9+/=]{40,}'",
  },
  takes: ['string', 'number'],
  wants: 'text',
  apply(draft) {
    const source = draft.kind === 'string' ? draft.raw : draft.kind === 'number' ? draft.written : null;
    if (source === null) {
      return {
        code: 'modifier-order',
        message:
          '`re` reads the value as written, so it has to come first: a regular expression may match anywhere already.',
      };
    }
    return one({ kind: 'regex', source, flags: { i: false, m: false, s: false } });
  },
};

/** Stands in every text. */
const ANYTHING: readonly string[] = [''];

/** A regular expression anywhere in the raw value. */
export class RegexPredicate extends Predicate {
  readonly key: string;
  private needed: readonly string[] | undefined;

  constructor(
    readonly source: string,
    readonly flags: RegexFlags,
    readonly regex: SigmaRegex,
    /** Only a match of the whole value counts. */
    private readonly whole = false,
  ) {
    super();
    this.key = `regex${whole ? ' whole' : ''}:${flags.i}${flags.m}${flags.s}:${source}`;
  }

  get words(): Words {
    return say`matches ${excerptCode(excerpt(this.source))}`;
  }

  test(reading: Reading): boolean {
    if (reading.text === null) return false;
    // Most values lack what the expression cannot do without, and looking for that is far cheaper than running it.
    this.needed ??= this.literals() ?? ANYTHING;
    const { needed } = this;
    for (let i = 0; i < needed.length; i++)
      if (reading.folded.includes(needed[i]!)) return this.regex.test(reading.text);
    return false;
  }

  override literals(): readonly string[] | null {
    return requiredLiterals(this.source);
  }

  find(reading: Reading): Found[] {
    const all = { start: 0, end: this.source.length };
    return this.regex
      .find(reading.text ?? '')
      .flatMap((occurrence) => [
        { kind: 'match' as const, value: occurrence.range, rule: all },
        ...occurrence.groups.map((g) => ({ kind: 'group' as const, value: g.range, label: g.label })),
      ]);
  }

  fail(reading: Reading): Failure {
    const text = reading.text;
    if (text === null) return failWithoutText(reading);
    if (!this.flags.i) {
      const loose = compileRegex(this.source, { ...this.flags, i: true }, this.whole);
      // Only the linear engine is asked once more: a reason is not worth a hang.
      if (loose.ok && loose.regex.engine === 'linear' && loose.regex.test(text)) {
        return { reason: 'case differs only', by: 'expression', value: excerpt(text) };
      }
    }
    return { reason: 'value differs', by: 'expression', value: excerpt(text), whole: this.whole };
  }
}
