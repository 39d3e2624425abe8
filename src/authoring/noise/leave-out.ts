import type { Condition, PlacedCondition, Plan } from '../../rule';
import { escapedName, scalarSource } from '../../rule';
import { code, type Edit, type Range, type Scalar, say, type Words, wildcards } from '../../text';
import { type FieldTest, isPlainName, linesOf } from '../events/field-test';
import { lineStartOf } from '../repair/lists';

/** A value of a field whose events are to be left out. */
export interface Unwanted {
  readonly field: string;
  readonly value: Scalar;
}

/** A filter that leaves events out of a rule's matches, not tried yet; or why none can be written. */
export type LeaveOut =
  | { readonly edits: readonly Edit[]; readonly filter: string; readonly title: Words }
  | { readonly refused: Words };

/** A rule indents by this much if nothing shows by how much. */
const INDENT = 4;

/**
 * Writes a filter into a rule that leaves out the events with all of the chosen values: of one field any of them, of
 * several fields one of each. The filter is a selection beside the others. If the condition already excludes selections
 * by a pattern, as `not 1 of filter_*`, the filter gets a name that fits; otherwise each condition gets `and not`.
 */
export function leaveOut(plan: Plan, unwanted: readonly Unwanted[]): LeaveOut {
  const { text, rule } = plan;
  const { selections, conditions } = rule.detection;
  const last = selections.at(-1);
  const strange = unwanted.find(({ field }) => !isPlainName(field));
  if (unwanted.length === 0) return { refused: say`Choose the values to leave out.` };
  if (strange) return { refused: say`A rule cannot ask for a field named ${code(strange.field)}.` };
  const indent = last ? indentOf(text, last.nameRange) : null;
  if (!last || indent === null)
    return {
      refused: say`The filter cannot be written, because the detection is in braces: write a line for each selection.`,
    };
  const pattern = patternOf(conditions);
  const filter = nameFor(plan, pattern);
  if (filter === null)
    return { refused: say`The filter cannot be written: the condition uses every name by a pattern.` };
  const inner = innerIndent(text, last.body.range, indent);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const own = testsOf(plan, unwanted).map((test) => linesOf(test, indent + inner));
  const lines = [`${' '.repeat(indent)}${filter}:`, ...own].join('\n').replaceAll('\n', newline);
  const at = endOfLine(text, Math.max(last.body.range.end, last.nameRange.end));
  const edits: Edit[] = [{ range: { start: at, end: at }, text: `${newline}${lines}` }];
  if (!pattern)
    for (const condition of conditions) {
      const edit = exclude(text, condition, filter);
      if (!edit) return { refused: say`The filter cannot be written, because the condition cannot be read.` };
      edits.push(...edit);
    }
  edits.sort((a, b) => a.range.start - b.range.start);
  return { edits, filter, title: say`Add ${code(filter)}` };
}

/** One test a field, in the order in which the fields were chosen. */
function testsOf({ rule }: Plan, unwanted: readonly Unwanted[]): FieldTest[] {
  const byField = new Map<string, Scalar[]>();
  for (const { field, value } of unwanted) byField.set(field, [...(byField.get(field) ?? []), value]);
  const written = (field: string) => (rule.spec === 'proposals' ? escapedName(field) : field);
  return [...byField].map(([field, values]) => ({ field: written(field), modifier: '', values }));
}

/** The pattern of names that every condition excludes, such as `filter_*`. */
function patternOf(conditions: readonly PlacedCondition[]): string | null {
  const [first, ...others] = conditions.map(({ tree }) => (tree ? excludedBy(tree) : []));
  const shared = (first ?? []).filter((pattern) => others.every((patterns) => patterns.includes(pattern)));
  return shared.find((pattern) => pattern.includes('optional')) ?? shared[0] ?? null;
}

function excludedBy(tree: Condition): string[] {
  if (tree.kind === 'and') return tree.operands.flatMap(excludedBy);
  if (tree.kind !== 'not' || tree.operand.kind !== 'quantifier') return [];
  const { every, pattern } = tree.operand;
  return !every && /^[^*]+\*$/.test(pattern) ? [pattern] : [];
}

/** A new name: one that the pattern covers or, without a pattern, one that no part of the conditions covers. */
function nameFor({ rule }: Plan, pattern: string | null): string | null {
  const taken = new Set(rule.detection.selections.map(({ name }) => name));
  const patterns = rule.detection.conditions.flatMap(({ tree }) => (tree ? patternsIn(tree) : []));
  const isUsed = (name: string) =>
    patterns.some((other) =>
      other === pattern ? false : other === 'them' ? !name.startsWith('_') : wildcards(other)(name),
    );
  const stems = pattern
    ? [pattern.replace('*', 'known')]
    : ['filter_known', '_filter_known', 'known', '_known'];
  for (const stem of stems)
    for (let i = 1; i <= taken.size + 1; i++) {
      const name = i === 1 ? stem : `${stem}_${i}`;
      if (!taken.has(name) && !isUsed(name)) return name;
    }
  return null;
}

function patternsIn(tree: Condition): string[] {
  switch (tree.kind) {
    case 'quantifier':
      return [tree.pattern];
    case 'not':
      return patternsIn(tree.operand);
    case 'name':
      return [];
    default:
      return tree.operands.flatMap(patternsIn);
  }
}

/** `a or b` becomes `(a or b) and not filter`. */
function exclude(text: string, { scalar, tree }: PlacedCondition, filter: string): Edit[] | null {
  if (!tree) return null;
  const { start, end } = scalarSource(text, scalar, tree.range);
  const [open, close] = tree.kind === 'or' ? ['(', ')'] : ['', ''];
  const edits = [{ range: { start: end, end }, text: `${close} and not ${filter}` }];
  return open === '' ? edits : [{ range: { start, end: start }, text: open }, ...edits];
}

/** The column of a key at the start of its line; null if something else stands before it. */
function indentOf(text: string, key: Range): number | null {
  const before = text.slice(lineStartOf(text, key.start), key.start);
  return /^ *$/.test(before) ? before.length : null;
}

/** By how much the rule indents the fields of a selection, which has the column `indent`. */
function innerIndent(text: string, body: Range, indent: number): number {
  const before = text.slice(lineStartOf(text, body.start), body.start);
  return /^ *$/.test(before) && before.length > indent ? before.length - indent : INDENT;
}

/** The end of the line of what ends at `at`, a comment included. */
function endOfLine(text: string, at: number): number {
  const before = text[at - 1] === '\n' ? at - 1 : at;
  const next = text.indexOf('\n', before);
  const end = next < 0 ? text.length : next;
  return text[end - 1] === '\r' ? end - 1 : end;
}
