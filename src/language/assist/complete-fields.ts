import { fieldsUsed, LOGSOURCES } from '../../knowledge';
import { asYamlScalar, printSigmaString } from '../../rule';
import { count } from '../../text';
import type { AssistFacts, Item, SeenValue, Source } from './item';
import type { Place } from './place';

/** The fields of a log source: first those that rules use most, then those of the events and of the taxonomy. */
export function fieldItems(source: Source, facts: AssistFacts): readonly Item[] {
  const uses = facts.uses?.(source) ?? null;
  const counts = new Map(
    uses?.fields.flatMap(({ field, rules }) => (field === null ? [] : [[field, rules] as const])),
  );
  const seen = new Set(facts.fields ?? []);
  const names = new Set([...counts.keys(), ...seen, ...taxonomyFields(source)]);
  return [...names].map((name): Item => {
    const rules = counts.get(name);
    const parts = [
      rules && uses ? `in ${rules.toLocaleString('en')} of ${count(uses.rules, 'rule')}` : '',
      seen.has(name) ? 'in the events' : '',
    ].filter(Boolean);
    return {
      label: name,
      insert: name,
      kind: 'field',
      ...(parts.length > 0 ? { detail: parts.join(' · ') } : {}),
    };
  });
}

/** The fields that the taxonomy or other rules have for a log source. */
export function taxonomyFields({ product, category, service }: Source): readonly string[] {
  const facts = LOGSOURCES.filter(
    (f) =>
      (f.product ?? undefined) === product &&
      (f.category ?? undefined) === category &&
      (f.service ?? undefined) === service,
  );
  return [
    ...facts.flatMap((f) => f.fields),
    ...fieldsUsed(product ?? null, category ?? null, service ?? null),
  ];
}

/** Nobody looks through more values. */
const MOST = 200;
/** A longer value is not one that rules contain unchanged. */
const LONGEST = 1000;

/** The values of a field in the events, written as the place and the modifiers require. */
export function valueItems(
  seen: readonly SeenValue[],
  modifiers: readonly string[],
  place: Place,
): readonly Item[] {
  return seen
    .filter(({ value }) => String(value).length <= LONGEST)
    .slice(0, MOST)
    .map(({ value, events }): Item => {
      const insert = written(value, modifiers, place);
      const text = String(value);
      return {
        label: text.length > 90 ? `${text.slice(0, 89)}…` : text,
        insert,
        kind: 'value',
        filter: insert,
        detail: events === 1 ? 'in 1 event' : `in ${events.toLocaleString('en')} events`,
      };
    });
}

function written(value: SeenValue['value'], modifiers: readonly string[], { quote: open }: Place): string {
  if (typeof value !== 'string' && open === '') return String(value);
  const own = String(value);
  const text = modifiers.includes('re')
    ? own.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    : printSigmaString([{ kind: 'text', text: own, at: null }]);
  if (open === "'") return text.replaceAll("'", "''");
  if (open === '"') return JSON.stringify(text).slice(1, -1);
  return asYamlScalar(text);
}
