import type { Plan, PlanItem, PlanMembers, PlanNode, PlanValue } from '../rule';
import { foldBody, foldCondition, formLabels } from '../rule';
import { code, joinWords, plain, type Range, say, type Words } from '../text';
import { canonicalOf, quoted } from './canonical';
import { conditionText } from './condition-text';
import { usesOf } from './uses';
import { membersWords } from './words/members';

/** What a rule requires of an event: stage 0 is the condition, each further stage a selection. Plain data. */
export interface Stages {
  readonly condition: {
    /** Filters included. */
    readonly text: string;
    /** Where the rule has its conditions. */
    readonly ranges: readonly Range[];
  };
  /** In the order of first use in the condition; unused ones are last. */
  readonly selections: readonly Stage[];
  /** How many selections are left out (`briefStages`). */
  readonly more?: number;
}

export interface Stage {
  /** From 1, by first use; null if the condition does not use the selection. */
  readonly number: number | null;
  /** Index in `Plan.selections`. */
  readonly selection: number;
  readonly name: string;
  /** The selection's name where it is defined. */
  readonly range: Range;
  readonly uses: readonly Range[];
  /** True if the condition can need it to match, or (`excludes`) not to match. */
  readonly selects: boolean;
  readonly excludes: boolean;
  readonly body: StageNode;
}

export type StageNode = StageGroup | StagePredicate;

export interface StageGroup {
  /** `none` and `not all` come from `neq`. */
  readonly kind: 'all' | 'any' | 'none' | 'not all';
  readonly range: Range;
  /** Of a block about members of an array: which; of a selection in one: its name. It stands in place of the kind. */
  readonly says?: Words;
  readonly children: readonly StageNode[];
  /** How many are left out (`briefStages`). */
  readonly more?: number;
}

/** One field, one operator, one value. */
export interface StagePredicate {
  readonly kind: 'predicate';
  /** The value's characters; for an empty value, those of its field and key. */
  readonly range: Range;
  /** Id in `Plan.values`. */
  readonly value: number;
  /** As in a rule: `CommandLine|contains: 'x'`. */
  readonly canonical: string;
  /** In plain English. */
  readonly words: Words;
}

/** The stages of a rule. `text` is its condition as the page shows it elsewhere (`CompiledRule.conditionText`). */
export function stages(plan: Plan, text = conditionText(plan)): Stages {
  const uses = usesOf(plan);
  const used = [...uses.keys()];
  const unused = plan.selections.map((_, i) => i).filter((i) => !uses.has(i));
  const selections = [...used, ...unused].map((index, i): Stage => {
    const { name, range, body } = plan.selections[index]!;
    const use = uses.get(index);
    return {
      number: use ? i + 1 : null,
      selection: index,
      name,
      range,
      uses: use?.ranges ?? [],
      selects: use?.selects ?? false,
      excludes: use?.excludes ?? false,
      body: nodeOf(body),
    };
  });
  const ranges = plan.rule.detection.conditions.map(({ scalar }) => scalar.range);
  return { condition: { text, ranges }, selections };
}

function nodeOf(node: PlanNode): StageNode {
  return foldBody<PlanNode, StageNode>(
    node,
    itemOf,
    (children, every, { range }) =>
      children.length === 1 ? children[0]! : { kind: every ? 'all' : 'any', range, children },
    blockOf,
  );
}

/** A block about members: what each of its selections requires of one, and its condition if it has one of its own. */
function blockOf(block: PlanMembers): StageGroup {
  const { range, selections, extended } = block;
  const bodies = selections.map(({ body }) => partsOf(body));
  if (!extended) return { kind: 'all', range, says: membersWords(block), children: bodies[0]! };
  const children = selections.map(
    ({ name, range: at }, i): StageGroup => ({
      kind: 'all',
      range: at,
      says: [code(name)],
      children: bodies[i]!,
    }),
  );
  return { kind: 'all', range, says: say`${membersWords(block)}: ${code(conditionOf(block))}`, children };
}

/** The entries of a map, which stand directly below what it is about; or the body itself. */
function partsOf(body: PlanNode): readonly StageNode[] {
  const isMap = body.kind === 'every' && body.children.length > 1;
  return isMap ? body.children.map(nodeOf) : [nodeOf(body)];
}

