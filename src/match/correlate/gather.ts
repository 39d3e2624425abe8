import type { Readings } from '../../knowledge';
import type { Collection, CompiledCorrelation, CompiledReference } from '../../rule';
import { own } from '../../text';
import { countedReferences } from './counted-references';
import type { EventTime } from './event-time';
import type { Firing, GroupKey, LeftOut } from './firing';
import { type Group, groupText, type Occurrence } from './occurrence';
import { keyText, placed } from './placed';

/** What the correlations of one run share, so that verdicts and times are computed once. */
export interface Matches {
  readonly collection: Collection;
  /** The interpretations that are read the other way. */
  readonly readings: Readings;
  /** For each rule the events that match it, by their index, in the order of the document. */
  readonly events: ReadonlyMap<number, readonly number[]>;
  time(event: number): EventTime | null;
  /** The time of the last of all events, whether they match or not; minus infinity if none has a time. */
  last(): number;
  /** Reads the fields of an event that matches a rule, by the rule's names for them. */
  fields(rule: number, event: number): (name: string) => unknown;
  /** The same with numbers as they are written, where values are compared with each other. */
  written(rule: number, event: number): (name: string) => unknown;
  /** The firings of another correlation of the collection. */
  firings(correlation: number): readonly Firing[];
}

/** The occurrences that a correlation counts, by group and in order of time; and the events that do not count. */
export interface Gathered {
  readonly groups: readonly Group[];
  readonly matched: readonly number[];
  readonly leftOut: readonly LeftOut[];
  readonly zoneless: readonly number[];
  readonly yearless: readonly number[];
}

/** How many events to process before yielding. */
const PIECE = 512;

/** Collects the events and inner firings that match the correlation's references. Yields between pieces of the work. */
export function* gather(compiled: CompiledCorrelation, matches: Matches): Generator<void, Gathered> {
  const gatherer = new Gatherer(compiled, matches);
  const matched: number[] = [];
  const counts = countedReferences(compiled);
  for (const [i, reference] of compiled.references.entries()) {
    matched.push(counts[i] ? yield* gatherer.reference(reference, i) : gatherer.size(reference));
  }
  for (const group of gatherer.groups.values())
    group.occurrences.sort((a, b) => a.micros - b.micros || a.event - b.event);
  return {
    groups: [...gatherer.groups.values()],
    matched,
    leftOut: [...gatherer.leftOut.values()].sort((a, b) => a.event - b.event),
    zoneless: [...gatherer.zoneless].sort((a, b) => a - b),
    yearless: [...gatherer.yearless].sort((a, b) => a - b),
  };
}

class Gatherer {
  readonly groups = new Map<string, Group>();
  readonly leftOut = new Map<number, LeftOut>();
  readonly zoneless = new Set<number>();
  readonly yearless = new Set<number>();
  /** For each group, the events already in it: one that matches two rules counts once **(ours)**. */
  private readonly known = new Map<string, Map<number, Occurrence>>();

  constructor(
    private readonly compiled: CompiledCorrelation,
    private readonly matches: Matches,
  ) {}

  /** How many events, or firings, match a reference. */
  size(reference: CompiledReference): number {
    return reference.kind === 'correlation'
      ? this.matches.firings(reference.index).length
      : this.matches.events.get(reference.index)!.length;
  }

  /** Takes what one reference matches, and returns how much that is. */
  *reference(reference: CompiledReference, index: number): Generator<void, number> {
    if (reference.kind === 'correlation') {
      const firings = this.matches.firings(reference.index);
      for (const firing of firings) this.firing(firing, reference, index);
      return firings.length;
    }
    const events = this.matches.events.get(reference.index)!;
    let left = PIECE;
    for (const event of events) {
      if (--left === 0) {
        left = PIECE;
        yield;
      }
      const time = this.matches.time(event);
      if (!time) {
        this.leftOut.set(event, { event, reason: 'no timestamp' });
        continue;
      }
      const field = this.matches.fields(reference.index, event);
      if (!this.place(time.micros, event, reference, index, field)) continue;
      if (time.zoneless) this.zoneless.add(event);
      if (time.yearless) this.yearless.add(event);
    }
    return events.length;
  }

  /**
   * A firing is an event at the time of its last member. Its fields are those of its key, else the ones that all its
   * events share.
   */
  private firing(firing: Firing, reference: CompiledReference, index: number): void {
    const last = firing.members[firing.members.length - 1]!.event;
    const field = (name: string) => this.ofFiring(firing, name);
    this.place(Math.round(firing.end * 1000), last, reference, index, field, firing);
  }

  private place(
    micros: number,
    event: number,
    reference: CompiledReference,
    index: number,
    field: (name: string) => unknown,
    firing?: Firing,
  ): boolean {
    const found = placed(this.compiled, reference, field, this.matches.readings);
    if ('reason' in found) {
      this.leftOut.set(event, { event, ...found });
      return false;
    }
    const { key, tuple, number } = found;
    this.add(key, { micros, event, references: [index], tuple, number, ...(firing ? { firing } : {}) });
    return true;
  }

  private add(key: GroupKey, occurrence: Occurrence): void {
    const text = keyText(this.compiled, key);
    let group = this.groups.get(text);
    if (!group) {
      group = { key, occurrences: [] };
      this.groups.set(text, group);
      this.known.set(text, new Map());
    }
    this.leftOut.delete(occurrence.event);
    const known = this.known.get(text)!;
    const apart = occurrence.firing || this.matches.readings['event-once'];
    const same = apart ? undefined : known.get(occurrence.event);
    if (same) {
      same.references.push(...occurrence.references);
      return;
    }
    if (!apart) known.set(occurrence.event, occurrence);
    group.occurrences.push(occurrence);
  }

  private ofFiring(firing: Firing, name: string): unknown {
    const grouped = own(firing.key, name);
    if (grouped !== undefined) return grouped;
    return this.matches.readings['firing-fields'] ? undefined : this.shared(firing, name);
  }

  /** The value of a field that all events of a firing share; undefined if they differ **(ours)**. */
  private shared(firing: Firing, name: string): unknown {
    const inner = this.matches.collection.correlations[firing.correlation]!;
    let common: string | null | undefined;
    for (const member of firing.members) {
      const reference = inner.references[member.references[0]!]!;
      const value = member.firing
        ? this.ofFiring(member.firing, name)
        : this.matches.written(reference.index, member.event)(name);
      const text = groupText(value, this.matches.readings);
      if (text === null || (common !== undefined && common !== text)) return undefined;
      common = text;
    }
    return common;
  }
}
