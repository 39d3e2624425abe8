import { own } from '../../text';
import { base64Offsets, bytesOf } from './encode';
import { allValues, fieldOf, textOf } from './event';
import { inCidr } from './network';
import {
  characters,
  literally,
  matchesWhole,
  openOptions,
  RUN,
  readValue,
  sameBut,
  type Token,
} from './text';
import { isPart, partOf, type TimePart } from './time';

export type Placeholders = Readonly<Record<string, readonly string[]>>;

/** Whether one entry of a selection holds: `field|modifiers: values`. `read` looks a field up. */
export function itemHolds(
  key: string,
  values: readonly unknown[],
  event: unknown,
  placeholders: Placeholders,
  read = fieldOf,
): boolean {
  const [field, ...modifiers] = key.split('|');
  const results = values.map((value) => valueHolds(read, field!, modifiers, value, event, placeholders));
  const joined = modifiers.includes('all') ? results.every((r) => r) : results.some((r) => r);
  return modifiers.includes('neq') ? !joined : joined;
}

function valueHolds(
  read: typeof fieldOf,
  field: string,
  modifiers: readonly string[],
  value: unknown,
  event: unknown,
  placeholders: Placeholders,
): boolean {
  const found = field === '' ? allValues(event) : read(event, field);
  if (modifiers.includes('exists')) return (found !== undefined) === value;
  const members = Array.isArray(found) ? found.flat(9) : found === undefined ? [] : [found];
  if (value === null) return found === undefined || members.includes(null);
  // `re` and `cidr` read the text after `expand`; the others handle it themselves.
  const expandFirst = modifiers.includes('expand') && modifiers.some((m) => m === 're' || m === 'cidr');
  const values = expandFirst ? expanded(String(value), placeholders) : [value];
  return values.some((one) => members.some(testOf(field === '', modifiers, one, event, placeholders)));
}

/** A test of one value of the event against one value of the rule. */
function testOf(
  keyword: boolean,
  modifiers: readonly string[],
  value: unknown,
  event: unknown,
  placeholders: Placeholders,
): (member: unknown) => boolean {
  const has = (name: string) => modifiers.includes(name);
  const part = modifiers.find(isPart);
  const order = modifiers.find((m) => ['lt', 'lte', 'gt', 'gte'].includes(m));
  if (has('re')) return regexTest(String(value), modifiers);
  if (has('cidr')) return (member) => typeof member === 'string' && inCidr(member, String(value));
  if (part || order) return numberTest(part, order, Number(value));
  if (has('fieldref')) return fieldTest(String(value), modifiers, event);
  const plain = modifiers.every((m) => m === 'all' || m === 'neq');
  if (plain && !keyword && typeof value === 'number') {
    return (member) => ['number', 'string'].includes(typeof member) && numberIn(member) === value;
  }
  if (plain && !keyword && typeof value === 'boolean') {
    return (member) =>
      ['boolean', 'string'].includes(typeof member) && String(member).toLowerCase() === String(value);
  }
  const patterns = patternsOf(value, modifiers, placeholders).map((p) => (keyword ? [RUN, ...p, RUN] : p));
  return (member) => {
    const text = textOf(member);
    return text !== undefined && patterns.some((pattern) => matchesWhole(pattern, text, has('cased')));
  };
}

/** The value's patterns after its modifiers, from left to right; each modifier turns one pattern into one or more. */
function patternsOf(value: unknown, modifiers: readonly string[], placeholders: Placeholders): Token[][] {
  let texts = [String(value)];
  // `%name%` is text of the value as written, so replace it before reading wildcards.
  if (modifiers.includes('expand')) texts = texts.flatMap((text) => expanded(text, placeholders));
  let patterns: Token[][] = typeof value === 'string' ? texts.map(readValue) : texts.map(literally);
  let bytes: Buffer[] | null = null;
  for (const modifier of modifiers) {
    if (modifier === 'contains') patterns = patterns.map((p) => [RUN, ...p, RUN]);
    if (modifier === 'startswith') patterns = patterns.map((p) => [...p, RUN]);
    if (modifier === 'endswith') patterns = patterns.map((p) => [RUN, ...p]);
    if (modifier === 'windash') patterns = patterns.map(openOptions);
    if (['wide', 'utf16le', 'utf16be', 'utf16'].includes(modifier))
      bytes = patterns.map((p) => bytesOf(characters(p), modifier));
    if (modifier === 'base64' || modifier === 'base64offset') {
      const encoded: Buffer[] = bytes ?? patterns.map((p) => bytesOf(characters(p), 'utf8'));
      const made = encoded.flatMap((b) =>
        modifier === 'base64' ? [b.toString('base64')] : base64Offsets(b),
      );
      patterns = made.map(literally);
      bytes = null;
    }
  }
  return patterns;
}

function expanded(text: string, placeholders: Placeholders): string[] {
  const found = /%([\w.-]+)%/.exec(text);
  if (!found) return [text];
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  return own(placeholders, found[1]!)!.flatMap((value) =>
    expanded(after, placeholders).map((rest) => before + value + rest),
  );
}

function regexTest(source: string, modifiers: readonly string[]): (member: unknown) => boolean {
  const leading = /^\(\?([ims]+)\)/.exec(source);
  const flags = ['i', 'm', 's']
    .filter((f) => modifiers.includes(f) || (leading?.[1] ?? '').includes(f))
    .join('');
  const regex = new RegExp(source.slice(leading?.[0].length ?? 0), `u${flags}`);
  return (member) => {
    const text = textOf(member);
    return text !== undefined && regex.test(text);
  };
}

/** The number that an event's value is or spells. */
function numberIn(member: unknown): number | undefined {
  if (typeof member === 'number') return member;
  if (typeof member !== 'string') return undefined;
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(member) ? Number(member) : undefined;
}

function numberTest(
  part: TimePart | undefined,
  order: string | undefined,
  wanted: number,
): (member: unknown) => boolean {
  return (member) => {
    const number = part ? partOf(String(member), part) : numberIn(member);
    if (number === undefined) return false;
    if (order === 'lt') return number < wanted;
    if (order === 'lte') return number <= wanted;
    if (order === 'gt') return number > wanted;
    if (order === 'gte') return number >= wanted;
    return number === wanted;
  };
}

function fieldTest(
  other: string,
  modifiers: readonly string[],
  event: unknown,
): (member: unknown) => boolean {
  const found = fieldOf(event, other);
  const others = (Array.isArray(found) ? found.flat(9) : [found]).map(textOf).filter((t) => t !== undefined);
  const same = (a: string, b: string) =>
    a === b ||
    (!modifiers.includes('cased') &&
      [...a].length === [...b].length &&
      [...a].every((c, i) => sameBut(c, [...b][i]!)));
  return (member) => {
    const text = textOf(member);
    if (text === undefined) return false;
    const all = [...text];
    return others.some((wanted) => {
      const length = [...wanted].length;
      if (modifiers.includes('startswith')) return same(all.slice(0, length).join(''), wanted);
      if (modifiers.includes('endswith'))
        return length <= all.length && same(all.slice(all.length - length).join(''), wanted);
      if (modifiers.includes('contains'))
        return all.concat('').some((_, at) => same(all.slice(at, at + length).join(''), wanted));
      return same(text, wanted);
    });
  };
}