/** The condition of a block, of the names of its selections. */
function conditionOf({ condition, selections }: PlanMembers): string {
  return foldCondition<{ text: string; isOne: boolean }>(condition, {
    selection: (index) => ({ text: selections[index]!.name, isOne: true }),
    not: (part) => ({ text: `not ${part.isOne ? part.text : `(${part.text})`}`, isOne: true }),
    join: (parts, every, { quantifier }) => ({
      text:
        quantifier ??
        parts.map(({ text, isOne }) => (isOne ? text : `(${text})`)).join(every ? ' and ' : ' or '),
      isOne: quantifier !== null || parts.length === 1,
    }),
  }).text;
}

function itemOf(item: PlanItem): StageNode {
  const children = item.values.map((value) => predicateOf(item, value));
  if (item.negated) return { kind: item.all ? 'not all' : 'none', range: item.range, children };
  if (children.length === 1) return children[0]!;
  return { kind: item.all ? 'all' : 'any', range: item.range, children };
}

function predicateOf(item: PlanItem, value: PlanValue): StagePredicate {
  const { range } = value.scalar;
  return {
    kind: 'predicate',
    range: range.end > range.start ? range : item.range,
    value: value.id,
    canonical: canonicalLine(item, value),
    words: say`${item.field === '.' ? 'the member' : (item.field ?? 'any value of the event')} ${wordsOf(value)}`,
  };
}

/** Modifiers whose effect does not show in the resulting predicate, so they are kept as written. */
const ENCODING = new Set(['base64', 'base64offset', 'wide', 'utf16be', 'utf16', 'expand']);

/** One predicate as in a rule. The group around it shows `all` and `neq`. */
export function canonicalLine(item: PlanItem, value: PlanValue): string {
  if (item.modifiers.some((name) => ENCODING.has(name))) {
    const modifiers = item.modifiers.filter((name) => name !== 'all' && name !== 'neq');
    const { scalar } = value;
    return line(item.field, modifiers, typeof scalar.value === 'string' ? quoted(scalar.text) : scalar.text);
  }
  const { modifiers, scalar } = canonicalOf(value.variants[0]!.predicate);
  // Keywords match as substrings, however they are written.
  return line(
    item.field,
    item.field === null ? modifiers.filter((m) => m !== 'contains') : modifiers,
    scalar,
  );
}

function line(field: string | null, modifiers: readonly string[], scalar: string): string {
  const key = [field ?? '', ...modifiers].join('|');
  return key ? `${key}: ${scalar}` : scalar;
}

/** The most variants to list; placeholders can give many. */
const MAX_TOLD = 5;

function wordsOf({ variants }: PlanValue): Words {
  const told = variants.slice(0, MAX_TOLD).map(({ predicate, forms }): Words => {
    const { words } = predicate;
    return forms && variants.length > 1 ? say`${words} (${formLabels(forms)})` : words;
  });
  if (variants.length > MAX_TOLD) told.push([`${variants.length - MAX_TOLD} more`]);
  return joinWords(told, ' or ');
}

const JOINS = { all: 'all of', any: 'any of', none: 'none of', 'not all': 'not all of' };

/** The stages as text, to read and copy: one line each, with what belongs to it indented below; what is left out is counted. */
export function stagesText({ condition, selections, more }: Stages): string {
  const lines = [`0  condition: ${condition.text}`];
  const walk = (node: StageNode, depth: number): void => {
    const blanks = ' '.repeat(3 + 2 * depth);
    if (node.kind === 'predicate') {
      lines.push(`${blanks}${node.canonical}`, `${blanks}  ${plain(node.words)}`);
      return;
    }
    lines.push(`${blanks}${node.says ? plain(node.says) : JOINS[node.kind]}`);
    for (const child of node.children) walk(child, depth + 1);
    if (node.more) lines.push(`${blanks}  ${leftOut(node.more, 'value')}`);
  };
  for (const stage of selections) {
    const note = stage.number === null ? ' (not used)' : stage.selects ? '' : ' (excludes)';
    lines.push(`${stage.number ?? '-'}  ${stage.name}${note}`);
    walk(stage.body, 0);
  }
  if (more) lines.push(leftOut(more, 'selection'));
  return `${lines.join('\n')}\n`;
}

function leftOut(more: number, what: string): string {
  return `… and ${more.toLocaleString('en')} more ${what}${more === 1 ? '' : 's'}`;
}
