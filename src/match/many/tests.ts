import type { FieldPath, Plan, PlanItem, PlanMembers, PlanNode, PlanValue, Predicate } from '../../rule';
import { FieldSlots, foldBody, foldCondition } from '../../rule';
import type { Anchor } from './anchors';

/** A test of one field, kept once even if many rules share it. */
export interface Test {
  readonly id: number;
  /** -1 for keywords. */
  readonly slot: number;
  readonly predicate: Predicate;
  /** Plans of which this is an anchor. */
  readonly plans: number[];
  /** Long lists that contain it. */
  readonly lists: number[];
}

/** A plan's condition, down to its tests. */
export type Node =
  | { readonly kind: 'test'; readonly test: number }
  | { readonly kind: 'every' | 'some'; readonly children: readonly Node[] }
  | { readonly kind: 'not'; readonly child: Node }
  | { readonly kind: 'block'; readonly block: number }
  | ListNode;

/** A long list of alternatives. The search alone tells whether one of the decided ones was found. */
export interface ListNode {
  readonly kind: 'list';
  readonly list: number;
  readonly rest: readonly Node[];
}

/** A shorter list is not worth the bookkeeping. */
const LONG = 4;

/** Running the tests of a shorter list costs less than searching for all of them. */
const VERY_LONG = 24;

/** The tests of lists that are so long that one search for all is better than a try of each. */
export function testsOfLists(nodes: readonly Node[]): Set<number> {
  const found = new Set<number>();
  const left = [...nodes];
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.kind === 'not') left.push(node.child);
    else if (node.kind === 'every') left.push(...node.children);
    else if (node.kind === 'some') {
      left.push(...node.children);
      if (node.children.length >= VERY_LONG)
        for (const child of node.children) if (child.kind === 'test') found.add(child.test);
    }
  }
  return found;
}

/** The tests of many plans, equal ones kept once, and the fields that they read. */
export class TestTable {
  readonly tests: Test[] = [];
  readonly slots = new FieldSlots();
  /** Blocks about members of arrays, which are tested as they are. */
  readonly blocks: PlanMembers[] = [];
  /** How many long lists there are. */
  lists = 0;
  private readonly byKey = new Map<string, Test>();

  /** The test that an anchor of `plan` names. */
  anchor(plan: Plan, { slot, predicate }: Anchor): Test {
    return this.test(slot < 0 ? null : (plan.fields[slot] ?? null), plan.paths[slot], predicate);
  }

  /** The plan's whole condition. */
  nodeOf(plan: Plan): Node {
    return foldCondition<Node>(plan.condition, {
      selection: (index) =>
        foldBody<PlanNode, Node>(
          plan.selections[index]!.body,
          (item) => this.item(item),
          joined,
          (block) => ({ kind: 'block', block: this.blocks.push(block) - 1 }),
        ),
      not: (child) => ({ kind: 'not', child }),
      join: joined,
    });
  }

  /** Makes `list` nodes of long alternatives: hundreds of values must not cost hundreds of steps. */
  shorten(node: Node, decided: Uint8Array): Node {
    if (node.kind === 'test' || node.kind === 'list' || node.kind === 'block') return node;
    if (node.kind === 'not') return { kind: 'not', child: this.shorten(node.child, decided) };
    const children = node.children.map((child) => this.shorten(child, decided));
    if (node.kind === 'every' || children.length < LONG) return { kind: node.kind, children };
    const list = this.lists++;
    const rest: Node[] = [];
    for (const child of children) {
      const test = child.kind === 'test' ? this.tests[child.test]! : null;
      if (test && decided[test.id] === 1) test.lists.push(list);
      else rest.push(child);
    }
    return { kind: 'list', list, rest };
  }

  private test(field: string | null, path: FieldPath | undefined, predicate: Predicate): Test {
    const slot = field === null ? -1 : this.slots.of(field, path);
    const key = `${slot}\n${predicate.key}`;
    let test = this.byKey.get(key);
    if (!test) {
      test = { id: this.tests.length, slot, predicate, plans: [], lists: [] };
      this.tests.push(test);
      this.byKey.set(key, test);
    }
    return test;
  }

  private item(item: PlanItem): Node {
    const values = joined(
      item.values.map((value) => this.value(value, item)),
      item.all,
    );
    return item.negated ? { kind: 'not', child: values } : values;
  }

  private value(value: PlanValue, { field, path }: PlanItem): Node {
    return joined(
      value.variants.map(
        ({ predicate }): Node => ({ kind: 'test', test: this.test(field, path, predicate).id }),
      ),
      false,
    );
  }
}

function joined(children: readonly Node[], every: boolean): Node {
  return children.length === 1 ? children[0]! : { kind: every ? 'every' : 'some', children };
}
