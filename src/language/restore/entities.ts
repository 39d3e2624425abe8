import { byName } from '../../text';
import type { Undone } from './kinds';

const CHARACTERS = byName<string>({
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
});
const ENTITY = /&(?:(lt|gt|amp|quot|apos|nbsp)|#(\d{1,6})|#[xX]([0-9a-fA-F]{1,6}));/g;

/**
 * Where an entity can only be a YAML character: before a quoted value, in the indentation, as the sign of a block of
 * text.
 */
const IN_STRUCTURE =
  /^\s*(?:&nbsp;|&#160;|&#xa0;)|(?:[:-]|&nbsp;)[ \t]*(?:&quot;|&apos;|&#0?39;|&#0?34;|&#x27;|&#x22;)|:[ \t]*(?:&gt;|&#62;|&#x3e;)[-+]?[ \t]*$/im;

/** True if each line begins with the entity for `>`. */
function isQuoted(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 2 && lines.every((line) => /^\s*(?:&gt;|&#62;|&#x3e;)/i.test(line));
}

/** The text with characters instead of entities, if a page wrote them; null if it has none, or may mean them. */
export function withoutEntities(text: string): Undone | null {
  if (!isEscaped(text) || !(IN_STRUCTURE.test(text) || isQuoted(text))) return null;
  return { kind: 'entities', texts: [decoded(text)] };
}

/** The first entity that may be either a page's or meant; undefined if there is none. */
export function doubtfulEntity(text: string): RegExpExecArray | undefined {
  if (!isEscaped(text)) return undefined;
  return [...text.matchAll(ENTITY)].find(
    (match) => characterOf(match) !== undefined && !inComment(text, match.index),
  );
}

/** The text with characters instead of entities. */
export function decoded(text: string): string {
  return text.replace(ENTITY, (whole, ...groups) => characterOf([whole, ...groups]) ?? whole);
}

/** The character of an entity; undefined for those that no page writes by itself. */
function characterOf([, name, decimal, hex]: readonly (string | undefined)[]): string | undefined {
  if (name !== undefined) return CHARACTERS.get(name);
  const character = String.fromCodePoint(
    Math.min(Number.parseInt(decimal ?? hex!, decimal ? 10 : 16), 0x10ffff),
  );
  return [...CHARACTERS.values()].includes(character) ? character : undefined;
}

/** True if entities replace every character of their kind: a page escapes all of them, or none. */
function isEscaped(text: string): boolean {
  const written = new Set([...text.matchAll(ENTITY)].flatMap((match) => characterOf(match) ?? []));
  if (written.size === 0) return false;
  const plain = text.replace(ENTITY, '');
  return ![...written, '<'].some((character) => character !== '\u00a0' && plain.includes(character));
}

function inComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /(?:^|\s)#/.test(line);
}
