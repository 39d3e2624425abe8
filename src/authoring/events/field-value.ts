import type { PlanValue } from '../../rule';
import { type FieldAccess, FieldState } from '../../rule';
import { type Sample, samplesOf } from './samples';

/** What one field has to contain: all of `must` pass, none of `mustNot`, and as few of `better` as possible. */
export interface Wanted {
  readonly must: PlanValue[];
  readonly mustNot: PlanValue[];
  readonly better: readonly PlanValue[];
}

/** Other values to try if the field only has to exist, or has to be different. */
const FILLERS = ['example', 'C:\\Example\\example.exe', '192.0.2.1', 1, 'x', ''];
const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['example', 'example'],
  ['example ', ' example'],
  ['C:\\Example\\', '\\example'],
  ['x', 'x'],
  ['1', '1'],
];
const BETWEEN = [' ', '', 'x', '\\'];
/** The most combinations of variants to try. */
const MOST_WAYS = 24;

/** While choosing one field, no other is known. Comparisons of two are tested on the event. */
const NOTHING: FieldAccess = { field: () => new FieldState() };

/**
 * A value for one field, `{ value: undefined }` for an absent one; null if none was found. A comparison with another
 * field uses `same`, the other field's value.
 */
export function fieldValue(wanted: Wanted, same?: unknown): { readonly value: unknown } | null {
  const state = new FieldState();
  let best: { readonly value: unknown } | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const value of candidates(wanted, same)) {
    state.set(value);
    if (!wanted.must.every((v) => passes(v, state, true))) continue;
    if (wanted.mustNot.some((v) => passes(v, state, false))) continue;
    const others = wanted.better.filter((v) => passes(v, state, false)).length;
    if (others >= fewest) continue;
    best = { value };
    fewest = others;
    if (others === 0) break;
  }
  return best;
}

/** `unknown` is the answer for a test that needs another field. */
function passes({ variants }: PlanValue, state: FieldState, unknown: boolean): boolean {
  return variants.some(({ predicate }) =>
    samplesOf(predicate)[0]!.kind === 'same' ? unknown && state.present : predicate.matches(state, NOTHING),
  );
}

function* candidates({ must }: Wanted, same: unknown): Generator<unknown> {
  if (must.length === 0) yield undefined;
  for (const way of ways(must)) yield* together(way);
  if (same !== undefined) yield same;
  yield* FILLERS;
}

/** One sample for each value: first the first of each, then others. */
function* ways(must: readonly PlanValue[]): Generator<readonly Sample[]> {
  const all = must.map(({ variants }) => variants.flatMap(({ predicate }) => samplesOf(predicate)));
  const most = Math.min(MOST_WAYS, Math.max(0, ...all.map((samples) => samples.length)));
  for (let turn = 0; turn < most; turn++) yield all.map((samples) => samples[turn % samples.length]!);
}

/** Values made of all samples at once. */
function* together(samples: readonly Sample[]): Generator<unknown> {
  const texts: Extract<Sample, { kind: 'text' }>[] = [];
  for (const sample of samples) {
    if (sample.kind === 'values') yield* sample.values;
    else if (sample.kind === 'absent') yield undefined;
    else if (sample.kind === 'text') texts.push(sample);
  }
  if (texts.length === 0) return;
  const longest = (a: { text: string }, b: { text: string }) => b.text.length - a.text.length;
  const starts = texts.filter((t) => !t.openStart && t.openEnd).sort(longest);
  const ends = texts.filter((t) => t.openStart && !t.openEnd).sort(longest);
  for (const whole of texts.filter((t) => !t.openStart && !t.openEnd)) yield whole.text;
  const [start, end] = [starts[0]?.text ?? '', ends[0]?.text ?? ''];
  const middles: string[] = [];
  for (const { text } of texts.filter((t) => t.openStart && t.openEnd).sort(longest)) {
    const held = (by: string) => by.toLowerCase().includes(text.toLowerCase());
    if (!held(start) && !held(end) && !middles.some(held)) middles.push(text);
  }
  // Text that is first in the rule comes first.
  middles.sort((a, b) => place(texts, a) - place(texts, b));
  if (middles.length === 0 && start !== '' && end.startsWith(start)) yield end;
  for (const between of BETWEEN) {
    for (const [before, after] of around(end, middles)) {
      const inner = middles.join(between);
      const pieces = [start, inner, end].filter((p) => p !== '');
      const text = pieces.join(between);
      yield `${starts.length > 0 ? '' : before}${text}${ends.length > 0 ? '' : after}`;
    }
  }
}

function place(texts: readonly { readonly text: string }[], text: string): number {
  return texts.findIndex((t) => t.text === text);
}

/** The end of a path gets a path before it. */
function around(end: string, middles: readonly string[]): readonly (readonly [string, string])[] {
  return middles.length === 0 && end.startsWith('\\') ? [['C:\\Example', ''], ...AROUND] : AROUND;
}
