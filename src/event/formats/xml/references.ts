/* References such as `&amp;` and `&#x41;`: decoding them, and finding their positions. */

const REFERENCE = /&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|([\w.-]+));|&/g;
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The characters that a piece of XML text stands for; an unknown reference stays as written. */
export function decoded(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(REFERENCE, (all, hex, decimal, name) => characters(hex, decimal, name) ?? all);
}

function characters(hex?: string, decimal?: string, name?: string): string | undefined {
  if (name !== undefined) return NAMED.get(name);
  if (hex === undefined && decimal === undefined) return undefined;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The first unknown reference in `raw`, as offsets in it. */
export function badReference(raw: string): { start: number; end: number } | undefined {
  for (const match of raw.matchAll(REFERENCE)) {
    const [all, hex, decimal, name] = match;
    if (characters(hex, decimal, name) === undefined)
      return { start: match.index, end: match.index + all.length };
  }
  return undefined;
}

/**
 * Where each decoded UTF-16 unit begins in `raw`, plus an entry for the end. Both units of a pair begin at its
 * reference.
 */
export function unitStarts(raw: string): number[] {
  const starts: number[] = [];
  let at = 0;
  const plain = (end: number) => {
    for (; at < end; at++) starts.push(at);
  };
  for (const match of raw.matchAll(REFERENCE)) {
    const [all, hex, decimal, name] = match;
    const text = characters(hex, decimal, name);
    if (text === undefined) continue;
    plain(match.index);
    for (let i = 0; i < text.length; i++) starts.push(at);
    at += all.length;
  }
  plain(raw.length);
  starts.push(raw.length);
  return starts;
}
