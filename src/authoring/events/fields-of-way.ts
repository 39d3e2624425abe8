import type { PlanBody, PlanMembers, PlanValue } from '../../rule';
import { fieldValue, type Wanted } from './field-value';
import { byKey, objectOf, type PlacedValue } from './placed';
import { samplesOf } from './samples';
import type { Goal, MemberWay } from './ways';

/** The field for keywords. */
const MESSAGE = 'Message';

/** Without a prototype, because field names come from users. */
export type Fields = { [name: string]: unknown };

/** What each field has to contain, by its slot. */
export function wantedOf(goals: readonly Goal[], better: readonly PlanValue[]): Map<number, Wanted> {
  const wanted = new Map<number, Wanted>();
  for (const { item, value, pass } of goals) {
    const field = wantedIn(wanted, item.slot, better);
    const list = pass ? field.must : field.mustNot;
    if (!list.includes(value)) list.push(value);
  }
  return wanted;
}

/** What a slot has to contain, as yet nothing if it is new. */
export function wantedIn(wanted: Map<number, Wanted>, slot: number, better: readonly PlanValue[]): Wanted {
  let field = wanted.get(slot);
  if (!field) {
    field = { must: [], mustNot: [], better };
    wanted.set(slot, field);
  }
  return field;
}

/** The fields of an event, or of a member, with arrays for its blocks; null if no values were found. */
export function fieldsOf(
  body: PlanBody,
  wanted: ReadonlyMap<number, Wanted>,
  members: readonly MemberWay[],
  better: readonly PlanValue[],
): Fields | null {
  const values = valuesOf(body, wanted);
  const blocks = values && blockValues(members, better);
  return blocks && objectOf([...values, ...blocks]);
}

function valuesOf({ fields, paths }: PlanBody, wanted: ReadonlyMap<number, Wanted>): PlacedValue[] | null {
  const found: PlacedValue[] = [];
  const byName = new Map<string, unknown>();
  const same = new Map<string, unknown>();
  // Fields that are compared with others come last and take their values.
  const slots = [...wanted].sort(
    ([, a], [, b]) => Number(compares(a) !== null) - Number(compares(b) !== null),
  );
  for (const [slot, field] of slots) {
    const other = compares(field);
    const value = fieldValue(field, other === null ? undefined : (byName.get(other) ?? 'example'));
    if (!value) return null;
    if (other !== null && !byName.has(other)) same.set(other, value.value);
    if (value.value === undefined) continue;
    const name = fields[slot] ?? MESSAGE;
    byName.set(name, value.value);
    found.push({ path: paths[slot] ?? [name], value: value.value });
  }
  for (const [name, value] of same) if (!byName.has(name)) found.push({ path: [name], value });
  return found;
}

/** The arrays of blocks, with a member for each. Blocks about all members of an array share one. */
function blockValues(members: readonly MemberWay[], better: readonly PlanValue[]): PlacedValue[] | null {
  const found: PlacedValue[] = [];
  for (const ways of byKey(members, ({ block }) => JSON.stringify(block.path)).values()) {
    const isShared = ways.some(
      ({ block }) => block.quantifier === 'all' || block.quantifier === 'all_or_empty',
    );
    for (const group of isShared ? [ways] : ways.map((way) => [way])) {
      const made = group.map((way) => memberOf(way, better));
      if (made.includes(null)) return null;
      const { block } = group[0]!;
      const member = made.length === 1 ? made[0]! : merged(made as Member[]);
      if (!member) return null;
      const { value } = member;
      found.push({ path: block.path, value: isOne(block) ? value : [value] });
    }
  }
  return found;
}

interface Member {
  readonly value: unknown;
}

/** A member that is all of these at once: objects with the fields of each, or one and the same value. */
function merged(members: readonly Member[]): Member | null {
  const values = members.map(({ value }) => value);
  const isObject = values.every(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );
  return isObject
    ? { value: Object.assign(Object.create(null), ...(values as object[])) }
    : (members[0] ?? null);
}

/** True for a block about the one member at a position. */
function isOne({ path }: PlanMembers): boolean {
  return typeof path[path.length - 1] === 'number';
}

function memberOf({ block, way }: MemberWay, better: readonly PlanValue[]): Member | null {
  const fields = fieldsOf(block, wantedOf(way.goals, better), way.members, better);
  if (!fields) return null;
  return '.' in fields ? { value: fields['.'] } : { value: fields };
}

/** The other field that a field is compared with. */
function compares({ must }: Wanted): string | null {
  for (const { variants } of must)
    for (const { predicate } of variants) {
      const [sample] = samplesOf(predicate);
      if (sample?.kind === 'same') return sample.other;
    }
  return null;
}
