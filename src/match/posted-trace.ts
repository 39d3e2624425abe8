import { TOLD } from '../limits';
import type {
  Cause,
  ConditionTrace,
  GroupTrace,
  ItemTrace,
  MembersTrace,
  NodeTrace,
  Remainder,
  SelectionTrace,
  Trace,
  ValueTrace,
} from './trace';

/**
 * An explanation as the page gets it: of each list the parts that decide and then the first ones, in the order of the
 * rule, and a count of the rest. Explanations of ordinary rules stay whole. The verdict, the causes and whatever stands
 * on the way to them are kept first.
 */
export function posted(trace: Trace): Trace {
  return new Shortened(trace).trace();
}

type Part = NodeTrace | ConditionTrace | ValueTrace;

/** The body of a selection that the shortened condition does not name. */
const LEFT_OUT: GroupTrace = { kind: 'every', rule: { start: 0, end: 0 }, matched: false, children: [] };

class Shortened {
  private left = TOLD.whole.value;
  private readonly causes: readonly Cause[];
  private readonly named = new Set<number>();

  constructor(private readonly whole: Trace) {
    this.causes = whole.causes.slice(0, TOLD.causes.value);
  }

  trace(): Trace {
    const { whole, causes } = this;
    const condition = this.condition(whole.condition);
    // What a cause speaks of is there, whatever else is left out.
    for (const { selection } of causes) if (selection >= 0) this.named.add(selection);
    const selections = whole.selections.map((one, i) => this.selection(one, i));
    const moreCauses = whole.causes.length - causes.length;
    return { ...whole, condition, selections, causes, ...(moreCauses > 0 ? { moreCauses } : {}) };
  }

  private condition(node: ConditionTrace): ConditionTrace {
    if (node.kind === 'selection') this.named.add(node.selection!);
    const { kept, more } = this.choose(node.children, node.matched, ({ kind, selection }) =>
      this.causes.some((cause) => kind === 'selection' && cause.selection === selection),
    );
    const children = kept.map((child) => this.condition(child));
    return { ...node, children, ...more };
  }

  private selection(selection: SelectionTrace, index: number): SelectionTrace {
    return { ...selection, body: this.named.has(index) ? this.body(selection.body) : LEFT_OUT };
  }

  private body(node: NodeTrace): NodeTrace {
    if (node.kind === 'item') return this.item(node);
    if (node.kind === 'members') return this.members(node);
    const { kept, more } = this.choose(node.children, node.matched, ({ rule }) =>
      this.causes.some(({ item }) => item.start >= rule.start && item.end <= rule.end),
    );
    return { ...node, children: kept.map((child) => this.body(child)), ...more };
  }

  /** The member that decides is kept; the others while there is room. `count` says how many there are. */
  private members(node: MembersTrace): MembersTrace {
    const kept: MembersTrace['members'][number][] = [];
    for (const member of node.members) {
      if (kept.length > 0 && this.left <= 0) break;
      const selections = member.selections.map((one) => ({ ...one, body: this.body(one.body) }));
      kept.push({ ...member, selections });
    }
    return { ...node, members: kept };
  }

  private item(item: ItemTrace): ItemTrace {
    const { kept, more } = this.choose(item.values, item.matched, ({ id }) =>
      this.causes.some(({ value }) => value === id),
    );
    return kept.length === item.values.length ? item : { ...item, values: kept, ...more };
  }

  /** The parts that are kept, in their order: causes, then those that make the whole what it is, then the first. */
  private choose<T extends Part>(
    parts: readonly T[],
    matched: boolean,
    isCause: (part: T) => boolean,
  ): { readonly kept: readonly T[]; readonly more: { readonly more?: Remainder } } {
    const most = Math.min(TOLD.parts.value, Math.max(1, this.left));
    if (parts.length <= most) {
      this.left -= parts.length;
      return { kept: parts, more: {} };
    }
    const rank = (part: T) => (isCause(part) ? 0 : part.matched === matched ? 1 : 2);
    const ranks = parts.map(rank);
    const chosen = new Set<number>();
    for (const wanted of [0, 1, 2])
      for (let i = 0; i < parts.length && chosen.size < most; i++) if (ranks[i] === wanted) chosen.add(i);
    this.left -= chosen.size;
    const rest = parts.filter((_, i) => !chosen.has(i));
    const hits = rest.filter((part) => part.matched).length;
    return {
      kept: parts.filter((_, i) => chosen.has(i)),
      more: { more: { matched: hits, missed: rest.length - hits, kept: [...chosen].sort((a, b) => a - b) } },
    };
  }
}
