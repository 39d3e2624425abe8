import { prose, type Range, say, scalarSource } from '../../text';
import type { RuleDiagnostics } from '../codes';
import { AsciiTextPredicate } from '../modifiers/ascii-text-predicate';
import { NetworkPredicate } from '../modifiers/cidr';
import { ComparePredicate, TimePredicate } from '../modifiers/compare';
import type { Draft, DraftVariant, Form, Refusal } from '../modifiers/draft';
import { isRefusal } from '../modifiers/draft';
import { ExistsPredicate } from '../modifiers/exists';
import { FieldRefPredicate } from '../modifiers/fieldref';
import type { Modifier, ModifierContext } from '../modifiers/modifier';
import { asString } from '../modifiers/modifier';
import type { Predicate } from '../modifiers/predicate';
import { RegexPredicate } from '../modifiers/re';
import { TextPredicate } from '../modifiers/text-predicate';
import { BooleanPredicate, NullPredicate, NumberPredicate } from '../modifiers/typed-predicates';
import { isUnwritten } from '../unfinished';
import type { PatternListener } from '../value/beacon';
import { STAR } from '../value/pattern';
import { compileRegex } from '../value/regex';
import type { SigmaRegex } from '../value/regex-types';
import { isGeneral, parseSigmaString } from '../value/sigma-string';
import type { YamlScalar } from '../yaml/node';
import type { PlanPattern } from './plan';

export interface PlacedModifier {
  readonly modifier: Modifier;
  readonly range: Range;
}

export interface ValueContext extends ModifierContext {
  readonly text: string;
  readonly diagnostics: RuleDiagnostics;
  /** Modifiers already reported for this item, so that a list of values does not repeat one mistake. */
  readonly reported: Set<Modifier>;
  readonly patterns: PlanPattern[];
  readonly onPattern: PatternListener | undefined;
}

export interface CompiledVariant {
  readonly predicate: Predicate;
  readonly forms?: readonly Form[];
}

/**
 * Takes one value of an item through its modifiers, from left to right, to predicates. Null if that fails; the
 * reasons go to the context's diagnostics.
 */
export function compileValue(
  scalar: YamlScalar,
  modifiers: readonly PlacedModifier[],
  keyword: boolean,
  context: ValueContext,
): readonly CompiledVariant[] | null {
  let variants: readonly DraftVariant[] = [{ draft: firstDraft(scalar, modifiers) }];
  for (let position = 0; position < modifiers.length; position++) {
    const next: DraftVariant[] = [];
    for (const { draft, forms } of variants) {
      const result = applyOne(modifiers[position]!, position, draft, scalar, modifiers, context);
      if (!result) return null;
      if (forms === undefined) next.push(...result);
      else for (const made of result) next.push({ ...made, forms: [...forms, ...(made.forms ?? [])] });
    }
    variants = next;
  }
  const compiled: CompiledVariant[] = [];
  for (const { draft, forms } of variants) {
    const predicate = toPredicate(keyword ? asKeyword(draft, context) : draft, scalar, modifiers, context);
    if (!predicate) return null;
    compiled.push(forms ? { predicate, forms } : { predicate });
  }
  return compiled;
}

function firstDraft(scalar: YamlScalar, modifiers: readonly PlacedModifier[]): Draft {
  const { value, text } = scalar;
  if (value === null) return { kind: 'null' };
  if (typeof value === 'number') return { kind: 'number', value, written: text };
  if (typeof value === 'boolean') return { kind: 'boolean', value, written: text };
  const placeholders = modifiers.some((m) => m.modifier.name === 'expand');
  return {
    kind: 'string',
    value: parseSigmaString(text, placeholders),
    cased: false,
    written: text,
    raw: text,
  };
}

/** Keywords match as substrings (ours). */
function asKeyword(draft: Draft, { readings }: ModifierContext): Draft {
  const text = asString(draft);
  if (!text) return draft;
  if (readings['keyword-substring']) return text;
  const front = text.value[0]?.kind === 'star' ? [] : [STAR];
  const back = text.value.length > 0 && text.value[text.value.length - 1]!.kind === 'star' ? [] : [STAR];
  return { ...text, value: [...front, ...text.value, ...back] };
}

