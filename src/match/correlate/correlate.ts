import type { SigmaEvent } from '../../event';
import { AS_OURS, type Readings } from '../../knowledge';
import type { Collection, CompiledCorrelation } from '../../rule';
import { Evaluator, type MatchOptions } from '../evaluate';
import { nearestText } from './correlation-words';
import { EventTimes } from './event-times';
import type { CorrelationResult, Firing, Nearest } from './firing';
import { byStart, compare, firingOf, member } from './firing-of';
import { gather, type Matches } from './gather';
import type { Group } from './occurrence';
import { type Slide, slide } from './slide';
import { slideExpression } from './slide-expression';

export interface CorrelateOptions extends MatchOptions {
  /** Interpretations of correlations to read the other way; the collection has those of rules. */
  readonly readings?: Readings;
  /** When each event happened, by its index, in microseconds since 1970: for events that do not say it themselves. */
  readonly times?: ReadonlyMap<number, number>;
}

/**
 * Runs all correlations of a collection over the events of one document (semantics.md, "Correlation"). In: a
 * collection that compiled, and events in the order of the document. Out: a result for each of
 * `collection.correlations`, in that order. Takes n log n time for n events. The order of the events does not matter.
 */
export function correlate(
  collection: Collection,
  events: readonly SigmaEvent[],
  options: CorrelateOptions = {},
): CorrelationResult[] {
  const verdicts = new RuleVerdicts(collection, wantedRules(collection), options);
  for (const event of events) verdicts.take(event);
  return drained(correlations(collection, events, verdicts, options.readings, options.times));
}

/** Indexes of the plans that correlations refer to. */
export function wantedRules({ correlations }: Collection): number[] {
  return correlations.flatMap(({ references }) =>
    references.flatMap((r) => (r.kind === 'rule' ? [r.index] : [])),
  );
}

/** Runs a generator of partial work to its end, and returns the result. */
export function drained<T>(running: Generator<void, T>): T {
  for (;;) {
    const step = running.next();
    if (step.done) return step.value;
  }
}

/** Which events match which rules of a collection. Takes one event after another, in the order of the document. */
export class RuleVerdicts {
  readonly evaluators: ReadonlyMap<number, Evaluator>;
  /** For each rule, the events that match it. */
  readonly events: ReadonlyMap<number, SigmaEvent[]>;

  /** `wanted`: indexes in `collection.plans`. */
  constructor(
    collection: Collection,
    wanted: Iterable<number>,
    private readonly options: MatchOptions = {},
  ) {
    const indexes = [...new Set(wanted)];
    this.evaluators = new Map(indexes.map((i) => [i, new Evaluator(collection.plans[i]!.plan)]));
    this.events = new Map(indexes.map((i) => [i, []]));
  }

  take(event: SigmaEvent): void {
    for (const [index, evaluator] of this.evaluators)
      if (evaluator.verdict(event, this.options) === 'match') this.events.get(index)!.push(event);
  }
}

/**
 * `correlate` in pieces: yields to let others run. `verdicts` has taken all of `events`, for every rule that a
 * correlation refers to.
 */
export function* correlations(
  collection: Collection,
  events: readonly SigmaEvent[],
  verdicts: RuleVerdicts,
  readings: Readings = AS_OURS,
  given?: ReadonlyMap<number, number>,
): Generator<void, CorrelationResult[]> {
  const times = new EventTimes(events, readings);
  const byIndex = new Map(events.map((event) => [event.index, event]));
  const { evaluators } = verdicts;
  const time = (event: number) => {
    const micros = given?.get(event);
    return micros === undefined ? times.of(byIndex.get(event)!) : { micros, zoneless: false, field: '' };
  };
  return yield* correlationsOf({
    collection,
    readings,
    events: new Map([...verdicts.events].map(([rule, of]) => [rule, of.map(({ index }) => index)])),
    time,
    last: () =>
      events.reduce(
        (latest, { index }) => Math.max(latest, time(index)?.micros ?? latest),
        Number.NEGATIVE_INFINITY,
      ),
    fields: (rule, index) => fieldsOf(evaluators.get(rule)!, byIndex.get(index)!),
    written: (rule, index) => writtenFieldsOf(evaluators.get(rule)!, byIndex.get(index)!),
  });
}

