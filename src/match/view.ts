import type { Coverage, Leaf, SigmaEvent, Tree, ValueLocation } from '../event';
import { FieldView, locateTrees, MemberEvent, pathTrees, pathValue } from '../event';
import {
  type FieldAccess,
  type FieldPath,
  FieldReading,
  FieldState,
  type PlanBody,
  type PlanMembers,
} from '../rule';

/** The fields that a view looks up, by slot. */
export type Fields = Pick<PlanBody, 'fields' | 'paths'>;

/**
 * One event as seen by one rule: its fields by slot, after mapping, each looked up once. The states are reused from
 * event to event; a stamp tells which belong to this event.
 */
export class EventView implements FieldAccess {
  event!: SigmaEvent;
  coverage!: Coverage;
  private readonly states: FieldState[];
  private readonly stamps: number[];
  private readonly slots: ReadonlyMap<string, number>;
  private stamp = 0;
  private keywordStamp = -1;
  private readonly keywordState = new FieldState();
  private keywordLeaves: readonly Leaf[] = [];
  private resolvers: readonly ((event: SigmaEvent) => unknown)[] = [];
  private readonly known = new Map<Coverage, readonly ((event: SigmaEvent) => unknown)[]>();

  private readonly fields: readonly string[];
  private readonly paths: PlanBody['paths'];
  private readonly members = new Map<PlanMembers, MemberView>();

  constructor({ fields, paths }: Fields) {
    this.fields = fields;
    this.paths = paths;
    this.states = fields.map((_, slot) => new FieldState({ exactly: () => this.exactly(slot) }));
    this.stamps = fields.map(() => -1);
    this.slots = new Map(fields.flatMap((name, slot) => (paths[slot] ? [] : [[name, slot]])));
  }

  /** What a block sees of the members of an array. */
  inside(block: PlanMembers): MemberView {
    let inside = this.members.get(block);
    if (!inside) {
      inside = new MemberView(this.like(block));
      this.members.set(block, inside);
    }
    return inside;
  }

  /** A view of other fields that reads them in the same way. */
  protected like(fields: Fields): EventView {
    return new EventView(fields);
  }

  /** Turns to another event and forgets what was looked up before. */
  turnTo(event: SigmaEvent, coverage: Coverage): void {
    this.event = event;
    this.stamp++;
    if (coverage === this.coverage) return;
    this.coverage = coverage;
    let resolvers = this.known.get(coverage);
    if (!resolvers) {
      resolvers = this.fields.map((field, slot) => {
        const path = this.paths[slot];
        return path ? (event) => this.valueAt(path, event, coverage) : coverage.resolve(field);
      });
      this.known.set(coverage, resolvers);
    }
    this.resolvers = resolvers;
  }

  /** The state of the field in `slot`. */
  slot(slot: number): FieldState {
    const state = this.states[slot]!;
    if (this.stamps[slot] !== this.stamp) {
      this.stamps[slot] = this.stamp;
      state.set(this.resolvers[slot]!(this.event));
    }
    return state;
  }

  /** The value at the end of a way to a position. */
  protected valueAt(path: FieldPath, event: SigmaEvent, coverage: Coverage): unknown {
    return pathValue(pathTrees(coverage, event, path));
  }

  /** Where that value is, or one member of it. */
  locateAt(path: FieldPath, member?: number | readonly number[]): ValueLocation | undefined {
    return locateTrees(this.event, pathTrees(this.coverage, this.event, path), member);
  }

  private exactly(slot: number): unknown {
    this.event.exact?.();
    return this.resolvers[slot]!(this.event);
  }

  field(name: string): FieldState {
    const slot = this.slots.get(name);
    if (slot !== undefined) return this.slot(slot);
    const state = new FieldState();
    this.event.exact?.();
    state.set(this.coverage.resolve(name)(this.event));
    return state;
  }

  /** Every value of the event, for keywords. `leaf(i)` says where reading `i` comes from. */
  keywords(): FieldState {
    if (this.keywordStamp !== this.stamp) {
      this.keywordStamp = this.stamp;
      this.keywordLeaves = this.event.leaves();
      this.keywordState.present = true;
      this.keywordState.readings = this.keywordLeaves.map((leaf) => new FieldReading(leaf.value));
    }
    return this.keywordState;
  }

  leaf(reading: number): Leaf {
    return this.keywordLeaves[reading]!;
  }
}

/** Members have the names that they are written with: no log source maps them. */
const AS_WRITTEN: Coverage = new FieldView({ applicable: true, reason: '', note: '' }, undefined);

/** One member of an array as seen by a block: its fields by slot. One object serves all members, one after the other. */
export class MemberView {
  private readonly member = new MemberEvent();

  constructor(readonly view: EventView) {}

  /** Turns to another member of an array of the event that `outer` sees. */
  turnTo(outer: EventView, tree: Tree): EventView {
    this.member.turnTo(outer.event, tree);
    this.view.turnTo(this.member, AS_WRITTEN);
    return this.view;
  }
}