function applyOne(
  { modifier, range }: PlacedModifier,
  position: number,
  draft: Draft,
  scalar: YamlScalar,
  modifiers: readonly PlacedModifier[],
  context: ValueContext,
): readonly DraftVariant[] | null {
  if (!modifier.takes.includes(draft.kind)) {
    const before = modifiers[position - 1];
    // A modifier that takes no plain scalar (`i` takes an expression) fails because of the modifier before it, or its
    // lack.
    const possible = modifier.takes.some(
      (kind) => kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'null',
    );
    const own = possible && (position === 0 || draft.kind === firstDraft(scalar, []).kind);
    if (own) {
      const shown = draft.kind === 'null' ? 'null' : say`\`${asWritten(scalar, context)}\``;
      context.diagnostics.error(
        'modifier-value',
        place(scalar, range),
        isUnwritten(scalar)
          ? say`There is no value yet. \`${modifier.name}\` expects ${prose(modifier.wants)}: write it after the colon, or as a list below.`
          : say`\`${modifier.name}\` expects ${prose(modifier.wants)}, not ${shown}.`,
      );
    } else if (!context.reported.has(modifier)) {
      context.reported.add(modifier);
      context.diagnostics.error(
        'modifier-order',
        range,
        before
          ? say`\`${modifier.name}\` cannot follow \`${before.modifier.name}\`: it expects ${prose(modifier.wants)}.`
          : say`\`${modifier.name}\` cannot come first: it expects ${prose(modifier.wants)}.`,
      );
    }
    return null;
  }
  const result = modifier.apply(draft, context);
  if (!isRefusal(result)) return result;
  return report(result, scalar, range, context);
}

/** A value with its quotes, since they may be what is wrong; a block scalar by its text. */
function asWritten({ range, text, style }: YamlScalar, context: ValueContext): string {
  const quoted = style === 'single' || style === 'double';
  return quoted ? context.text.slice(range.start, range.end) : text;
}

function report(
  refusal: Refusal,
  scalar: YamlScalar,
  modifier: Range,
  context: ValueContext,
): readonly DraftVariant[] | null {
  const at = refusal.code.startsWith('modifier-')
    ? modifier
    : refusal.at
      ? scalarSource(context.text, scalar, refusal.at)
      : place(scalar, modifier);
  if (refusal.severity === 'warning') context.diagnostics.warning(refusal.code, at, refusal.message);
  else context.diagnostics.error(refusal.code, at, refusal.message);
  return refusal.variants ?? null;
}

/** The range of the value, or of the modifier if the value has no characters. */
function place(scalar: YamlScalar, otherwise: Range): Range {
  return scalar.range.end > scalar.range.start ? scalar.range : otherwise;
}

function toPredicate(
  draft: Draft,
  scalar: YamlScalar,
  modifiers: readonly PlacedModifier[],
  context: ValueContext,
): Predicate | null {
  const { readings } = context;
  switch (draft.kind) {
    case 'string': {
      const kind = readings['case-folding'] ? AsciiTextPredicate : TextPredicate;
      if (!isGeneral(draft.value)) return new kind(draft.value, draft.cased, draft.written, readings);
      const source = draft.written ?? scalar.text;
      context.patterns.push({ source, range: scalar.range, engine: 'wildcards' });
      const onRun = context.onPattern && (() => context.onPattern?.(source));
      return new kind(draft.value, draft.cased, draft.written, readings, onRun);
    }
    case 'number':
      return new NumberPredicate(draft.value, draft.written);
    case 'boolean':
      return new BooleanPredicate(draft.value, readings);
    case 'null':
      return new NullPredicate(readings);
    case 'network':
      return new NetworkPredicate(draft.network, readings);
    case 'compare':
      return new ComparePredicate(draft.op, draft.value, draft.written, draft.part, readings);
    case 'time':
      return new TimePredicate(draft.part, draft.value, readings);
    case 'fieldref':
      return new FieldRefPredicate(draft.field, draft.mode, draft.cased, readings);
    case 'exists':
      return new ExistsPredicate(draft.value);
    case 'bytes': {
      const last = modifiers[modifiers.length - 1]!;
      context.diagnostics.error(
        'encoding-missing',
        last.range,
        say`\`${last.modifier.name}\` gives bytes, which cannot be compared with a field. Add \`base64\` or \`base64offset\` after it.`,
      );
      return null;
    }
    case 'regex':
      return regexPredicate(draft, scalar, context);
  }
}

function regexPredicate(
  draft: Extract<Draft, { kind: 'regex' }>,
  scalar: YamlScalar,
  context: ValueContext,
): Predicate | null {
  const whole = context.readings['re-unanchored'] !== undefined;
  const result = compileRegex(draft.source, draft.flags, whole, context.onPattern);
  if (!result.ok) {
    const at = scalarSource(context.text, scalar, result.at);
    context.diagnostics.error('regex-syntax', at.end > at.start ? at : scalar.range, result.message);
    return null;
  }
  context.patterns.push({ source: draft.source, range: scalar.range, engine: result.regex.engine });
  if (result.regex.engine === 'backtracking') {
    context.diagnostics.warning(
      'regex-backtracking',
      scalar.range,
      say`This expression ${slowBecause(result.regex)}, so it can be slow on hostile input, and some backends refuse it.`,
    );
  }
  return new RegexPredicate(draft.source, draft.flags, result.regex, whole);
}

/** Why the linear engine cannot run an expression. */
function slowBecause({ needs }: SigmaRegex): string {
  return needs.size > 0
    ? `uses ${[...needs].join(' and ')}, which linear-time engines do not support`
    : 'counts more repetitions than linear-time engines allow';
}
