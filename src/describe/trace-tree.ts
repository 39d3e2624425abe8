import { TOLD } from '../limits';
import {
  type ConditionTrace,
  type GroupTrace,
  type ItemTrace,
  type MembersTrace,
  type MemberTrace,
  missLabel,
  missWords,
  type NodeTrace,
  noteWords,
  operatorWords,
  type Remainder,
  type SelectionTrace,
  type Trace,
  type ValueTrace,
} from '../match';
import { joinWords, type Range, say, shortened, type Words } from '../text';

/** What a line of the explanation is about. */
export interface TreeLink {
  readonly selection: number;
  /** A value's id; null for a whole selection. */
  readonly value: number | null;
  readonly rule: Range;
  readonly event: number;
}

/** One line of the explanation. */
export interface TreeNode {
  readonly id: string;
  readonly matched: boolean;
  /** A selection's name, shown in its colour. */
  readonly selection: { readonly name: string; readonly index: number } | null;
  /** Before the selection's name, or the whole label. */
  readonly label: string;
  /** What the rule requires, quieter than the label. */
  readonly asks: string;
  /** The rule's value as written. */
  readonly written: string;
  /** What the event has, or why it does not match. */
  readonly says: Words;
  readonly link: TreeLink | null;
  readonly children: readonly TreeNode[];
}

const NODE: Omit<TreeNode, 'id' | 'matched'> = {
  selection: null,
  label: '',
  asks: '',
  written: '',
  says: [],
  link: null,
  children: [],
};

/**
 * The explanation of one event as a tree: the condition, its selections, their fields, their values. `filtered` is the
 * condition as text when filters apply, since it then appears nowhere in that form. `number` is the event's, as people
 * count.
 */
export function treeOf(trace: Trace, rule: string, number: number, filtered?: string): TreeNode {
  const { condition } = trace;
  const flat = condition.kind === 'selection' || condition.kind === 'not' || condition.kind === 'quantifier';
  const parts = flat ? [condition] : condition.children;
  return {
    ...NODE,
    id: 'root',
    matched: trace.matched,
    label: `event ${number}:`,
    asks: shortened(filtered ?? rule.slice(condition.rule.start, condition.rule.end), TOLD.sentence.value),
    children: [
      ...parts.map((part, i) => conditionNode(part, `c${i}`, trace)),
      ...(flat ? [] : moreNode(condition.more, 'c')),
    ],
  };
}

function conditionNode(node: ConditionTrace, id: string, trace: Trace): TreeNode {
  const children = () => [
    ...node.children.map((child, i) => conditionNode(child, `${id}.${i}`, trace)),
    ...moreNode(node.more, id),
  ];
  const { matched } = node;
  if (node.kind === 'selection') return selectionNode(node, id, trace, '', matched);
  if (node.kind === 'not') {
    const only = node.children[0];
    if (only?.kind === 'selection') return selectionNode(only, id, trace, 'not', matched);
    return { ...NODE, id, matched, label: 'not', children: children() };
  }
  if (node.kind === 'quantifier')
    return { ...NODE, id, matched, label: node.written ?? '', children: children() };
  return {
    ...NODE,
    id,
    matched,
    label: node.kind === 'and' ? 'all of these' : 'any of these',
    children: children(),
  };
}

function selectionNode(
  node: ConditionTrace,
  id: string,
  trace: Trace,
  label: string,
  matched: boolean,
): TreeNode {
  const index = node.selection ?? 0;
  const selection = trace.selections[index];
  if (!selection) return { ...NODE, id, matched, label };
  return {
    ...NODE,
    id,
    matched,
    label,
    selection: { name: selection.name, index },
    link: { selection: index, value: null, rule: selection.rule, event: trace.event },
    children: bodyNodes(selection, id, index, trace.event),
  };
}

function bodyNodes({ body }: SelectionTrace, id: string, selection: number, event: number): TreeNode[] {
  // The entries of a map come directly below their selection's name.
  if (body.kind === 'every')
    return [
      ...body.children.map((child, i) => partNode(child, `${id}/${i}`, selection, event)),
      ...moreNode(body.more, `${id}/`),
    ];
  return [partNode(body, `${id}/0`, selection, event)];
}

function partNode(part: NodeTrace, id: string, selection: number, event: number): TreeNode {
  if (part.kind === 'item') return itemNode(part, id, selection, event);
  if (part.kind === 'members') return blockNode(part, id, selection, event);
  return {
    ...NODE,
    id,
    matched: part.matched,
    label: part.kind === 'every' ? 'all of these' : `any of these ${sizeOf(part)}`,
    children: [
      ...part.children.map((child, i) => partNode(child, `${id}.${i}`, selection, event)),
      ...moreNode(part.more, id),
    ],
  };
}

