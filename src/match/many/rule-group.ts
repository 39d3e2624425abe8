import type { Plan } from '../../compile/plan';
import type { SigmaEvent } from '../../event/event';
import { FieldState } from '../../modifiers/reading';
import { numberOf } from '../../modifiers/typed-predicates';
import type { Coverage } from '../../source/coverage';
import { fold } from '../../value/fold';
import { EventView } from '../view';
import { anchorsOf } from './anchors';
import { expectations } from './expectations';
import {
  covers,
  type FieldIndex,
  fieldIndex,
  isDecided,
  type KeywordIndex,
  keywordIndex,
} from './field-index';
import { type Present, PresentSlots } from './present-slots';
import { type Node, type Test, TestTable, WIDE } from './tests';

/**
 * Plans that see an event through the same names. Each field is searched once for the literals of all rules; a rule is
 * tried only where one of its anchors was found, and a test that several rules share is made once an event.
 */
export class RuleGroup {
  private readonly tests: readonly Test[];
  private readonly nodes: readonly Node[];
  /** Plans without an anchor. */
  private readonly always: number[] = [];
  private readonly indexes: readonly (FieldIndex | undefined)[];
  private readonly keywords: KeywordIndex | undefined;
  private readonly view: EventView;
  private readonly presence: PresentSlots;
  private present!: Present;
  /** By test: the event in which it was last made, and its result. */
  private readonly made: Int32Array;
  private readonly passed: Uint8Array;
  /** By test: 1 where the search of its field decides it, 2 where the search tells whether it is possible at all. */
  private readonly searched: Uint8Array;
  /** By test: the event in which the search last found it possible. */
  private readonly possible: Int32Array;
  private readonly candidate: Int32Array;
  private readonly listFound: Int32Array;
  private readonly wideAt: Int32Array;
  private readonly wide: Uint8Array;
  private readonly found: number[] = [];
  private now = 0;

  constructor(
    readonly plans: readonly Plan[],
    /** Positions of the plans in the whole set. */
    readonly positions: readonly number[],
  ) {
    const table = new TestTable();
    const nodes = plans.map((plan) => table.nodeOf(plan));
    const expect = expectations(table.tests);
    plans.forEach((plan, i) => {
      const anchors = anchorsOf(plan, expect);
      if (!anchors) this.always.push(i);
      else for (const anchor of anchors) table.anchor(plan, anchor).plans.push(i);
    });
    const { tests, slots } = table;
    const bySlot = slots.names.map((): Test[] => []);
    for (const test of tests) bySlot[test.slot]?.push(test);
    this.tests = tests;
    this.indexes = bySlot.map(fieldIndex);
    this.keywords = keywordIndex(tests.filter((test) => test.slot < 0));
    this.searched = new Uint8Array(tests.length);
    for (const index of [...this.indexes, this.keywords]) {
      for (const test of index?.tests.flat() ?? []) this.searched[test.id] = isDecided(test) ? 1 : 2;
    }
    const decided = this.searched.map((how) => (how === 1 ? 1 : 0));
    this.nodes = nodes.map((node) => table.shorten(node, decided));
    this.listFound = new Int32Array(table.lists);
    this.view = new EventView(slots.names);
    this.presence = new PresentSlots(slots.names);
    this.made = new Int32Array(tests.length);
    this.passed = new Uint8Array(tests.length);
    this.possible = new Int32Array(tests.length);
    this.candidate = new Int32Array(plans.length);
    this.wideAt = new Int32Array(slots.names.length);
    this.wide = new Uint8Array(slots.names.length);
  }

  /** Adds the positions of the plans that match the event to `matches`. */
  match(event: SigmaEvent, coverage: Coverage, matches: number[]): void {
    this.now++;
    this.view.turnTo(event, coverage);
    this.present = this.presence.of(event, coverage, this.view);
    this.found.length = 0;
    const { slots } = this.present;
    for (let i = 0; i < slots.length; i++) {
      const index = this.indexes[slots[i]!];
      if (index) this.search(slots[i]!, index);
    }
    if (this.keywords) this.searchWritten(event, this.keywords);
    // Plans are tried once all fields were searched: only then is what was not found known to be absent.
    for (let i = 0; i < this.always.length; i++) this.tryPlan(this.always[i]!, matches);
    for (let i = 0; i < this.found.length; i++) this.tryPlan(this.found[i]!, matches);
  }

