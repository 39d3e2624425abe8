import { own } from '../../text';
import { conditionHolds } from './condition';
import { fieldOf } from './event';
import { itemHolds, type Placeholders } from './item';

/*
 * The oracle's selections, and its arrays: a block is a rule about each member.
 */

/** A field's name, step by step. */
type Step = { readonly name: string } | { readonly position: number } | { readonly quantifier: string };

/** Map entries AND; a list OR; plain values, alone or in a list, are keywords. */
export function selectionHolds(
  body: unknown,
  event: unknown,
  placeholders: Placeholders,
  arrays: boolean,
): boolean {
  if (Array.isArray(body))
    return body.map((member) => selectionHolds(member, event, placeholders, arrays)).some((holds) => holds);
  if (typeof body !== 'object' || body === null) return itemHolds('', [body], event, placeholders);
  return Object.entries(body)
    .map(([key, value]) =>
      arrays
        ? entryHolds(key, value, event, placeholders)
        : itemHolds(key, Array.isArray(value) ? value : [value], event, placeholders),
    )
    .every((holds) => holds);
}

/** Whether one entry of a selection holds where brackets select members. */
function entryHolds(key: string, value: unknown, event: unknown, placeholders: Placeholders): boolean {
  const [field, ...modifiers] = key.split('|');
  if (field === '') return itemHolds(key, listed(value), event, placeholders);
  return holds(stepsOf(field!), modifiers, value, event, placeholders);
}

function holds(
  steps: readonly Step[],
  modifiers: readonly string[],
  value: unknown,
  event: unknown,
  placeholders: Placeholders,
): boolean {
  const at = steps.findIndex((step) => 'quantifier' in step);
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (at < 0) {
    if (isMap)
      return valuesAt(event, steps)
        .flatMap(membersOf)
        .some((one) => bodyHolds(value, one, placeholders));
    const found = valuesAt(event, steps);
    const joined = found.length > 1 ? found.flat() : found[0];
    const read = (from: unknown, name: string) => (name === 'found' ? joined : fieldOf(from, name));
    return itemHolds(['found', ...modifiers].join('|'), listed(value), event, placeholders, read);
  }
  const { quantifier } = steps[at] as { quantifier: string };
  const rest = steps.slice(at + 1);
  const verdicts = valuesAt(event, steps.slice(0, at))
    .flatMap(membersOf)
    .map((member) =>
      isMap && rest.length === 0
        ? bodyHolds(value, member, placeholders)
        : holds(rest.length > 0 ? rest : [{ name: '.' }], modifiers, value, member, placeholders),
    );
  if (quantifier === 'any') return verdicts.includes(true);
  if (quantifier === 'none') return !verdicts.includes(true);
  return !verdicts.includes(false) && (quantifier === 'all_or_empty' || verdicts.length > 0);
}

/** The body of a block: selections with a condition, or one selection. */
function bodyHolds(body: object, member: unknown, placeholders: Placeholders): boolean {
  if (!Object.hasOwn(body, 'condition')) return selectionHolds(body, member, placeholders, true);
  const { condition, ...selections } = body as Record<string, unknown>;
  const truth = new Map(
    Object.entries(selections).map(
      ([name, one]) => [name, selectionHolds(one, member, placeholders, true)] as const,
    ),
  );
  return listed(condition).some((text) => conditionHolds(String(text), truth));
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function membersOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

/** `a.b[0][any]`, by hand: names between dots, and brackets behind them. */
function stepsOf(field: string): Step[] {
  const steps: Step[] = [];
  let name = field.startsWith('.') && (field.length === 1 || field[1] === '[') ? '.' : '';
  let rest = field.slice(name.length);
  const end = () => {
    const last = steps[steps.length - 1];
    if (last && 'name' in last) steps[steps.length - 1] = { name: `${last.name}.${name}` };
    else steps.push({ name });
    name = '';
  };
  while (rest !== '') {
    const selectors = /^((?:\[[^[\]\\]*\])+)(?:\.|$)/.exec(rest);
    if (selectors) {
      end();
      for (const inner of selectors[1]!.slice(1, -1).split(']['))
        steps.push(/^-?\d+$/.test(inner) ? { position: Number(inner) } : { quantifier: inner });
      rest = rest.slice(selectors[0].length);
      if (rest === '') return steps;
    } else if (rest.startsWith('.')) {
      end();
      rest = rest.slice(1);
    } else {
      const escaped = /^\\[[\]]/.test(rest);
      name += rest[escaped ? 1 : 0]!;
      rest = rest.slice(escaped ? 2 : 1);
    }
  }
  end();
  return steps;
}

/** All values that steps lead to. An array before a name is entered. */
function valuesAt(value: unknown, steps: readonly Step[]): unknown[] {
  const [step, ...rest] = steps;
  if (!step) return [value];
  if ('position' in step) {
    if (!Array.isArray(value) || value.at(step.position) === undefined) return [];
    return valuesAt(value.at(step.position), rest);
  }
  const { name } = step as { name: string };
  return (name === '.' ? [value] : named(value, name)).flatMap((found) => valuesAt(found, rest));
}

function named(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((member) => named(member, name));
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Record<string, unknown>;
  if (Object.hasOwn(object, name)) return [own(object, name)];
  const steps = name.split('.');
  for (let taken = steps.length - 1; taken > 0; taken--) {
    const found = named(own(object, steps.slice(0, taken).join('.')), steps.slice(taken).join('.'));
    if (found.length > 0) return found;
  }
  return [];
}
