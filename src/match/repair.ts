import { compile } from '../compile/compile';
import type { Plan, PlanItem, PlanNode } from '../compile/plan';
import type { EventSlice } from '../event/event';
import type { Edit } from '../text/diagnostic';
import { applyEdits } from '../text/edits';
import { printSigmaString } from '../value/sigma-string';
import { Evaluator, type MatchOptions } from './evaluate';
import type { Cause, Trace } from './trace';

/** A change of the rule that makes the explained event match, with what it does to all the others. */
export interface Repair {
  /** What the change does, as an order: "Add `'x'` to the list". */
  readonly title: string;
  /** Edits of the rule's text; comments and layout stay. */
  readonly edits: readonly Edit[];
  /** Indexes of events that match only with the change, the explained one among them, at most `MAX_TOLD`. */
  readonly gained: readonly number[];
  /** Indexes of events that match no longer. */
  readonly lost: readonly number[];
  /** How many events it was tried on. */
  readonly tried: number;
}

export interface RepairOptions extends MatchOptions {
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
  /** Compiles a changed text, where the rule is one of several in it; without, the text is the rule alone. */
  readonly recompile?: (text: string) => Plan | null;
}

/** More events than this are not gone through for a proposal. */
const MAX_TRIED = 5_000;
export const MAX_TOLD = 20;

/**
 * The smallest changes that would make a missed event match. Only a miss with a single cause gets any: each proposal is
 * applied, compiled and run over the events, and kept only where the event then really matches.
 */
export function repairs(
  plan: Plan,
  trace: Trace,
  slices: readonly EventSlice[],
  options: RepairOptions = {},
): Repair[] {
  const recompile =
    options.recompile ??
    ((text: string) =>
      compile(text, { placeholders: options.placeholders ?? {}, mapping: plan.mapping }).plan);
  const [cause, ...more] = trace.causes;
  if (trace.verdict !== 'no match' || !cause || more.length > 0) return [];
  const target = slices[trace.event]?.event;
  const item = itemOf(plan, cause);
  if (!target || !item) return [];
  const before = verdicts(plan, slices, options);
  return proposals(plan, item, cause).flatMap(({ title, edits }): Repair[] => {
    const text = applyEdits(plan.text, edits);
    const changed = recompile(text);
    if (!changed || new Evaluator(changed).verdict(target, options) !== 'match') return [];
    const after = verdicts(changed, slices, options);
    const gained = after.flatMap((matched, i) => (matched && !before[i] ? [i] : [])).slice(0, MAX_TOLD);
    const lost = after.flatMap((matched, i) => (!matched && before[i] ? [i] : [])).slice(0, MAX_TOLD);
    return [{ title, edits, gained, lost, tried: after.length }];
  });
}

/** Which of the first events match. */
export function verdicts(plan: Plan, slices: readonly EventSlice[], options: MatchOptions): boolean[] {
  const evaluator = new Evaluator(plan);
  return slices
    .slice(0, MAX_TRIED)
    .map((s) => s.event !== undefined && evaluator.verdict(s.event, options) === 'match');
}

function itemOf(plan: Plan, cause: Cause): PlanItem | null {
  const selection = plan.selections[cause.selection];
  const find = (node: PlanNode): PlanItem | null => {
    if (node.kind === 'item')
      return node.range === cause.item || sameRange(node.range, cause.item) ? node : null;
    for (const child of node.children) {
      const found = find(child);
      if (found) return found;
    }
    return null;
  };
  return selection ? find(selection.body) : null;
}

function sameRange(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start === b.start && a.end === b.end;
}

interface Proposal {
  readonly title: string;
  readonly edits: readonly Edit[];
}

function proposals(plan: Plan, item: PlanItem, cause: Cause): Proposal[] {
  const { miss } = cause;
  const key = plan.text.slice(item.range.start, item.values[0]!.scalar.range.start);
  switch (miss.reason) {
    case 'field absent': {
      if (!miss.otherField || item.field === null) return [];
      return [
        {
          title: `Name the field \`${miss.otherField}\``,
          edits: [{ range: item.fieldRange, text: miss.otherField }],
        },
      ];
    }
    case 'case differs only': {
      const cased = key.indexOf('|cased');
      if (cased >= 0) {
        const start = item.range.start + cased;
        return [
          { title: 'Remove `cased`', edits: [{ range: { start, end: start + '|cased'.length }, text: '' }] },
        ];
      }
      const re = /\|re(?=[|'":])/.exec(key);
      if (!re) return [];
      const at = item.range.start + re.index + re[0].length;
      return [
        {
          title: 'Let the expression ignore case (`re|i`)',
          edits: [{ range: { start: at, end: at }, text: '|i' }],
        },
      ];
    }
    case 'value differs':
    case 'would match unescaped':
      return valueProposals(plan, item, cause, key);
    default:
      return [];
  }
}

/** Modifiers under which a literal value can be added to the list as it is. */
const LITERAL = new Set(['contains', 'startswith', 'endswith', 'cased']);

function valueProposals(plan: Plan, item: PlanItem, cause: Cause, key: string): Proposal[] {
  const actual = cause.actual;
  if (actual === undefined || item.field === null || item.all || !item.modifiers.every((m) => LITERAL.has(m)))
    return [];
  const found: Proposal[] = [];
  const last = item.values[item.values.length - 1]!.scalar;
  const position = item.modifiers.find((m) => m !== 'cased');
  // Anything would contain an empty value.
  const empty = item.values.some((v) => v.scalar.text === '');
  for (const [modifier, word] of [
    ['contains', 'anywhere'],
    ['endswith', 'at the end'],
    ['startswith', 'at the start'],
  ] as const) {
    if (modifier === position || item.modifiers.includes('cased')) continue;
    if (position === 'contains' || empty) continue;
    const name = position ? new RegExp(`\\|${position}(?=[|'":])`).exec(key) : null;
    const start = position && name ? item.range.start + name.index : item.fieldRange.end;
    const end = position && name ? start + name[0].length : start;
    found.push({
      title: `Look for the value ${word} (\`${modifier}\`)`,
      edits: [{ range: { start, end }, text: `|${modifier}` }],
    });
  }
  // Of a path that ends are compared with, the last part says enough.
  const part = position === 'endswith' ? actual.slice(Math.max(0, actual.lastIndexOf('\\'))) : actual;
  const value = `'${printSigmaString([{ kind: 'text', text: part, at: null }]).replace(/'/g, "''")}'`;
  const addition = addToList(plan, item, last.range, value);
  if (addition && !/[\n\r]/.test(actual))
    found.push({ title: `Add ${value} as another value`, edits: addition });
  return found;
}

/** Edits that add a value to an item's values: one more line of a block list, or a list made of the single value. */
export function addToList(
  plan: Plan,
  item: PlanItem,
  last: { start: number; end: number },
  value: string,
): Edit[] | null {
  const { text } = plan;
  const lineStart = text.lastIndexOf('\n', last.start) + 1;
  const lead = text.slice(lineStart, last.start);
  if (/^\s*- $/.test(lead)) return [{ range: { start: last.end, end: last.end }, text: `\n${lead}${value}` }];
  if (item.values.length > 1) return [{ range: { start: last.end, end: last.end }, text: `, ${value}` }];
  if (text[last.start] === '|' || text[last.start] === '>') return null;
  return [{ range: last, text: `[${text.slice(last.start, last.end)}, ${value}]` }];
}
