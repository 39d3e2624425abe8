import { AS_OURS } from '../../knowledge';
import type { CompiledCorrelation } from '../../rule';
import { own } from '../../text';
import { countedReferences } from './counted-references';
import type { Firing, GroupKey, LeftOut } from './firing';
import { compare, type FiredWindows } from './firing-of';
import type { Occurrence } from './occurrence';
import { keyText, placed } from './placed';
import { type OpenWindows, openWindows } from './stream-windows';

/** A firing as other correlations count it: with the fields that they ask for, where all of its events share them. */
export interface CountedFiring {
  readonly firing: Firing;
  /** What the order of firings goes by, after the start: the key as text. */
  readonly order: string;
  readonly fields: ReadonlyMap<string, string | null>;
}

/** What a correlation is going to count, once its time has come. */
export interface Arrival {
  readonly micros: number;
  readonly event: number;
  /** The reference that it matches. */
  readonly reference: number;
  /** The text of a field, to count by; null if it is absent. */
  readonly counted: (name: string) => string | null;
  /** The text of a field that all events of a firing may share. */
  readonly shared: (name: string) => string | null;
  readonly inner?: CountedFiring;
}

interface Counted extends Occurrence {
  readonly shared: (name: string) => string | null;
}

/** Whom a stage tells. */
export interface StageHost {
  fired(fired: FiredWindows, fields: ReadonlyMap<string, string | null>): void;
  leftOut(out: LeftOut): void;
}

/**
 * One correlation over what arrives in any order. What is before the moment that nothing will be before any more is counted, in
 * the order of time, and forgotten with its windows.
 */
export class StreamStage {
  private arrivals: Arrival[] = [];
  private readonly groups = new Map<string, OpenWindows<Counted>>();
  /** For each reference: whether it is counted. */
  private readonly counts: readonly boolean[];

  /** `asked`: the fields that other correlations ask of its firings. */
  constructor(
    private readonly compiled: CompiledCorrelation,
    private readonly asked: ReadonlySet<string>,
    private readonly host: StageHost,
  ) {
    this.counts = countedReferences(compiled);
  }

  /** How many occurrences are kept, waiting and in open windows. */
  get kept(): number {
    let kept = this.arrivals.length;
    for (const group of this.groups.values()) kept += group.kept;
    return kept;
  }

  take(arrival: Arrival): void {
    if (this.counts[arrival.reference]) this.arrivals.push(arrival);
  }

  /** An event without a time matches a reference. */
  untimed(event: number, reference: number): void {
    if (this.counts[reference]) this.host.leftOut({ event, reason: 'no timestamp' });
  }

  /** Nothing that arrives later is before this moment. */
  settle(before: number): void {
    const due = this.arrivals.filter(({ micros }) => micros < before).sort(inOrder);
    if (due.length > 0) this.arrivals = this.arrivals.filter(({ micros }) => micros >= before);
    for (let begin = 0, end = 0; begin < due.length; begin = end) {
      while (due[end]?.micros === due[begin]!.micros) end++;
      this.moment(due.slice(begin, end));
    }
    for (const [text, group] of this.groups) {
      group.settle(before);
      if (group.kept === 0) this.groups.delete(text);
    }
  }

  /** Counts all that arrives at one moment, in the order of the references. */
  private moment(arrivals: readonly Arrival[]): void {
    const groups = new Map<
      string,
      { readonly key: GroupKey; readonly all: Counted[]; readonly known: Map<number, Counted> }
    >();
    const leftOut = new Map<number, LeftOut>();
    for (const { micros, event, reference, counted, shared, inner } of arrivals) {
      const found = placed(this.compiled, this.compiled.references[reference]!, counted, AS_OURS);
      if ('reason' in found) {
        leftOut.set(event, { event, ...found });
        continue;
      }
      leftOut.delete(event);
      const { key, tuple, number } = found;
      const text = keyText(this.compiled, key);
      let group = groups.get(text);
      if (!group) {
        group = { key, all: [], known: new Map() };
        groups.set(text, group);
      }
      const same = inner ? undefined : group.known.get(event);
      if (same) {
        same.references.push(reference);
        continue;
      }
      const firing = inner ? { firing: inner.firing } : {};
      const one: Counted = { micros, event, references: [reference], tuple, number, shared, ...firing };
      if (!inner) group.known.set(event, one);
      group.all.push(one);
    }
    for (const out of leftOut.values()) this.host.leftOut(out);
    for (const [text, { key, all }] of groups) {
      let group = this.groups.get(text);
      if (!group) {
        group = openWindows<Counted>(this.compiled, key, (fired) =>
          this.host.fired(fired, this.fieldsOf(fired)),
        );
        this.groups.set(text, group);
      }
      group.moment(all.sort((a, b) => a.event - b.event));
    }
  }

  /** The fields of a firing that others ask for: those of its key, and those that all its events share **(ours)**. */
  private fieldsOf({ key, occurrences }: FiredWindows & { readonly occurrences: readonly Counted[] }) {
    const fields = new Map<string, string | null>();
    for (const name of this.asked) {
      const [first, ...others] = occurrences;
      const text = own(key, name) ?? first!.shared(name);
      const isShared = own(key, name) !== undefined || others.every((one) => one.shared(name) === text);
      fields.set(name, isShared ? text : null);
    }
    return fields;
  }
}

/** By time; of one moment by reference, then events as they are in the log, and firings by start and key. */
function inOrder(a: Arrival, b: Arrival): number {
  return (
    a.micros - b.micros ||
    a.reference - b.reference ||
    (a.inner && b.inner
      ? a.inner.firing.start - b.inner.firing.start || compare(a.inner.order, b.inner.order)
      : a.event - b.event)
  );
}