  private tryPlan(plan: number, matches: number[]): void {
    if (this.candidate[plan] === this.now) return;
    this.candidate[plan] = this.now;
    if (this.holds(this.nodes[plan]!)) matches.push(this.positions[plan]!);
  }

  private search(slot: number, { grams, tests, numbers }: FieldIndex): void {
    const { readings } = this.view.slot(slot);
    for (let r = 0; r < readings.length; r++) {
      const reading = readings[r]!;
      if (numbers.size > 0) {
        const value = numberOf(reading.value);
        const equal = value === undefined ? undefined : numbers.get(value);
        if (equal) for (const test of equal) this.offer(test);
      }
      if (reading.text === null) continue;
      this.scanned = tests;
      this.scannedLength = reading.folded.length;
      grams.scan(reading.folded, this.takeFound);
    }
  }

  private scanned: FieldIndex['tests'] = [];
  private scannedLength = 0;

  private readonly takeFound = (literal: number, start: number, end: number) => {
    const tests = this.scanned[literal]!;
    const { now } = this;
    for (let i = 0; i < tests.length; i++) {
      const test = tests[i]!;
      const { id } = test;
      if (this.searched[id] === 2) this.offer(test);
      else if (this.made[id] !== now && covers(test, start, end, this.scannedLength)) {
        this.made[id] = now;
        this.passed[id] = 1;
        for (let k = 0; k < test.lists.length; k++) this.listFound[test.lists[k]!] = now;
        this.offer(test);
      }
    }
  };

  /** Keywords look at every value, and every value stands in the event's text: that is searched once for all of them. */
  private searchWritten(event: SigmaEvent, { grams, tests, all }: KeywordIndex): void {
    const { written } = event;
    if (written === undefined || written.includes('\\u')) {
      for (let i = 0; i < all.length; i++) this.offer(all[i]!);
      return;
    }
    this.scanned = tests;
    grams.scan(fold(written), this.takeFound);
  }

  private offer(test: Test): void {
    if (this.possible[test.id] === this.now) return;
    this.possible[test.id] = this.now;
    for (let i = 0; i < test.plans.length; i++) this.found.push(test.plans[i]!);
  }

  private holds(node: Node): boolean {
    switch (node.kind) {
      case 'test':
        return this.passes(node.test);
      case 'not':
        return !this.holds(node.child);
      case 'list': {
        if (this.listFound[node.list] === this.now) return true;
        for (let i = 0; i < node.rest.length; i++) if (this.holds(node.rest[i]!)) return true;
        if (node.wide.length === 0 || !this.isWide(this.tests[node.wide[0]!]!.slot)) return false;
        for (let i = 0; i < node.wide.length; i++) if (this.passes(node.wide[i]!)) return true;
        return false;
      }
      default: {
        const every = node.kind === 'every';
        for (let i = 0; i < node.children.length; i++)
          if (this.holds(node.children[i]!) !== every) return !every;
        return every;
      }
    }
  }

  private passes(id: number): boolean {
    if (this.made[id] === this.now) return this.passed[id] === 1;
    const searched = this.searched[id];
    // What the search decides and did not find is not there; nor can that be whose literals it did not find.
    if (searched === 1 || (searched === 2 && this.possible[id] !== this.now)) return false;
    const { slot, predicate, wide } = this.tests[id]!;
    if (wide && slot >= 0 && !this.isWide(slot)) return false;
    const passed = predicate.matches(this.state(slot), this.view);
    this.made[id] = this.now;
    this.passed[id] = passed ? 1 : 0;
    return passed;
  }

  private state(slot: number): FieldState {
    if (slot < 0) return this.view.keywords();
    return this.present.absent[slot] === 1 ? ABSENT : this.view.slot(slot);
  }

  /** Whether a field holds any character beyond Latin-1; without one, no literal that has one can be in it. */
  private isWide(slot: number): boolean {
    if (this.wideAt[slot] !== this.now) {
      this.wideAt[slot] = this.now;
      this.wide[slot] = this.state(slot).readings.some((r) => r.text !== null && WIDE.test(r.text)) ? 1 : 0;
    }
    return this.wide[slot] === 1;
  }
}

const ABSENT = new FieldState();
