import type { SigmaEvent } from '../../event';
import { type CorrelationResult, correlations, RuleVerdicts, wantedRules } from '../../match';
import type { Collection } from '../../rule';
import { applyEdits, type Edit } from '../../text';
import { isMet, type WantedFirings } from './tried';

/** What changes of a rule are tried on. */
export interface Surroundings {
  readonly collection: Collection;
  readonly events: readonly SigmaEvent[];
  readonly ignoreLogsource: boolean;
  /** Events with the same text as an earlier one, which stands for them. */
  readonly twins: ReadonlyMap<number, number>;
  readonly compile: (text: string) => Collection;
}

/** How many events to process before yielding. */
const PIECE = 64;

/**
 * For each change of the text, the documents of the correlations that fire as they are expected to, and with the change
 * no longer would. Each change is compiled and run over all events, as a change of a rule changes what its correlations
 * count. Yields to let others run.
 */
export function* brokenFirings(
  changes: readonly (readonly Edit[])[],
  wanted: readonly WantedFirings[],
  around: Surroundings,
): Generator<void, number[][]> {
  const { collection, twins, compile } = around;
  const broken = new Map<string, number[]>();
  if (changes.length === 0 || wanted.length === 0) return changes.map(() => []);
  const before = yield* fired(collection, around);
  const met = wanted.filter((one) => isMet(one, collection, before, twins));
  const found: number[][] = [];
  for (const edits of changes) {
    const text = applyEdits(collection.text, edits);
    let breaks = met.length > 0 ? broken.get(text) : [];
    if (!breaks) {
      yield;
      const changed = compile(text);
      const after = yield* fired(changed, around);
      breaks = met.flatMap((one) => (isMet(one, changed, after, twins) ? [] : [one.document]));
      broken.set(text, breaks);
    }
    found.push(breaks);
  }
  return found;
}

function* fired(
  collection: Collection,
  { events, ignoreLogsource }: Surroundings,
): Generator<void, CorrelationResult[]> {
  const verdicts = new RuleVerdicts(collection, wantedRules(collection), { ignoreLogsource });
  for (const [i, event] of events.entries()) {
    if (i % PIECE === PIECE - 1) yield;
    verdicts.take(event);
  }
  return yield* correlations(collection, events, verdicts);
}
