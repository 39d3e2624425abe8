import type { Plan, PlanCondition, PlanItem, PlanNode, PlanValue } from '../../compile/plan';
import type { SigmaEvent } from '../../event/event';
import type { Predicate } from '../../modifiers/predicate';
import { TextPredicate } from '../../modifiers/text-predicate';
import { NumberPredicate, numberOf } from '../../modifiers/typed-predicates';
import type { Coverage } from '../../source/coverage';
import { EventView } from '../view';
import { type Anchor, anchorsOf, literalOf } from './anchors';
import { GramIndex } from './gram-index';

/** A test of one field, kept once however many rules ask it. */
interface Test {
  readonly id: number;
  /** -1 for keywords. */
  readonly slot: number;
  readonly predicate: Predicate;
  /** Plans of which this is an anchor. */
  readonly plans: number[];
}

/** What is looked for in one field. */
interface FieldIndex {
  readonly grams: GramIndex;
  /** By literal: the tests that it decides, and those that it only makes possible. */
  readonly tests: readonly (readonly Test[])[];
  /** Anchors that are numbers, by number. */
  readonly numbers: ReadonlyMap<number, readonly Test[]>;
}

type Node =
  | { readonly kind: 'test'; readonly test: number }
  | { readonly kind: 'every' | 'some'; readonly children: readonly Node[] }
  | { readonly kind: 'not'; readonly child: Node };

/**
 * Plans that see an event through the same names. Each field is searched once for the literals of all rules; a rule is
 * tried only where one of its anchors was found, and a test that several rules share is made once an event.
 */
export class RuleGroup {
  private readonly tests: Test[] = [];
  private readonly byKey = new Map<string, Test>();
  private readonly fields: string[] = [];
  private readonly slots = new Map<string, number>();
  private readonly nodes: Node[] = [];
  /** Plans without an anchor. */
  private readonly always: number[] = [];
  private readonly indexes: (FieldIndex | undefined)[];
  private readonly view: EventView;
  /** By test: the event in which it was last made, and its result. */
  private readonly made: Int32Array;
  private readonly passed: Uint8Array;
  /** By test: true where the search of its field decides it. */
  private readonly decided: Uint8Array;
  private readonly candidate: Int32Array;
  private now = 0;

  constructor(
    readonly plans: readonly Plan[],
    /** Positions of the plans in the whole set. */
    readonly positions: readonly number[],
  ) {
    for (const plan of plans) this.nodes.push(this.conditionNode(plan, plan.condition));
    const popularity = new Map<string, number>();
    for (const test of this.tests) count(popularity, test.predicate);
    plans.forEach((plan, i) => {
      const anchors = anchorsOf(plan, (anchor) => expectation(anchor, popularity));
      if (!anchors) this.always.push(i);
      else for (const anchor of anchors) this.testFor(plan, anchor).plans.push(i);
    });
    this.decided = new Uint8Array(this.tests.length);
    this.indexes = this.fields.map((_, slot) => this.buildIndex(slot));
    this.view = new EventView(this.fields);
    this.made = new Int32Array(this.tests.length);
    this.passed = new Uint8Array(this.tests.length);
    this.candidate = new Int32Array(plans.length);
  }

  /** Adds the positions of the plans that match the event to `matches`. */
  match(event: SigmaEvent, coverage: Coverage, matches: number[]): void {
    const now = ++this.now;
    this.view.turnTo(event, coverage);
    for (let i = 0; i < this.always.length; i++) this.tryPlan(this.always[i]!, matches);
    this.found.length = 0;
    for (let slot = 0; slot < this.indexes.length; slot++) {
      const index = this.indexes[slot];
      if (index) this.search(slot, index, now);
    }
    // Candidates are tried once all fields were searched: only then is what was not found decided to be absent.
    for (let i = 0; i < this.found.length; i++) this.tryPlan(this.found[i]!, matches);
  }

  private readonly found: number[] = [];

  private tryPlan(plan: number, matches: number[]): void {
    if (this.candidate[plan] === this.now) return;
    this.candidate[plan] = this.now;
    if (this.holds(this.nodes[plan]!)) matches.push(this.positions[plan]!);
  }

  private search(slot: number, { grams, tests, numbers }: FieldIndex, now: number): void {
    const { readings } = this.view.slot(slot);
    for (let r = 0; r < readings.length; r++) {
      const reading = readings[r]!;
      if (numbers.size > 0) {
        const value = numberOf(reading.value);
        const equal = value === undefined ? undefined : numbers.get(value);
        if (equal) for (const test of equal) this.offer(test);
      }
      if (reading.text === null) continue;
      const text = reading.folded;
      grams.scan(text, (literal, start, end) => {
        const possible = tests[literal]!;
        for (let i = 0; i < possible.length; i++) {
          const test = possible[i]!;
          if (this.decided[test.id] === 0) this.offer(test);
          else if (this.made[test.id] !== now && this.covers(test, start, end, text.length)) {
            this.made[test.id] = now;
            this.passed[test.id] = 1;
            this.offer(test);
          }
        }
      });
    }
  }

