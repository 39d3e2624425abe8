/*
 * JSON as evtx_dump lays it out: two blanks for each level, one member a line. Scalars are kept as JSON text, so that a number
 * keeps its digits.
 */

/** A value of JSON. */
export type Dumped =
  /** A scalar, as it stands in JSON. */
  | { readonly kind: 'scalar'; readonly json: string }
  | { readonly kind: 'list'; readonly items: readonly Dumped[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [name: string, value: Dumped])[] };

export const NULL: Dumped = { kind: 'scalar', json: 'null' };

/** A scalar that is a string. */
export function dumpedText(text: string): Dumped {
  return { kind: 'scalar', json: JSON.stringify(text) };
}

/** A value laid out, beginning at the present place of a line that is so many blanks in. */
export function layOut(value: Dumped, blanks = 0): string {
  if (value.kind === 'scalar') return value.json;
  const [open, close] = value.kind === 'list' ? '[]' : '{}';
  const parts =
    value.kind === 'list'
      ? value.items.map((item) => layOut(item, blanks + 2))
      : value.members.map(([name, member]) => `${JSON.stringify(name)}: ${layOut(member, blanks + 2)}`);
  if (parts.length === 0) return `${open}${close}`;
  const feed = `\n${' '.repeat(blanks)}`;
  return `${open}${feed}  ${parts.join(`,${feed}  `)}${feed}${close}`;
}

/** A name in braces that is a GUID, as evtx_dump writes it: in capitals without braces. */
export function dumpedGuid(text: string): string {
  return text.replace(/^\{|\}$/g, '').toUpperCase();
}

/** A moment of any precision, as evtx_dump writes it: with six digits of a second. */
export function dumpedTime(text: string): string {
  return text.replace(/\.(\d+)Z$/, (_, digits: string) => `.${digits.padEnd(6, '0').slice(0, 6)}Z`);
}
