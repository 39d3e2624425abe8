import type { Plan } from '../../compile/plan';
import type { SigmaEvent } from '../../event/event';
import { FieldState } from '../../modifiers/reading';
import { numberOf } from '../../modifiers/typed-predicates';
import type { Coverage } from '../../source/coverage';
import { fold } from '../../value/fold';
import { EventView } from '../view';
import { anchorsOf } from './anchors';
import { expectations, type Observed, settledSoonest } from './expectations';
import { covers, type FieldIndex, fieldIndex, isDecided } from './field-index';
import { type Present, PresentSlots } from './present-slots';
import { type Seen, SeenTexts } from './seen-texts';
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
  /** By slot: texts that were searched already. */
  private readonly seen: readonly SeenTexts[];
  private readonly seenLeaves = new SeenTexts();
  private readonly keywords: FieldIndex | undefined;
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
  private readonly hits: Uint32Array;
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
    observed?: Observed,
  ) {
    const table = new TestTable();
    const nodes = plans.map((plan) => table.nodeOf(plan));
    const expect = expectations(table.tests, observed);
    plans.forEach((plan, i) => {
      const anchors = anchorsOf(plan, (anchor) => expect(table.anchor(plan, anchor)));
      if (!anchors) this.always.push(i);
      else for (const anchor of anchors) table.anchor(plan, anchor).plans.push(i);
    });
    const { tests, slots } = table;
    const bySlot = slots.names.map((): Test[] => []);
    for (const test of tests) bySlot[test.slot]?.push(test);
    this.tests = tests;
    this.indexes = bySlot.map(fieldIndex);
    this.seen = bySlot.map(() => new SeenTexts());
    this.keywords = fieldIndex(tests.filter((test) => test.slot < 0));
    this.searched = new Uint8Array(tests.length);
    for (const index of [...this.indexes, this.keywords]) {
      for (const test of index?.tests.flat() ?? []) this.searched[test.id] = isDecided(test) ? 1 : 2;
    }
    const decided = this.searched.map((how) => (how === 1 ? 1 : 0));
    this.nodes = nodes.map((node) => settledSoonest(table.shorten(node, decided), tests, expect));
    this.listFound = new Int32Array(table.lists);
    this.view = new EventView(slots.names);
    this.presence = new PresentSlots(slots.names);
    this.made = new Int32Array(tests.length);
    this.passed = new Uint8Array(tests.length);
    this.possible = new Int32Array(tests.length);
    this.hits = new Uint32Array(tests.length);
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
    if (this.keywords) this.searchLeaves(event);
    // Plans are tried once all fields were searched: only then is what was not found known to be absent.
    for (let i = 0; i < this.always.length; i++) this.tryPlan(this.always[i]!, matches);
    for (let i = 0; i < this.found.length; i++) this.tryPlan(this.found[i]!, matches);
  }

  /** What the events so far held, for a group of the same plans that makes use of it. */
  observed(): Observed {
    return { events: this.now, searched: this.searched, hits: this.hits };
  }

  private tryPlan(plan: number, matches: number[]): void {
    if (this.candidate[plan] === this.now) return;
    this.candidate[plan] = this.now;
    if (this.holds(this.nodes[plan]!)) matches.push(this.positions[plan]!);
  }

  private search(slot: number, index: FieldIndex): void {
    const { readings } = this.view.slot(slot);
    for (let r = 0; r < readings.length; r++) {
      const reading = readings[r]!;
      if (index.numbers.size > 0) {
        const value = numberOf(reading.value);
        const equal = value === undefined ? undefined : index.numbers.get(value);
        if (equal) for (const test of equal) this.offer(test);
      }
      const { text } = reading;
      if (text === null || text.length < index.shortest) continue;
      const seen = this.seen[slot]!;
      this.take(seen.get(text) ?? seen.add(text, this.scan(index, reading.folded)));
    }
  }

  /** Keywords look at every value of the event. */
  private searchLeaves(event: SigmaEvent): void {
    if (event.anyLeaf) event.anyLeaf(this.takeLeaf);
    else for (const { value } of event.leaves()) this.takeLeaf(value);
  }

  /** Answers false, so that the walk over the values goes on. */
  private readonly takeLeaf = (value: string | number | boolean): boolean => {
    const index = this.keywords!;
    if (typeof value === 'number' && !index.digits) return false;
    const text = typeof value === 'string' ? value : String(value);
    if (text.length < index.shortest) return false;
    this.take(this.seenLeaves.get(text) ?? this.seenLeaves.add(text, this.scan(index, fold(text))));
    return false;
  };

  private take({ passed, possible }: Seen): void {
    for (let i = 0; i < passed.length; i++) this.pass(passed[i]!);
    for (let i = 0; i < possible.length; i++) this.offer(possible[i]!);
  }

  private scan({ grams, any, tests }: FieldIndex, text: string): Seen {
    if (any !== null && !any.test(text)) return NOTHING;
    const passed: Test[] = [];
    const possible: Test[] = [];
    grams.scan(text, (literal, start, end) => {
      const searched = tests[literal]!;
      for (let i = 0; i < searched.length; i++) {
        const test = searched[i]!;
        if (this.searched[test.id] === 2) possible.push(test);
        else if (covers(test, start, end, text.length)) passed.push(test);
      }
    });
    return { passed: distinct(passed), possible: distinct(possible) };
  }

  private pass(test: Test): void {
    const { id } = test;
    if (this.made[id] === this.now) return;
    this.made[id] = this.now;
    this.passed[id] = 1;
    for (let k = 0; k < test.lists.length; k++) this.listFound[test.lists[k]!] = this.now;
    this.offer(test);
  }

  private offer(test: Test): void {
    if (this.possible[test.id] === this.now) return;
    this.possible[test.id] = this.now;
    this.hits[test.id]!++;
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
const NOTHING: Seen = { passed: [], possible: [] };

function distinct(tests: readonly Test[]): readonly Test[] {
  return tests.length < 2 ? tests : [...new Set(tests)];
}
