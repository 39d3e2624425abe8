import type { Plan, PlanBody, PlanCondition, PlanItem, PlanMembers, PlanNode, Predicate } from '../../rule';
import {
  askedText,
  BooleanPredicate,
  ComparePredicate,
  ExistsPredicate,
  FieldRefPredicate,
  foldBody,
  itemsOf,
  mergeText,
  NetworkPredicate,
  NullPredicate,
  NumberPredicate,
  RegexPredicate,
  TextPredicate,
  TimePredicate,
} from '../../rule';

/*
 * How much an event has to have in it by design, and not by chance, so that it matches: in bits, as if each character of a
 * value were one of sixteen. Of changes that let in as many events of the page, the one that leaves most of it is told first.
 */

/** A character, of either case. */
const CHARACTER = 4;
/** The case of a character, where that matters. */
const CASE = 0.5;
/** A place among those where a text may stand in a value. */
const ANYWHERE = 6;
/** Another dash. */
const DASH = 2;
/** More than this nothing holds by chance; numbers beyond it would only lose in precision. */
const MOST = 96;
/** An item that asks for less is true of nearly every event that has its field: a letter anywhere, a field that is itself. */
const NEARLY_NOTHING = 2;
/** Where nothing is known of how often something holds. */
const UNKNOWN = 4;
/** Less than this stands in one of an event's many fields by chance. */
const TELLING = 20;

/** What each part of a log source is worth. */
const LOGSOURCE = { product: 1, service: 3, category: 4 } as const;

/** The bits of a rule: its log source and its condition. */
export function specificity(plan: Plan): number {
  const { product, service, category } = plan.logsource;
  const source =
    (product ? LOGSOURCE.product : 0) +
    (service ? LOGSOURCE.service : 0) +
    (category ? LOGSOURCE.category : 0);
  return source + ofCondition(plan, plan.condition);
}

/** True where a change leaves an item that is true of nearly everything, and that was not so before. */
export function opensUp(before: Plan, after: Plan): boolean {
  return openItems(after) > openItems(before);
}

/** True for a value that stands in a field of an event because it belongs there, and not by chance. */
export function isTelling(predicate: Predicate): boolean {
  if (predicate instanceof FieldRefPredicate || predicate instanceof RegexPredicate) return false;
  return ofPredicate(predicate, null) >= TELLING;
}

function openItems({ selections }: Plan): number {
  return selections
    .flatMap(({ body }) => itemsOf(body))
    .filter((item) => !item.negated && ofItem(item) < NEARLY_NOTHING && !isPresence(item)).length;
}

/** Presence is asked for on purpose. */
function isPresence(item: PlanItem): boolean {
  return item.modifiers.includes('exists') || item.values.some(({ scalar }) => scalar.value === null);
}

function ofCondition(body: PlanBody, node: PlanCondition): number {
  switch (node.kind) {
    case 'selection':
      return foldBody<PlanNode, number>(
        body.selections[node.selection]!.body,
        ofItem,
        (bits, every) => (every ? sum(bits) : either(bits)),
        ofMembers,
      );
    case 'not':
      return not(ofCondition(body, node.children[0]));
    case 'every':
      return sum(node.children.map((child) => ofCondition(body, child)));
    case 'some':
      return either(node.children.map((child) => ofCondition(body, child)));
  }
}

/** A block about members: what one of them has to have, unless there need be none. */
function ofMembers(block: PlanMembers): number {
  const one = ofCondition(block, block.condition);
  if (block.quantifier === 'none') return not(one);
  return block.quantifier === 'all_or_empty' ? Math.min(one, NEARLY_NOTHING) : one;
}

function ofItem(item: PlanItem): number {
  const bits = item.values.map(({ variants }) =>
    either(variants.map(({ predicate }) => ofPredicate(predicate, item.field))),
  );
  const own = item.all ? sum(bits) : either(bits);
  return item.negated ? not(own) : own;
}

function ofPredicate(predicate: Predicate, field: string | null): number {
  return Math.max(0, Math.min(MOST, bitsOf(predicate, field)));
}

function bitsOf(predicate: Predicate, field: string | null): number {
  if (predicate instanceof TextPredicate) return ofText(predicate);
  if (predicate instanceof RegexPredicate) {
    // Without a text that it cannot do without, next to nothing is known of what it takes.
    const needed = predicate.literals()?.map((text) => CHARACTER * text.length - ANYWHERE) ?? [];
    return needed.length > 0 ? Math.max(UNKNOWN, either(needed)) : UNKNOWN;
  }
  if (predicate instanceof NumberPredicate) return CHARACTER * predicate.written.length;
  if (predicate instanceof NetworkPredicate) return predicate.network.prefix;
  // A field that is compared with itself says nothing.
  if (predicate instanceof FieldRefPredicate)
    return predicate.other.toLowerCase() === field?.toLowerCase() ? 0 : 2 * UNKNOWN;
  if (predicate instanceof ComparePredicate)
    // The border itself lets in one number more.
    return predicate.op === 'gte' || predicate.op === 'lte' ? UNKNOWN : UNKNOWN + 0.1;
  if (predicate instanceof TimePredicate || predicate instanceof BooleanPredicate) return UNKNOWN;
  if (predicate instanceof NullPredicate || predicate instanceof ExistsPredicate) return 1;
  return UNKNOWN;
}

function ofText(predicate: TextPredicate): number {
  const parts = mergeText(predicate.value);
  const { how, anyDash } = askedText(predicate);
  const stars = parts.filter(({ kind }) => kind === 'star').length;
  let bits = anyDash ? -DASH : 0;
  for (const part of parts) {
    if (part.kind === 'text' || part.kind === 'dash')
      bits += part.text.length * (CHARACTER + (predicate.cased ? CASE : 0));
  }
  // An empty value is one value of all: as rare as a short word.
  if (parts.length === 0) return 2 * CHARACTER;
  // What ends and begins is fixed on both sides loses no place; each star is a stretch that may be anything.
  if (how === 'is') return bits + CHARACTER;
  return bits - (how === 'contains' ? ANYWHERE : 1) - Math.max(0, stars - 2);
}

function sum(bits: readonly number[]): number {
  return bits.reduce((total, each) => total + each, 0);
}

/** Any of several, each of which is as rare as its bits say. */
function either(bits: readonly number[]): number {
  const least = Math.min(...bits);
  if (bits.length < 2 || !Number.isFinite(least)) return bits.length === 0 ? 0 : least;
  return Math.max(0, least - Math.log2(bits.reduce((total, each) => total + 2 ** (least - each), 0)));
}

/** Not so: something that is rare is seldom so, and leaves nearly all. */
function not(bits: number): number {
  const rest = 1 - 2 ** -bits;
  return rest <= 0 ? MOST : -Math.log2(rest);
}