/** Reads an event's fields by a rule's names for them. */
export function fieldsOf(evaluator: Evaluator, event: SigmaEvent): (name: string) => unknown {
  const coverage = evaluator.coverage(event);
  return (name) => coverage.resolve(name)(event);
}

/** The same with numbers as they are written: grouping and counting use the text of a value. */
export function writtenFieldsOf(evaluator: Evaluator, event: SigmaEvent): (name: string) => unknown {
  const read = fieldsOf(evaluator, event);
  return (name) => {
    if (typeof read(name) !== 'string') event.exact?.();
    return read(name);
  };
}

/** Runs all correlations of a collection over what matches its rules. */
export function* correlationsOf(matched: Omit<Matches, 'firings'>): Generator<void, CorrelationResult[]> {
  const { collection } = matched;
  const results: (CorrelationResult | undefined)[] = [];
  let last: number | undefined;
  const matches: Matches = {
    ...matched,
    last: () => {
      last ??= matched.last();
      return last;
    },
    firings: (index) => results[index]!.firings,
  };
  // The references of a correlation run before it; the compiler rejects circles.
  function* result(index: number): Generator<void, void> {
    if (results[index]) return;
    const compiled = collection.correlations[index]!;
    for (const inner of compiled.references) if (inner.kind === 'correlation') yield* result(inner.index);
    results[index] = yield* run(compiled, index, matches);
  }
  for (let index = 0; index < collection.correlations.length; index++) yield* result(index);
  return results as CorrelationResult[];
}

function* run(
  compiled: CompiledCorrelation,
  index: number,
  matches: Matches,
): Generator<void, CorrelationResult> {
  const { groups, matched, leftOut, zoneless, yearless } = yield* gather(compiled, matches);
  const firings: Firing[] = [];
  let nearest: { group: Group; slid: Slide; text: string } | null = null;
  for (const group of groups) {
    const { expression } = compiled.correlation;
    const slid = expression
      ? slideExpression(compiled, expression, group, matches.readings)
      : slide(compiled, group, matches.readings);
    for (const { first, last, at, absence } of slid.firings) {
      const occurrences = group.occurrences.slice(first, last + 1);
      const values = slid.values.slice(first, last + 1);
      const fired = { key: group.key, occurrences, values, fires: at - first, absence };
      firings.push(firingOf(index, fired, matches.last));
    }
    const text = JSON.stringify(group.key);
    if (!nearest || isNearer(slid, group, text, nearest)) nearest = { group, slid, text };
    yield;
  }
  firings.sort(byStart());
  return {
    correlation: index,
    firings,
    nearest: firings.length === 0 && nearest ? describeNearest(compiled, nearest.group, nearest.slid) : null,
    matched,
    leftOut,
    zoneless,
    yearless,
  };
}

/** The smaller distance; then the earlier window; then the key, so that the order of events does not matter. */
function isNearer(
  slid: Slide,
  group: Group,
  text: string,
  other: { group: Group; slid: Slide; text: string },
): boolean {
  const begin = ({ slid: s, group: g }: { slid: Slide; group: Group }) => g.occurrences[s.best.first]!.micros;
  return (
    (slid.best.distance - other.slid.best.distance ||
      begin({ slid, group }) - begin(other) ||
      compare(text, other.text)) < 0
  );
}

function describeNearest(compiled: CompiledCorrelation, group: Group, slid: Slide): Nearest {
  const { first, last, value, shortfall } = slid.best;
  const occurrences = group.occurrences.slice(first, last + 1);
  const temporal = compiled.correlation.type.value.startsWith('temporal');
  const present = new Set(occurrences.flatMap((o) => o.references));
  const absent = temporal ? compiled.references.flatMap((_, i) => (present.has(i) ? [] : [i])) : [];
  const nearest = {
    key: group.key,
    start: occurrences[0]!.micros / 1000,
    end: occurrences[occurrences.length - 1]!.micros / 1000,
    members: occurrences.map(member),
    value,
    missing: shortfall ? shortfall.missing : absent,
    blocked: (shortfall?.blocked ?? []).map(({ rule, occurrence }) => {
      const { event, micros } = group.occurrences[occurrence]!;
      return { reference: rule, event, at: micros / 1000 };
    }),
  };
  return { ...nearest, text: nearestText(compiled, nearest, shortfall?.unordered) };
}
