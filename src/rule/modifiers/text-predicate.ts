import { AS_OURS, type Readings } from '../../knowledge';
import { type Range, say, type Words } from '../../text';
import { LONG_TEXT } from '../value/beacon';
import type { Pattern } from '../value/pattern';
import { patternOf } from '../value/pattern-of';
import type { SigmaString, StringPart } from '../value/sigma-string';
import { type AskedText, excerptCode, type Failure, failWithoutText } from './failure';
import { Predicate, type PredicateHit } from './predicate';
import type { FieldReading, FieldState } from './reading';
import { askedText, textFailure } from './text-failure';

/** Each test of text, in words. */
const WORDS: Readonly<Record<AskedText['how'], string>> = {
  is: 'is',
  contains: 'contains',
  starts: 'starts with',
  ends: 'ends with',
  anything: 'is anything',
  like: 'is like',
};

/** A value with wildcards against the whole field, in folded case unless `cased` (semantics.md, "Values"). */
export class TextPredicate extends Predicate {
  private made: Pattern | undefined;

  constructor(
    readonly value: SigmaString,
    readonly cased: boolean,
    /** The value as written, to explain a miss; null if a modifier encoded it. */
    readonly written: string | null = null,
    readonly readings: Readings = AS_OURS,
    /** Called before it runs on a long text. */
    private readonly onRun?: () => void,
  ) {
    super();
  }

  get key(): string {
    return `text:${Object.keys(this.readings)}${this.cased ? 1 : 0}:${this.value.map(partKey).join('')}`;
  }

  /** Made on first use: a catalog that is only read and checked needs none. */
  get pattern(): Pattern {
    this.made ??= patternOf(this.value, this.cased, this.readings);
    return this.made;
  }

  get words(): Words {
    const { how, text, cased, anyDash } = askedText(this);
    if (how === 'is' && text.text === '') return ['is empty'];
    if (how === 'anything') return [WORDS[how]];
    return say`${WORDS[how]} ${excerptCode(text)}${cased ? ' (case matters)' : ''}${anyDash ? ' (with any dash)' : ''}`;
  }

  test(reading: FieldReading): boolean {
    const text = reading.text;
    if (text === null) return false;
    this.tellRun(text);
    return this.pattern.test(this.cased ? text : reading.folded);
  }

  protected tellRun(text: string): void {
    if (text.length >= LONG_TEXT) this.onRun?.();
  }

  override literals(): readonly string[] | null {
    const literal = this.pattern.longestLiteral();
    return literal === '' ? null : [literal];
  }

  override matches(state: FieldState): boolean {
    const { readings } = state;
    for (let i = 0; i < readings.length; i++) if (this.test(readings[i]!)) return true;
    return false;
  }

  find(reading: FieldReading): PredicateHit[] {
    this.tellRun(reading.text ?? '');
    return this.pattern.find(reading.text ?? '').flatMap((occurrence) => {
      const found: PredicateHit[] = [];
      let run: { value: Range; rule: Range | null } | null = null;
      const close = () => {
        if (run) found.push({ kind: 'match', value: run.value, ...(run.rule ? { rule: run.rule } : {}) });
        run = null;
      };
      for (const { part, range } of occurrence.parts) {
        const source = this.value[part]!;
        if (source.kind === 'text' || source.kind === 'dash') {
          // Literal text and the dashes in it are one stretch; each dash is also reported by itself inside it.
          run = run ? join(run, range, source.at) : { value: range, rule: source.at };
          if (source.kind === 'dash')
            found.push({ kind: 'dash', value: range, ...(source.at ? { rule: source.at } : {}) });
        } else {
          close();
          if (source.at) found.push({ kind: 'wildcard', value: range, rule: source.at });
        }
      }
      close();
      if (found.length === 0) found.push({ kind: 'match', value: occurrence.range });
      return found.sort((a, b) => a.value.start - b.value.start || b.value.end - a.value.end);
    });
  }

  fail(reading: FieldReading): Failure {
    const { text } = reading;
    return text === null ? failWithoutText(reading) : textFailure(this, text);
  }
}

function join(
  run: { value: Range; rule: Range | null },
  value: Range,
  rule: Range | null,
): { value: Range; rule: Range | null } {
  return {
    value: { start: run.value.start, end: value.end },
    rule: run.rule && rule ? { start: run.rule.start, end: rule.end } : (run.rule ?? rule),
  };
}

function partKey(part: StringPart): string {
  if (part.kind === 'star') return '*';
  if (part.kind === 'any') return '?';
  if (part.kind === 'dash') return '-\u0000';
  return part.kind === 'text' ? `"${part.text.replace(/"/g, '\\"')}"` : `%${part.name}%`;
}
