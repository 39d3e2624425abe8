import type { SigmaEvent } from '../../event';
import { AS_OURS } from '../../knowledge';
import {
  type CorrelationResult,
  correlations,
  differentFirings,
  drained,
  EventTimes,
  eventsOf,
  RuleVerdicts,
  wantedRules,
} from '../../match';
import type { Collection } from '../../rule';

/** What is expected of a correlation. Events are indexes. */
export interface WantedFirings {
  /** The index of its document in the text. */
  readonly document: number;
  readonly count: number;
  /** The events of each firing, -1 for one that is there no longer; null if any will do. */
  readonly members: readonly (readonly number[])[] | null;
}

/** The correlations of a text over some events. */
export class TriedFirings {
  private readonly verdicts: RuleVerdicts;
  private readonly times: EventTimes;

  /** `twins`: events with the same text as an earlier one, which stands for them. */
  constructor(
    readonly collection: Collection,
    readonly events: readonly SigmaEvent[],
    readonly ignoreLogsource: boolean,
    readonly twins: ReadonlyMap<number, number> = new Map(),
  ) {
    this.verdicts = new RuleVerdicts(collection, wantedRules(collection), { ignoreLogsource });
    for (const event of events) this.verdicts.take(event);
    this.times = new EventTimes(events, AS_OURS);
  }

  /** When an event happened, in microseconds since 1970; null if it does not say. */
  time(event: SigmaEvent): number | null {
    return this.times.of(event)?.micros ?? null;
  }

  /** What each correlation fires on; with another text of the same rules, what those of that would. */
  results(collection = this.collection): readonly CorrelationResult[] {
    return drained(correlations(collection, this.events, this.verdicts));
  }

  /** The same over some of the events. */
  only(events: readonly number[]): TriedFirings {
    const wanted = new Set(events);
    const some = this.events.filter(({ index }) => wanted.has(index));
    return new TriedFirings(this.collection, some, this.ignoreLogsource, this.twins);
  }

  /** The events that match a rule that a correlation refers to, itself or through others. */
  matching(correlation: number): ReadonlySet<number> {
    const found = new Set<number>();
    for (const { kind, index } of this.collection.correlations[correlation]!.references)
      for (const event of kind === 'rule'
        ? this.verdicts.events.get(index)!.map((one) => one.index)
        : this.matching(index))
        found.add(event);
    return found;
  }

  /** Where what is expected and what is found differ. */
  differences(wanted: WantedFirings, result: CorrelationResult) {
    return differences(wanted, result, this.twins);
  }
}

function differences(
  { count, members }: WantedFirings,
  { firings }: CorrelationResult,
  twins: ReadonlyMap<number, number>,
) {
  const found = firings.map((firing) => eventsOf(firing).map((event) => twins.get(event) ?? event));
  const { missing, others } = differentFirings(members ?? [], found);
  const isMet = found.length === count && (members === null || missing.length + others.length === 0);
  return { found, missing, others: members || count === 0 ? others : [], isMet };
}

/** True if a correlation of a text fires as it is expected to. In: what its correlations fire on. */
export function isMet(
  wanted: WantedFirings,
  collection: Collection,
  results: readonly CorrelationResult[],
  twins: ReadonlyMap<number, number>,
): boolean {
  const index = correlationAt(collection, wanted.document);
  return index !== null && differences(wanted, results[index]!, twins).isMet;
}

/** The index in `Collection.correlations` of the correlation of a document; null if it is none that compiles. */
export function correlationAt({ documents }: Collection, document: number): number | null {
  const entry = documents[document];
  return entry?.kind === 'correlation' ? entry.compiled : null;
}
