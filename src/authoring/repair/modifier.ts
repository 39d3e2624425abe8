import type { Plan, PlanItem } from '../../rule';
import { isDash } from '../../rule';
import { prose, say } from '../../text';
import { modifierRange, type Proposal } from './proposal';

/** Modifiers that leave a text compared as written. */
const LITERAL = new Set(['contains', 'startswith', 'endswith', 'cased', 'windash', 'all']);
const OR_EQUAL = { gt: 'gte', lt: 'lte' } as const;

/** True if an item's values are texts that are compared with the field's value as written. */
export function isLiteral(item: PlanItem): boolean {
  return item.field !== null && !item.negated && item.modifiers.every((m) => LITERAL.has(m));
}

/** If only the case differs: changes that make case irrelevant. */
export function caseProposals(plan: Plan, item: PlanItem): Proposal[] {
  const cased = modifierRange(plan, item, 'cased');
  if (cased) return [{ title: prose('Remove `cased`'), edits: [{ range: cased, text: '' }] }];
  const re = modifierRange(plan, item, 're');
  if (!re) return [];
  const range = { start: re.end, end: re.end };
  return [{ title: prose('Ignore case in the expression (`re|i`)'), edits: [{ range, text: '|i' }] }];
}

/** Where to look for the value: anywhere, at the end, at the start; and which dashes to accept. */
export function placeProposals(plan: Plan, item: PlanItem): Proposal[] {
  if (!isLiteral(item)) return [];
  const found: Proposal[] = [];
  const position = item.modifiers.find((m) => m === 'contains' || m === 'startswith' || m === 'endswith');
  const at = position ? modifierRange(plan, item, position) : null;
  const behind = at?.end ?? item.fieldRange.end;
  const dashed = item.values.some(({ scalar }) => [...scalar.text].some(isDash));
  if (dashed && !item.modifiers.includes('windash')) {
    const edits = [{ range: { start: behind, end: behind }, text: '|windash' }];
    found.push({ title: prose('Accept any dash before an option (`windash`)'), edits });
  }
  // Any text contains an empty value.
  const empty = item.values.some((v) => v.scalar.text === '');
  if (position === 'contains' || empty || item.modifiers.includes('cased')) return found;
  for (const [modifier, word] of [
    ['contains', 'anywhere'],
    ['endswith', 'at the end'],
    ['startswith', 'at the start'],
  ] as const) {
    if (modifier === position) continue;
    const range = at ?? { start: behind, end: behind };
    const title = say`Look for the value ${word} (\`${modifier}\`)`;
    found.push({ title, edits: [{ range, text: `|${modifier}` }] });
  }
  return found;
}

/** For numbers: include the bound itself. */
export function borderProposals(plan: Plan, item: PlanItem): Proposal[] {
  return (['gt', 'lt'] as const).flatMap((name): Proposal[] => {
    const range = modifierRange(plan, item, name);
    if (!range) return [];
    const text = `|${OR_EQUAL[name]}`;
    return [{ title: say`Include the number itself (\`${OR_EQUAL[name]}\`)`, edits: [{ range, text }] }];
  });
}
