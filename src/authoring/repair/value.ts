import type { Cause } from '../../match';
import type { Plan, PlanItem, PlanValue } from '../../rule';
import { printSigmaString } from '../../rule';
import { code, prose, say } from '../../text';
import { addToList, takeFromList } from './lists';
import { isLiteral } from './modifier';
import { modifierRange, type Proposal, quoted } from './proposal';

/** What an event has in the field, as one more value of the list. */
export function additionProposals(plan: Plan, item: PlanItem, cause: Cause): Proposal[] {
  const { actual } = cause;
  if (actual === undefined || item.all || /[\n\r]/.test(actual)) return [];
  const value = newValue(plan, item, actual);
  const edits = value === null ? null : addToList(plan, item, value);
  return edits ? [{ title: say`Add ${code(value!)} as another value`, edits }] : [];
}

function newValue(plan: Plan, item: PlanItem, actual: string): string | null {
  if (item.modifiers.length === 1 && item.modifiers[0] === 'cidr')
    return /^[\d.]+$/.test(actual) ? `${actual}/32` : quoted(`${actual}/128`);
  if (!isLiteral(item) || item.modifiers.includes('windash')) return null;
  const last = item.values[item.values.length - 1]!.scalar.range;
  // Beside numbers a number is written as one.
  if (/^\d{1,15}$/.test(actual) && /^\d+$/.test(plan.text.slice(last.start, last.end))) return actual;
  // Of a path that ends are compared with, the last part says enough.
  const part = item.modifiers.includes('endswith')
    ? actual.slice(Math.max(0, actual.lastIndexOf('\\')))
    : actual;
  return quoted(printSigmaString([{ kind: 'text', text: part, at: null }]));
}

/** Of values that must all be there: without the one that is not, or any of them. */
export function allProposals(plan: Plan, item: PlanItem, cause: Cause): Proposal[] {
  const value = item.values.find(({ id }) => id === cause.value);
  if (!item.all || item.negated || !value) return [];
  const found: Proposal[] = [];
  const taken = takeFromList(plan, item, value.scalar.range);
  if (taken) found.push({ title: say`Take ${code(written(plan, value))} out of the list`, edits: taken });
  const all = modifierRange(plan, item, 'all');
  if (all && item.field !== null) {
    const edits = [{ range: all, text: '' }];
    found.push({ title: prose('Let one of the values be enough (without `all`)'), edits, alone: true });
  }
  return found;
}

/**
 * The readings that people mistake for one another, written out: backslashes that stand for themselves, wildcards that are
 * none because of one. A wildcard matches its own character, so none needs to be escaped for a match.
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
    ['Let every character stand for itself', printSigmaString([{ kind: 'text', text, at: null }])],
    ['Let the wildcards be wildcards', text.replace(/\\([*?])/g, '$1')],
    ['Let a backslash stand before the wildcard', text.replace(/\\([*?])/g, '\\\\$1')],
  ];
}

function written(plan: Plan, value: PlanValue): string {
  return plan.text.slice(value.scalar.range.start, value.scalar.range.end);
}