  private covers(test: Test, start: number, end: number, length: number): boolean {
    const { shape } = (test.predicate as TextPredicate).pattern;
    if (shape === 'contains') return true;
    if (shape === 'starts') return start === 0;
    return end === length && (shape === 'ends' || start === 0);
  }

  private offer(test: Test): void {
    for (let i = 0; i < test.plans.length; i++) this.found.push(test.plans[i]!);
  }

  private holds(node: Node): boolean {
    switch (node.kind) {
      case 'test':
        return this.passes(node.test);
      case 'not':
        return !this.holds(node.child);
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
    const { slot, predicate } = this.tests[id]!;
    // A literal that the search of its field did not find is not there; `always` plans come before the search.
    const state = slot < 0 ? this.view.keywords() : this.view.slot(slot);
    const passed = predicate.matches(state, this.view);
    this.made[id] = this.now;
    this.passed[id] = passed ? 1 : 0;
    return passed;
  }

  private buildIndex(slot: number): FieldIndex | undefined {
    const byLiteral = new Map<string, Test[]>();
    const numbers = new Map<number, Test[]>();
    let anchored = false;
    for (const test of this.tests) {
      if (test.slot !== slot) continue;
      if (test.predicate instanceof NumberPredicate && test.plans.length > 0) {
        push(numbers, test.predicate.value, test);
        anchored = true;
      } else if (test.predicate instanceof TextPredicate) {
        const literal = literalOf(test.predicate);
        if (literal === null) continue;
        push(byLiteral, literal, test);
        anchored ||= test.plans.length > 0;
      }
    }
    if (!anchored) return undefined;
    for (const tests of byLiteral.values()) {
      for (const { id, predicate } of tests) {
        const { pattern, cased } = predicate as TextPredicate;
        if (!cased && pattern.shape !== 'general') this.decided[id] = 1;
      }
    }
    return { grams: new GramIndex([...byLiteral.keys()]), tests: [...byLiteral.values()], numbers };
  }

  private testFor(plan: Plan, { slot, predicate }: Anchor): Test {
    return this.test(plan.fields[slot] ?? null, predicate);
  }

  private test(field: string | null, predicate: Predicate): Test {
    const slot = field === null ? -1 : this.slot(field);
    const key = `${slot}\n${predicate.key}`;
    let test = this.byKey.get(key);
    if (!test) {
      test = { id: this.tests.length, slot, predicate, plans: [] };
      this.tests.push(test);
      this.byKey.set(key, test);
    }
    return test;
  }

  private slot(field: string): number {
    let slot = this.slots.get(field);
    if (slot === undefined) {
      slot = this.fields.push(field) - 1;
      this.slots.set(field, slot);
    }
    return slot;
  }

  private conditionNode(plan: Plan, node: PlanCondition): Node {
    if (node.kind === 'selection') return this.detectionNode(plan, plan.selections[node.selection]!.body);
    if (node.kind === 'not') return { kind: 'not', child: this.conditionNode(plan, node.children[0]) };
    const every = node.kind === 'and' || (node.kind === 'quantifier' && node.every);
    return joined(
      node.children.map((child) => this.conditionNode(plan, child)),
      every,
    );
  }

  private detectionNode(plan: Plan, node: PlanNode): Node {
    if (node.kind === 'item') return this.itemNode(node);
    return joined(
      node.children.map((child) => this.detectionNode(plan, child)),
      node.kind === 'all',
    );
  }

  private itemNode(item: PlanItem): Node {
    const values = joined(
      item.values.map((value) => this.valueNode(value, item.field)),
      item.all,
    );
    return item.negated ? { kind: 'not', child: values } : values;
  }

  private valueNode(value: PlanValue, field: string | null): Node {
    return joined(
      value.variants.map(({ predicate }): Node => ({ kind: 'test', test: this.test(field, predicate).id })),
      false,
    );
  }
}

function joined(children: readonly Node[], every: boolean): Node {
  return children.length === 1 ? children[0]! : { kind: every ? 'every' : 'some', children };
}

function push<K>(map: Map<K, Test[]>, key: K, test: Test): void {
  const list = map.get(key);
  if (list) list.push(test);
  else map.set(key, [test]);
}

function count(popularity: Map<string, number>, predicate: Predicate): void {
  const literal = predicate instanceof TextPredicate ? literalOf(predicate) : null;
  if (literal !== null) popularity.set(literal, (popularity.get(literal) ?? 0) + 1);
}

/** A guess is enough: rules name common programs often, and long texts are rare in events. */
function expectation({ predicate }: Anchor, popularity: ReadonlyMap<string, number>): number {
  if (!(predicate instanceof TextPredicate)) return 0.05;
  const literal = literalOf(predicate)!;
  const ending = predicate.pattern.shape === 'ends' || predicate.pattern.shape === 'exact';
  const common = Math.min(1, (popularity.get(literal) ?? 1) / 50);
  return (ending ? 0.01 : 0.004) * (1 + 20 * common) * (literal.length < 6 ? 10 : 1);
}