/** A block about the members of an array: below it those that decide, and then others. */
function blockNode(block: MembersTrace, id: string, selection: number, event: number): TreeNode {
  const { field, quantifier, atPosition, matched, members, rule } = block;
  const says = block.miss
    ? missWords(block.miss)
    : say`${block.satisfying} of ${block.count} ${block.count === 1 ? 'member' : 'members'}`;
  const left = block.count - members.length;
  return {
    ...NODE,
    id,
    matched,
    label: atPosition ? field : `${field}[${quantifier}]`,
    says,
    link: { selection, value: null, rule, event },
    children: [
      ...members.map((member) => memberNode(member, `${id}[${member.index}`, selection, event)),
      ...(left > 0 ? [{ ...NODE, id: `${id}[…`, matched, label: `${left} more members` }] : []),
    ],
  };
}

function memberNode(member: MemberTrace, id: string, selection: number, event: number): TreeNode {
  const { name, matched, selections } = member;
  const children = selections.flatMap((one, i) =>
    one.name === ''
      ? bodyNodes(one, `${id}:${i}`, selection, event)
      : [
          {
            ...NODE,
            id: `${id}:${i}`,
            matched: one.matched,
            label: one.name,
            children: bodyNodes(one, `${id}:${i}`, selection, event),
          },
        ],
  );
  return { ...NODE, id, matched, label: name, children };
}

function itemNode(item: ItemTrace, id: string, selection: number, event: number): TreeNode {
  const { values, matched } = item;
  const only = values.length === 1 && !item.more ? values[0] : undefined;
  const actual: Words =
    item.eventValue === null ? [] : [`is ${item.eventValue === '' ? 'empty' : actualText(item)}`];
  const says = joinWords([
    ...(item.mapping ? [item.mapping] : []),
    item.miss ? missWords(item.miss) : actual,
  ]);
  return {
    ...NODE,
    id,
    matched,
    label: item.field ?? 'keywords',
    asks: operatorWords(item, values.length),
    written: only?.written ?? '',
    says,
    link: { selection, value: only?.id ?? null, rule: only?.rule ?? item.rule, event },
    children: only
      ? []
      : [
          ...values.map((value) => valueNode(value, `${id}=${value.id}`, selection, event)),
          ...moreNode(item.more, id),
        ],
  };
}

function valueNode(value: ValueTrace, id: string, selection: number, event: number): TreeNode {
  const hit = value.hits[0];
  const found = hit ? [`in ${hit.field}${hit.notes ? ` · ${noteWords(hit.notes)}` : ''}`] : [];
  return {
    ...NODE,
    id,
    matched: value.matched,
    written: value.written,
    says: value.matched ? found : value.miss ? [missLabel(value.miss)] : [],
    link: { selection, value: value.id, rule: value.rule, event },
  };
}

/** A last line for what a long list holds beside what is shown. */
function moreNode(more: Remainder | undefined, id: string): TreeNode[] {
  if (!more) return [];
  const { matched, missed } = more;
  const count = matched + missed;
  const verb = (n: number) => (n === 1 ? 'matches' : 'match');
  const says =
    matched === 0
      ? count === 1
        ? 'it does not match'
        : 'none of them matches'
      : missed === 0
        ? count === 1
          ? 'it matches'
          : 'all of them match'
        : `${matched.toLocaleString('en')} of them ${verb(matched)}`;
  return [
    {
      ...NODE,
      id: `${id}…`,
      matched: matched > 0,
      label: `… and ${count.toLocaleString('en')} more:`,
      says: [says],
    },
  ];
}

function sizeOf({ children, more }: GroupTrace): string {
  return (children.length + (more ? more.matched + more.missed : 0)).toLocaleString('en');
}

const MOST = 120;
/** Characters before the first that matched, where a value is cut there. */
const BEFORE = 30;

/** The value that stands in the event, shortened so that the first characters that matched are seen. */
function actualText({ eventValue, isList, values }: ItemTrace): string {
  const whole = eventValue ?? '';
  const hit = values.flatMap(({ hits }) => hits)[0];
  const match = hit?.spans.find(({ kind }) => kind === 'match');
  const start = hit && match ? match.value.start - (hit.from ?? 0) : 0;
  const isSeen = isList ? cut(whole).includes(hit?.value ?? '') : start + (hit?.from ?? 0) < MOST - BEFORE;
  if (!hit || whole.length <= MOST || isSeen) return cut(whole);
  const from = Math.max(0, start - BEFORE);
  const text = `${from > 0 || hit.from ? '…' : ''}${cut(hit.value.slice(from))}`;
  return isList ? `[… ${text} …]` : text;
}

function cut(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
