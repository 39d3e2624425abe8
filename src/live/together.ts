import type { EventSlice, SigmaEvent } from '../event';
import { KEPT } from '../limits';
import {
  type CorrelationDecision,
  type CorrelationResult,
  correlationDecisions,
  correlations,
  eventsOf,
  type MatchOptions,
  RuleVerdicts,
} from '../match';
import type { Collection } from '../rule';
import type { Turns } from '../turns';
import { type CorrelationReport, documentOf, membersOf, reportOf } from './correlation-report';

/** The results of all documents of one text. */
export interface Together {
  /** For each document how many events it matches; null if it is not a rule. */
  readonly counts: readonly (number | null)[];
  readonly correlations: readonly CorrelationTotal[];
}

/** The result of a correlation, in short. */
export interface CorrelationTotal {
  /** The index of its document in the text. */
  readonly document: number;
  readonly title: string;
  /** How many firings there are. */
  readonly total: number;
  /** All events in any firing, including those of inner firings, in order. */
  readonly members: Uint32Array<ArrayBuffer>;
  /** The events of each firing, as above; null if they are more than can be expected of it. */
  readonly firings: readonly Uint32Array<ArrayBuffer>[] | null;
}

/** Verdicts between two looks at the clock. */
const PIECE = 256;

/** All rules of a text over the events, and its correlations over their matches. */
export class TogetherResults {
  private constructor(
    private readonly collection: Collection,
    private readonly events: readonly SigmaEvent[],
    private readonly verdicts: RuleVerdicts,
    private readonly results: readonly CorrelationResult[],
  ) {}

  /** Null if it is no longer wanted. */
  static async of(
    collection: Collection,
    slices: readonly EventSlice[],
    options: MatchOptions,
    turns: Turns,
  ): Promise<TogetherResults | null> {
    const { plans } = collection;
    const events = slices.flatMap(({ event }) => event ?? []);
    const verdicts = new RuleVerdicts(collection, plans.keys(), options);
    const piece = Math.max(1, Math.floor(PIECE / Math.max(1, plans.length)));
    for (let at = 0; at < events.length; at += piece) {
      for (const event of events.slice(at, at + piece)) verdicts.take(event);
      if (!(await turns.goOn())) return null;
    }
    const found = await turns.through(correlations(collection, events, verdicts));
    return found && new TogetherResults(collection, events, verdicts, found.value);
  }

  /** The counts that are always on screen. */
  get totals(): Together {
    const { collection, verdicts, results } = this;
    return {
      counts: collection.documents.map(({ kind, compiled }) =>
        kind === 'detection' && compiled !== null ? verdicts.events.get(compiled)!.length : null,
      ),
      correlations: results.map((result) => ({
        document: documentOf(collection, result),
        title: collection.correlations[result.correlation]!.title,
        total: result.firings.length,
        members: Uint32Array.from(membersOf(result)).sort(),
        firings: firingsOf(result),
      })),
    };
  }

  /** The correlations in full, with the interpretations that decided them. */
  reports(decisions: readonly CorrelationDecision[] = []): CorrelationReport[] {
    return this.results.map((result) => reportOf(this.collection, result, decisions));
  }

  /** The interpretations that decided a correlation; null if they are no longer wanted. */
  async decisions(turns: Turns): Promise<readonly CorrelationDecision[] | null> {
    const { collection, events, verdicts, results } = this;
    if (results.length === 0) return [];
    const found = await turns.through(correlationDecisions(collection, events, verdicts, results));
    return found?.value ?? null;
  }
}

function firingsOf({ firings }: CorrelationResult): readonly Uint32Array<ArrayBuffer>[] | null {
  const all: Uint32Array<ArrayBuffer>[] = [];
  let size = 0;
  for (const firing of firings) {
    const events = Uint32Array.from(eventsOf(firing));
    size += events.length;
    if (size > KEPT.expectedMembers.value) return null;
    all.push(events);
  }
  return all;
}
