import type { Coverage, SigmaEvent } from '../../event';
import type { Plan, PlanMembers } from '../../rule';
import { FieldState, numberOf } from '../../rule';
import { isNumber, type Scalar } from '../../text';
import { membersMatch } from '../body';
import { EventView } from '../view';
import { anchorsOf } from './anchors';
import { expectations, isWorthSearching, type Observed, settledSoonest } from './expectations';
import { type FieldIndex, fieldIndex, isDecided } from './field-index';
import { KeywordSearch } from './keyword-search';
import { type Present, PresentSlots } from './present-slots';
import { BLOCK, EVERY, LIST, NOT, type Program, program, TEST } from './program';
import { type Consequence, consequenceOf, SeenTexts } from './seen-texts';
import { type Test, TestTable, testsOfLists } from './tests';

/**
 * Plans that see an event through the same names. Each field is searched once for the literals of all rules. A rule
 * is tried only if one of its anchors was found, and a test that several rules share runs once per event.
 */
export class RuleGroup {
  private readonly tests: readonly Test[];
  private readonly program: Program;
  /** Plans without an anchor. */
  private readonly always: number[] = [];
  private readonly indexes: readonly (FieldIndex | undefined)[];
  /** By slot: texts that were already searched. */
  private readonly seen: readonly SeenTexts[];
  private readonly seenLeaves = new SeenTexts();
  private readonly keywords: FieldIndex | undefined;
  /** By slot, and then by what was found there: what follows. */
  private readonly consequences: readonly (readonly Consequence[])[];
  private readonly ofKeywords: readonly Consequence[];
  private readonly keywordSearch: KeywordSearch | undefined;
  private readonly blocks: readonly PlanMembers[];
  private readonly view: EventView;
  private readonly presence: PresentSlots;
  private present!: Present;
  /** By test: the event in which it last ran, and its result. */
  private readonly made: Int32Array;
  private readonly passed: Uint8Array;
  /** By test: 1 if searching its field decides it, 2 if the search tells whether it is possible. */
  private readonly searched: Uint8Array;
  /** By test: the event in which the search last found it possible. */
  private readonly possible: Int32Array;
  private readonly hits: Uint32Array;
  private readonly asked: Uint32Array;
  private readonly candidate: Int32Array;
  private readonly listFound: Int32Array;
  private readonly found: number[] = [];
  /** What the search of one text found. */
  private readonly inText: number[] = [];
  /** Whether to count hits, for a group that uses them. */
  private readonly learning: boolean;
  private now = 0;

  constructor(
    readonly plans: readonly Plan[],
    /** Positions of the plans in the whole set. */
    readonly positions: readonly number[],
    observed?: Observed,
  ) {
    this.learning = observed === undefined;
    const table = new TestTable();
    const nodes = plans.map((plan) => table.nodeOf(plan));
    const expect = expectations(table.tests, observed);
    plans.forEach((plan, i) => {
      const anchors = anchorsOf(plan, (anchor) => expect(table.anchor(plan, anchor)));
      if (!anchors) this.always.push(i);
      else for (const anchor of anchors) table.anchor(plan, anchor).plans.push(i);
    });
    const { tests, slots } = table;
    // Once it is known what the events hold, only what saves work is searched: other tests run where a rule asks.
    const inLists = observed && testsOfLists(nodes);
    const sought = tests.filter(
      ({ id, plans: own }) => !inLists || own.length > 0 || inLists.has(id) || isWorthSearching(id, observed),
    );
    const bySlot = slots.names.map((): Test[] => []);
    for (const test of sought) bySlot[test.slot]?.push(test);
    this.tests = tests;
    this.indexes = bySlot.map(fieldIndex);
    this.seen = bySlot.map(() => new SeenTexts());
    this.keywords = fieldIndex(sought.filter((test) => test.slot < 0));
    this.keywordSearch = this.keywords && new KeywordSearch(this.keywords);
    this.searched = new Uint8Array(tests.length);
    for (const index of [...this.indexes, this.keywords]) {
      for (const test of index?.tests.flat() ?? []) this.searched[test.id] = isDecided(test) ? 1 : 2;
    }
    const decided = this.searched.map((how) => (how === 1 ? 1 : 0));
    const ordered = nodes.map((node) => settledSoonest(table.shorten(node, decided), tests, expect));
    this.program = program(ordered);
    const follow = (index: FieldIndex | undefined) =>
      (index?.tests ?? []).map((found) => consequenceOf(found, (test) => this.searched[test.id] === 1));
    this.consequences = this.indexes.map(follow);
    this.ofKeywords = follow(this.keywords);
    this.listFound = new Int32Array(table.lists);
    this.blocks = table.blocks;
    this.view = new EventView({ fields: slots.names, paths: slots.paths });
    this.presence = new PresentSlots(slots.names, slots.paths);
    this.made = new Int32Array(tests.length);
    this.passed = new Uint8Array(tests.length);
    this.possible = new Int32Array(tests.length);
    this.hits = new Uint32Array(tests.length);
    this.asked = new Uint32Array(tests.length);
    this.candidate = new Int32Array(plans.length);
  }

