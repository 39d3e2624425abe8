import type { Cause } from '../../match';
import type { Plan, PlanItem, PlanValue } from '../../rule';
import { printSigmaString } from '../../rule';
import { code, prose, say } from '../../text';
import { addToList, takeFromList, writtenBeside } from './lists';
import { isLiteral } from './modifier';
import { tellingPart } from './part';
import { modifierRange, type Proposal, quoted } from './proposal';

/** What other events have in a field, and the names of people in the event. */
export interface Surroundings {
  readonly others: (item: PlanItem) => readonly string[];
  readonly names: () => ReadonlySet<string>;
}

/** Adds the event's value of the field to the list or, where the list looks anywhere in it, a telling part of it. */
export function additionProposals(
  plan: Plan,
  item: PlanItem,
  cause: Cause,
  around: Surroundings,
): Proposal[] {
  const { actual } = cause;
  if (actual === undefined || item.all) return [];
  const part = partOf(item, actual, around);
  if (/[\n\r]/.test(part)) return [];
  const value = newValue(plan, item, part);
  const edits = value === null ? null : addToList(plan, item, value);
  return edits ? [{ title: say`Add ${code(value!)} as another value`, edits }] : [];
}

function partOf(item: PlanItem, actual: string, { others, names }: Surroundings): string {
  if (!isLiteral(item) || !item.modifiers.includes('contains')) return actual;
  const listed = item.values.map(({ scalar }) => scalar.text);
  return tellingPart(actual, { listed, others: others(item), names: names() }) ?? actual;
}

function newValue(plan: Plan, item: PlanItem, actual: string): string | null {
  if (item.modifiers.length === 1 && item.modifiers[0] === 'cidr')
    return /^[\d.]+$/.test(actual) ? `${actual}/32` : quoted(`${actual}/128`);
  if (!isLiteral(item) || item.modifiers.includes('windash')) return null;
  const last = item.values[item.values.length - 1]!.scalar.range;
  // Beside numbers, write a number.
  if (/^\d{1,15}$/.test(actual) && /^\d+$/.test(plan.text.slice(last.start, last.end))) return actual;
  // For `endswith`, the last part of a path is enough.
  const part = item.modifiers.includes('endswith')
    ? actual.slice(Math.max(0, actual.lastIndexOf('\\')))
    : actual;
  return writtenBeside(plan, item, printSigmaString([{ kind: 'text', text: part, at: null }]));
}

/** For values that must all match: remove the one that does not, or require only one of them. */
export function allProposals(plan: Plan, item: PlanItem, cause: Cause): Proposal[] {
  const value = item.values.find(({ id }) => id === cause.value);
  if (!item.all || item.negated || !value) return [];
  const found: Proposal[] = [];
  const taken = takeFromList(plan, item, value.scalar.range);
  if (taken) found.push({ title: say`Remove ${code(written(plan, value))} from the list`, edits: taken });
  const all = modifierRange(plan, item, 'all');
  if (all && item.field !== null) {
    const edits = [{ range: all, text: '' }];
    found.push({ title: prose('Require only one of the values (without `all`)'), edits, alone: true });
  }
  return found;
}

/**
 * The readings that people confuse, written out: literal backslashes, and wildcards that a backslash makes literal. A
 * wildcard matches its own character, so none needs an escape to match.
 */
export function escapeProposals(plan: Plan, item: PlanItem, cause: Cause): Proposal[] {
  const ids = item.all ? [cause.value] : item.values.map(({ id }) => id);
  const values = item.values.filter(({ id }) => ids.includes(id));
  return values.flatMap((value): Proposal[] => {
    const { text, range } = value.scalar;
    const first = plan.text[range.start];
    if (first === '|' || first === '>') return [];
    return readings(text).flatMap(([title, other]): Proposal[] =>
      other === text || /[\n\r\t]/.test(other)
        ? []
        : [{ title: say`${title}: ${code(quoted(other))}`, edits: [{ range, text: quoted(other) }] }],
    );
  });
}

function readings(text: string): [title: string, text: string][] {
  return [
    ['Make every character literal', printSigmaString([{ kind: 'text', text, at: null }])],
    ['Make the escaped wildcards wildcards', text.replace(/\\([*?])/g, '$1')],
    ['Match a backslash before the wildcard', text.replace(/\\([*?])/g, '\\\\$1')],
  ];
}

function written(plan: Plan, value: PlanValue): string {
  return plan.text.slice(value.scalar.range.start, value.scalar.range.end);
}
