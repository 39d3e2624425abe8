import { AS_OURS, type Readings } from '../../knowledge';
import { type Range, say, type Words } from '../../text';
import { nearestPart } from '../value/nearest-part';
import type { Pattern } from '../value/pattern';
import { patternOf } from '../value/pattern-of';
import {
  type Part,
  parseSigmaString,
  plainText,
  printSigmaString,
  type SigmaString,
} from '../value/sigma-string';
import {
  type AskedText,
  excerpt,
  excerptCode,
  type Failure,
  failWithoutText,
  type Near,
  type ReadOtherwise,
} from './failure';
import { type Found, Predicate } from './predicate';
import type { FieldState, Reading } from './reading';

/** How a text is asked for, in words. */
const WORDS: Readonly<Record<AskedText['how'], string>> = {
  is: 'is',
  contains: 'contains',
  starts: 'starts with',
  ends: 'ends with',
  anything: 'is anything',
  like: 'is like',
};

const HOW: Readonly<Record<Pattern['shape'], AskedText['how']>> = {
  exact: 'is',
  contains: 'contains',
  starts: 'starts',
  ends: 'ends',
  anything: 'anything',
  general: 'like',
};

/** A value with wildcards against the whole field, in folded case unless `cased` (semantics.md, "Values"). */
export class TextPredicate extends Predicate {
  private made: Pattern | undefined;

  constructor(
    readonly value: SigmaString,
    readonly cased: boolean,
    /** The value as written, for the reasons of a miss; null where a modifier encoded it. */
    private readonly written: string | null = null,
    private readonly readings: Readings = AS_OURS,
  ) {
    super();
  }

  get key(): string {
    return `text:${Object.keys(this.readings)}${this.cased ? 1 : 0}:${this.value.map(partKey).join('')}`;
  }

  /** Made when it is first needed: of a catalog that is only read and checked, never. */
  get pattern(): Pattern {
    this.made ??= patternOf(this.value, this.cased, this.readings);
    return this.made;
  }

  get words(): Words {
    const { how, text, cased } = this.asked();
    if (how === 'is' && text.text === '') return ['is empty'];
    if (how === 'anything') return [WORDS[how]];
    return say`${WORDS[how]} ${excerptCode(text)}${cased ? ' (case matters)' : ''}`;
  }

  private asked(): AskedText {
    const { shape } = this.pattern;
    // Only a general value has stars in its middle; of the others `how` tells those at the ends.
    const core = shape === 'general' ? this.value : this.value.filter((p) => p.kind !== 'star');
    return { how: HOW[shape], text: excerpt(printSigmaString(core)), cased: this.cased };
  }

  test(reading: Reading): boolean {
    const text = reading.text;
    if (text === null) return false;
    return this.pattern.test(this.cased ? text : reading.folded);
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

  find(reading: Reading): Found[] {
    return this.pattern.find(reading.text ?? '').flatMap((occurrence) => {
      const found: Found[] = [];
      let run: { value: Range; rule: Range | null } | null = null;
      const close = () => {
        if (run) found.push({ kind: 'match', value: run.value, ...(run.rule ? { rule: run.rule } : {}) });
        run = null;
      };
      for (const { part, range } of occurrence.parts) {
        const source = this.value[part]!;
        if (source.kind === 'text' || source.kind === 'dash') {
          // Literal text and the dashes in it are one stretch; a dash is told once more, inside it.
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

  fail(reading: Reading): Failure {
    const text = reading.text;
    if (text === null) return failWithoutText(reading);
    if (this.cased && patternOf(this.value, false, this.readings).test(this.pattern.fold(text)))
      return { reason: 'case differs only', by: 'text', value: excerpt(text) };
    const how = this.readOtherwise(text);
    return how ? { reason: 'would match unescaped', how } : this.differs(text);
  }

  /** Tries the readings that people mistake for one another: wildcards taken literally, escapes taken as text. */
  private readOtherwise(text: string): ReadOtherwise['how'] | null {
    if (this.written === null) return null;
    const literal = this.value.map((p): Part => {
      if ((p.kind !== 'star' && p.kind !== 'any') || !p.at) return p;
      return { kind: 'text', text: p.kind === 'star' ? '*' : '?', at: p.at };
    });
    if (literal.some((p, i) => p !== this.value[i]) && this.try(literal, text))
      return 'wildcards are characters';
    if (!this.written.includes('\\')) return null;
    const [front, back] = [this.value[0]?.at === null, this.value[this.value.length - 1]?.at === null];
    const wrap = (parts: SigmaString) => [
      ...(front && this.value[0]?.kind === 'star' ? [this.value[0]] : []),
      ...parts,
      ...(back && this.value[this.value.length - 1]?.kind === 'star'
        ? [this.value[this.value.length - 1]!]
        : []),
    ];
    if (this.try(wrap([{ kind: 'text', text: this.written, at: null }]), text)) return 'all are characters';
    // A literal star in the parsed value can only have come from an escape.
    const unescaped = this.value.flatMap(
      (p): SigmaString => (p.kind === 'text' ? parseSigmaString(p.text.replace(/\\/g, '\\\\')) : [p]),
    );
    return unescaped.length !== this.value.length && this.try(unescaped, text)
      ? 'escapes are wildcards'
      : null;
  }

  private try(value: SigmaString, text: string): boolean {
    return patternOf(value, this.cased, this.readings).test(this.cased ? text : this.pattern.fold(text));
  }

  private differs(text: string): Failure {
    const shape = this.pattern.shape;
    const needle = plainText(this.value.filter((p) => p.kind !== 'star' || p.at !== null));
    const failure: Failure = {
      reason: 'value differs',
      by: 'text',
      value: excerpt(text),
      asked: this.asked(),
      // Seen only where `*` is read the other way: a line break in a message looks like a blank.
      lineEnds: shape === 'general' && this.readings['star-newline'] !== undefined && text.includes('\n'),
    };
    if (needle === null || shape === 'general') return failure;
    const near = this.nearIn(text, needle);
    return near ? { ...failure, near } : failure;
  }

  private nearIn(text: string, needle: string): Near | null {
    const { shape, fold } = this.pattern;
    const anchor = shape === 'contains' ? 'none' : shape === 'ends' ? 'end' : 'start';
    const folded = this.cased ? text : fold(text);
    const best = nearestPart(this.cased ? needle : fold(needle), folded, anchor);
    const length = best.end - best.start;
    // A few letters in common are chance (every program ends in `.exe`); from half of the value on they tell something.
    if (length < 3 || length * 2 < needle.length) return null;
    const back = anchor === 'end';
    const expected = back
      ? needle.slice(0, best.needle.start).slice(-12)
      : needle.slice(best.needle.end).slice(0, 12);
    const found = back ? text.slice(0, best.start).slice(-12) : text.slice(best.end).slice(0, 12);
    return {
      value: { start: best.start, end: best.end },
      common: excerpt(text.slice(best.start, best.end)),
      side: best.needle.start > 0 && anchor === 'none' ? null : back ? 'before' : 'after',
      expected,
      found,
    };
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

function partKey(part: Part): string {
  if (part.kind === 'star') return '*';
  if (part.kind === 'any') return '?';
  if (part.kind === 'dash') return '-\u0000';
  return part.kind === 'text' ? `"${part.text.replace(/"/g, '\\"')}"` : `%${part.name}%`;
}
