import type { SigmaEvent } from '../../event';
import { knownFields, ruleName } from '../../event';
import type { Cause, Evaluator } from '../../match';
import type { PlanItem } from '../../rule';
import { nearest, say } from '../../text';
import type { Proposal } from './proposal';
import { isTelling } from './specific';

/** The most field names of an event to try. */
const MAX_NAMES = 200;
const MAX_OFFERED = 2;

/**
 * What rules for the log source, or else the event itself, call the field: a name of nearly the same letters, and those
 * whose value is the one looked for, where it does not stand there by chance.
 */
export function fieldProposals(
  evaluator: Evaluator,
  event: SigmaEvent,
  item: PlanItem,
  cause: Cause,
): Proposal[] {
  const { field } = item;
  if (field === null || item.negated || item.modifiers.includes('exists')) return [];
  const { otherField, reason } = cause.miss;
  const names = otherField ? [otherField] : [];
  if (reason === 'field absent' || reason === 'value differs') {
    const { coverage } = evaluator.view;
    const known = knownFields(evaluator.plan.logsource);
    const named = namesThatHold(evaluator, event, item).map((name) => ruleName(coverage, known, event, name));
    const holding = [...new Set(named)].filter((name) => name !== otherField && name !== field);
    const close = nearest(field, holding);
    if (close) holding.sort((a, b) => Number(b === close) - Number(a === close));
    // An existing field is seldom the wrong one: another is a guess, and one guess is enough.
    names.push(...holding.slice(0, reason === 'field absent' ? MAX_OFFERED : 1));
  }
  // A backslash before a bracket is one of YAML's own escapes between double quotes.
  const isQuoted = evaluator.plan.text[item.fieldRange.start - 1] === '"';
  return names
    .filter((name) => isPlain(name, item) && !(isQuoted && name.includes('\\')))
    .map((name) => ({
      title: otherField === name ? say`Change the field to \`${name}\`` : say`Look in the field \`${name}\``,
      edits: [{ range: item.fieldRange, text: name }],
    }));
}

function namesThatHold({ view }: Evaluator, event: SigmaEvent, item: PlanItem): string[] {
  return event
    .fields()
    .slice(0, MAX_NAMES)
    .filter((name) => {
      if (name === item.field) return false;
      const state = view.field(name);
      if (!state.present) return false;
      const held = item.values.map(({ variants }) =>
        variants.filter(({ predicate }) => predicate.matches(state, view)),
      );
      // A number, or a value of a few characters, stands in some field of any event.
      const telling = held.some((found) => found.some(({ predicate }) => isTelling(predicate)));
      return telling && (!item.all || held.every((found) => found.length > 0));
    });
}

/** A name that can be a key without quotes. Where the field is at a position, the name has those and escapes. */
function isPlain(name: string, { path }: PlanItem): boolean {
  const characters = path ? /^(?:[\w.@[\]-]|\\[[\]])+$/ : /^[\w.@-]+$/;
  return characters.test(name) && !name.startsWith('-') && !name.startsWith('@');
}