  /** Adds the positions of the plans that match the event to `matches`. */
  match(event: SigmaEvent, coverage: Coverage, matches: number[]): void {
    this.now++;
    this.view.turnTo(event, coverage);
    this.present = this.presence.of(event, coverage, this.view);
    if (this.found.length > 0) this.found.length = 0;
    const { slots } = this.present;
    for (let i = 0; i < slots.length; i++) {
      const index = this.indexes[slots[i]!];
      if (index) this.search(slots[i]!, index);
    }
    if (this.keywordSearch?.mayHold(event, this.present.layout)) this.searchLeaves(event);
    // Try plans only after all fields are searched: only then is what was not found known to be absent.
    for (let i = 0; i < this.always.length; i++) this.tryPlan(this.always[i]!, matches);
    for (let i = 0; i < this.found.length; i++) this.tryPlan(this.found[i]!, matches);
  }

  /** What the events held so far, for another group of the same plans. */
  observed(): Observed {
    return { events: this.now, searched: this.searched, hits: this.hits, asked: this.asked };
  }

  private tryPlan(plan: number, matches: number[]): void {
    if (this.candidate[plan] === this.now) return;
    this.candidate[plan] = this.now;
    if (this.holds(this.program.starts[plan]!)) matches.push(this.positions[plan]!);
  }

  private search(slot: number, index: FieldIndex): void {
    const { readings } = this.view.slot(slot);
    for (let r = 0; r < readings.length; r++) {
      const reading = readings[r]!;
      if (index.numbers.size > 0) {
        const value = numberOf(reading.value);
        const equal = value === undefined ? undefined : index.numbers.get(value);
        if (equal !== undefined) this.take(this.consequences[slot]![equal]!);
      }
      // The text of a number costs a look at how the event writes it.
      if (!index.digits && isNumber(reading.value)) continue;
      const { text } = reading;
      if (text === null || text.length < index.shortest) continue;
      this.find(index, text, this.seen[slot]!, this.consequences[slot]!);
    }
  }

  /** Keywords test every value of the event. */
  private searchLeaves(event: SigmaEvent): void {
    if (event.anyLeaf) event.anyLeaf(this.takeLeaf, this.keywords!.digits);
    else for (const { value } of event.leaves()) this.takeLeaf(value);
  }

  /** Returns false, so that the walk over the values continues. */
  private readonly takeLeaf = (value: Scalar): boolean => {
    const index = this.keywords!;
    if (isNumber(value) && !index.digits) return false;
    const text = typeof value === 'string' ? value : String(value);
    if (text.length < index.shortest) return false;
    this.find(index, text, this.seenLeaves, this.ofKeywords);
    return false;
  };

  private take({ passed, possible, lists, plans }: Consequence): void {
    const { now } = this;
    for (let i = 0; i < passed.length; i++) {
      const test = passed[i]!;
      if (this.learning && (this.made[test] !== now || this.passed[test] === 0)) this.hits[test]!++;
      this.made[test] = now;
      this.passed[test] = 1;
    }
    for (let i = 0; i < possible.length; i++) {
      const test = possible[i]!;
      if (this.learning && this.possible[test] !== now) this.hits[test]!++;
      this.possible[test] = now;
    }
    for (let i = 0; i < lists.length; i++) this.listFound[lists[i]!] = now;
    for (let i = 0; i < plans.length; i++) this.found.push(plans[i]!);
  }

  /** Takes what follows from what the text holds. */
  private find(index: FieldIndex, text: string, seen: SeenTexts, follow: readonly Consequence[]): void {
    let found = seen.get(text);
    if (!found) {
      if (this.inText.length > 0) this.inText.length = 0;
      index.scan(text, this.inText);
      found = this.inText;
      seen.add(text, found);
    }
    for (let i = 0; i < found.length; i++) this.take(follow[found[i]!]!);
  }

  /** Whether the step of the program at `at` holds. */
  private holds(at: number): boolean {
    const { code } = this.program;
    const end = code[at + 1]!;
    switch (code[at]) {
      case TEST:
        return this.passes(code[at + 2]!);
      case BLOCK:
        return membersMatch(this.blocks[code[at + 2]!]!, this.view);
      case NOT:
        return !this.holds(at + 2);
      case LIST: {
        if (this.listFound[code[at + 2]!] === this.now) return true;
        for (let step = at + 3; step < end; step = code[step + 1]!) if (this.holds(step)) return true;
        return false;
      }
      default: {
        const every = code[at] === EVERY;
        for (let step = at + 2; step < end; step = code[step + 1]!)
          if (this.holds(step) !== every) return !every;
        return every;
      }
    }
  }

  private passes(id: number): boolean {
    if (this.learning) this.asked[id]!++;
    if (this.made[id] === this.now) return this.passed[id] === 1;
    const searched = this.searched[id];
    // If the search decides a test and did not find it, it fails; so does one whose literals the search did not find.
    if (searched === 1 || (searched === 2 && this.possible[id] !== this.now)) return false;
    const { slot, predicate } = this.tests[id]!;
    const passed = predicate.matches(this.state(slot), this.view);
    this.made[id] = this.now;
    this.passed[id] = passed ? 1 : 0;
    return passed;
  }

  private state(slot: number): FieldState {
    if (slot < 0) return this.view.keywords();
    return this.present.absent[slot] === 1 ? ABSENT : this.view.slot(slot);
  }
}

const ABSENT = new FieldState();
