import type { Collection, CompiledCorrelation } from '../compile/collection-plan';
import type { SigmaEvent } from '../event/event';
import { AS_OURS, type Readings } from '../knowledge/interpretations';
import { Evaluator, type MatchOptions } from '../match/evaluate';
import { type EventTime, eventTime } from './event-time';
import type { CorrelationResult, Firing, Member, Nearest } from './firing';
import { gather, type Matches } from './gather';
import type { Group, Occurrence } from './occurrence';
import { comparisonsOf, type Slide, slide } from './slide';

export type * from './firing';

export interface CorrelateOptions extends MatchOptions {
  /** Interpretations of correlations to be read the other way; those of rules are the collection's own. */
  readonly readings?: Readings;
}

/**
 * Runs all correlations of a collection over the events of one document (semantics.md, "Correlation"). In: a collection that
 * compiled, events in the order of the document. Out: a result for each of `collection.correlations`, in that order. The time
 * grows with the number of events times its logarithm; the order of the events decides nothing.
 */
export function correlate(
  collection: Collection,
  events: readonly SigmaEvent[],
  options: CorrelateOptions = {},
): CorrelationResult[] {
  const results: (CorrelationResult | undefined)[] = [];
  const resultOf = (index: number): CorrelationResult => {
    results[index] ??= run(collection.correlations[index]!, index, matches);
    return results[index]!;
  };
  const matches = matchRules(collection, events, options, (index) => resultOf(index).firings);
  return collection.correlations.map((_, index) => resultOf(index));
}

/** Verdicts of the rules that correlations refer to, each event and rule once. */
function matchRules(
  collection: Collection,
  events: readonly SigmaEvent[],
  options: CorrelateOptions,
  firings: Matches['firings'],
): Matches {
  const wanted = new Set(
    collection.correlations.flatMap((c) => c.references.flatMap((r) => (r.kind === 'rule' ? [r.index] : []))),
  );
  const evaluators = new Map(
    [...wanted].map((index) => [index, new Evaluator(collection.plans[index]!.plan)]),
  );
  const matched = new Map([...wanted].map((index): [number, SigmaEvent[]] => [index, []]));
  for (const event of events)
    for (const [index, evaluator] of evaluators)
      if (evaluator.verdict(event, options) === 'match') matched.get(index)!.push(event);
  const { readings = AS_OURS } = options;
  const times = new Map<SigmaEvent, EventTime | null>();
  const byIndex = new Map(events.map((event) => [event.index, event]));
  return {
    collection,
    readings,
    evaluators,
    events: matched,
    firings,
    event: (index) => byIndex.get(index)!,
    time: (event) => {
      let time = times.get(event);
      if (time === undefined) {
        time = eventTime(event, readings);
        times.set(event, time);
      }
      return time;
    },
  };
}

function run(compiled: CompiledCorrelation, index: number, matches: Matches): CorrelationResult {
  const { groups, matched, leftOut, zoneless } = gather(compiled, matches);
  const firings: Firing[] = [];
  let nearest: { group: Group; slid: Slide; text: string } | null = null;
  for (const group of groups) {
    const slid = slide(compiled, group, matches.readings);
    for (const { first, last } of slid.firings) {
      const occurrences = group.occurrences.slice(first, last + 1);
      firings.push({
        correlation: index,
        key: group.key,
        start: occurrences[0]!.micros / 1000,
        end: occurrences[occurrences.length - 1]!.micros / 1000,
        members: occurrences.map(member),
        value: occurrences.map((o, i) => ({ event: o.event, value: slid.values[first + i]! })),
      });
    }
    const text = JSON.stringify(group.key);
    if (!nearest || isNearer(slid, group, text, nearest)) nearest = { group, slid, text };
  }
  const order = new Map(groups.map((group) => [group.key, JSON.stringify(group.key)]));
  firings.sort((a, b) => a.start - b.start || compare(order.get(a.key)!, order.get(b.key)!));
  return {
    correlation: index,
    firings,
    nearest: firings.length === 0 && nearest ? describeNearest(compiled, nearest.group, nearest.slid) : null,
    matched,
    leftOut,
    zoneless,
  };
}

function member({ event, references, firing }: Occurrence): Member {
  return { event, references, ...(firing ? { firing } : {}) };
}

/** The smaller distance; of equal ones the earlier window, then the key, so that the order of events decides nothing. */
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function describeNearest(compiled: CompiledCorrelation, group: Group, slid: Slide): Nearest {
  const { first, last, value } = slid.best;
  const occurrences = group.occurrences.slice(first, last + 1);
  const temporal = compiled.correlation.type.value.startsWith('temporal');
  const present = new Set(occurrences.flatMap((o) => o.references));
  const missing = temporal ? compiled.references.flatMap((_, i) => (present.has(i) ? [] : [i])) : [];
  const key = Object.entries(group.key).map(([name, text]) => `${name} ${text}`);
  const where = key.length > 0 ? ` for ${key.join(', ')}` : '';
  const names = missing.map((i) => compiled.references[i]!.written).join(', ');
  const asked = comparisonsOf(compiled).every((c) => c.operator.startsWith('g'));
  const what =
    temporal && asked && missing.length > 0
      ? `${names} did not occur`
      : temporal && asked && compiled.correlation.type.value === 'temporal_ordered'
        ? 'all occurred, but not in this order'
        : `the ${compiled.conditionText.replace(/ [<>=≥≤≠].*$/, '')} was ${round(value)}`;
  return {
    key: group.key,
    start: occurrences[0]!.micros / 1000,
    end: occurrences[occurrences.length - 1]!.micros / 1000,
    members: occurrences.map(member),
    value,
    missing,
    text: `The closest window${where}: ${what} (asked: ${compiled.conditionText}).`,
  };
}

function round(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
