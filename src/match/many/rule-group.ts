import { FieldSlots } from '../../compile/field-slots';
import type { Plan, PlanCondition, PlanItem, PlanNode, PlanValue } from '../../compile/plan';
import type { SigmaEvent } from '../../event/event';
import type { Predicate } from '../../modifiers/predicate';
import { TextPredicate } from '../../modifiers/text-predicate';
import { NumberPredicate, numberOf } from '../../modifiers/typed-predicates';
import type { Coverage } from '../../source/coverage';
import { fold } from '../../value/fold';
import { EventView } from '../view';
import { type Anchor, anchorsOf, literalOf } from './anchors';
import { GramIndex } from './gram-index';

/** A test of one field, kept once however many rules ask it. */
interface Test {
  readonly id: number;
  /** -1 for keywords. */
  readonly slot: number;
  readonly predicate: Predicate;
  /** True for a literal with a character beyond Latin-1: emoji, look-alikes. */
  readonly wide: boolean;
  /** Plans of which this is an anchor. */
  readonly plans: number[];
  /** Long lists that hold it. */
  readonly lists: number[];
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
  | { readonly kind: 'not'; readonly child: Node }
  /** A long list of alternatives, of which the search tells by itself whether one of the decided ones was found. */
  | {
      readonly kind: 'list';
      readonly list: number;
      readonly rest: readonly Node[];
      readonly wide: readonly number[];
    };

/**
 * Plans that see an event through the same names. Each field is searched once for the literals of all rules; a rule is
 * tried only where one of its anchors was found, and a test that several rules share is made once an event.
 */
export class RuleGroup {
  private readonly tests: Test[] = [];
  private readonly byKey = new Map<string, Test>();
  private readonly slots = new FieldSlots();
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
  private readonly listFound: Int32Array;
  private lists = 0;
  private readonly wideAt: Int32Array;
  private readonly wide: Uint8Array;
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
    this.indexes = this.slots.names.map((_, slot) => this.buildIndex(slot));
    for (let i = 0; i < this.nodes.length; i++) this.nodes[i] = this.shorten(this.nodes[i]!);
    this.listFound = new Int32Array(this.lists);
    this.view = new EventView(this.slots.names);
    this.made = new Int32Array(this.tests.length);
    this.passed = new Uint8Array(this.tests.length);
    this.candidate = new Int32Array(plans.length);
    this.wideAt = new Int32Array(this.slots.names.length);
    this.wide = new Uint8Array(this.slots.names.length);
  }

  /** Adds the positions of the plans that match the event to `matches`. */
  match(event: SigmaEvent, coverage: Coverage, matches: number[]): void {
    const now = ++this.now;
    this.view.turnTo(event, coverage);
    this.found.length = 0;
    for (let slot = 0; slot < this.indexes.length; slot++) {
      const index = this.indexes[slot];
      if (index) this.search(slot, index, now);
    }
    // Plans are tried once all fields were searched: only then is what was not found known to be absent.
    for (let i = 0; i < this.always.length; i++) this.tryPlan(this.always[i]!, matches);
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
            for (let k = 0; k < test.lists.length; k++) this.listFound[test.lists[k]!] = now;
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

  /** Makes `list` nodes of long alternatives: hundreds of values must not cost hundreds of steps. */
  private shorten(node: Node): Node {
    if (node.kind === 'test') return node;
    if (node.kind === 'not') return { kind: 'not', child: this.shorten(node.child) };
    if (node.kind === 'list') return node;
    const children = node.children.map((child) => this.shorten(child));
    if (node.kind === 'every' || children.length < LONG) return { kind: node.kind, children };
    const list = this.lists++;
    const rest: Node[] = [];
    const wide: number[] = [];
    for (const child of children) {
      const test = child.kind === 'test' ? this.tests[child.test]! : null;
      const first = wide.length > 0 ? this.tests[wide[0]!]! : test;
      if (test && this.decided[test.id] === 1) test.lists.push(list);
      else if (test?.wide && test.slot >= 0 && first?.slot === test.slot) wide.push(test.id);
      else rest.push(child);
    }
    return { kind: 'list', list, rest, wide };
  }

  private passes(id: number): boolean {
    if (this.made[id] === this.now) return this.passed[id] === 1;
    // What the search of its field decides and did not find is not there.
    if (this.decided[id] === 1) return false;
    const { slot, predicate, wide } = this.tests[id]!;
    if (wide && slot >= 0 && !this.isWide(slot)) return false;
    const state = slot < 0 ? this.view.keywords() : this.view.slot(slot);
    const passed = predicate.matches(state, this.view);
    this.made[id] = this.now;
    this.passed[id] = passed ? 1 : 0;
    return passed;
  }

  /** Whether a field holds any character beyond Latin-1; without one, no literal that has one can be in it. */
  private isWide(slot: number): boolean {
    if (this.wideAt[slot] !== this.now) {
      this.wideAt[slot] = this.now;
      this.wide[slot] = this.view.slot(slot).readings.some((r) => r.text !== null && WIDE.test(r.text))
        ? 1
        : 0;
    }
    return this.wide[slot] === 1;
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
    const slot = field === null ? -1 : this.slots.of(field);
    const key = `${slot}\n${predicate.key}`;
    let test = this.byKey.get(key);
    if (!test) {
      const wide = predicate instanceof TextPredicate && hasWideLiteral(predicate);
      test = { id: this.tests.length, slot, predicate, wide, plans: [], lists: [] };
      this.tests.push(test);
      this.byKey.set(key, test);
    }
    return test;
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

/** As it is compared: folded, a long s or a Kelvin sign is an ASCII letter and found in ASCII texts. */
function hasWideLiteral({ value, cased }: TextPredicate): boolean {
  return value.some((part) => part.kind === 'text' && WIDE.test(cased ? part.text : fold(part.text)));
}

/** From so many alternatives on a list is worth its bookkeeping. */
const LONG = 4;

/** See `fold`: answered at once for texts of one byte a character. */
const WIDE = /[\u0100-\uffff]/;

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
