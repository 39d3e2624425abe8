import { type Fix, prose } from '../../text';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './node';

/** The maps whose entries YAML 1.1 would copy to the place of the key `<<`; null if this is not such a key. */
export function mergedMaps(key: YamlNode, value: YamlNode): readonly YamlMap[] | null {
  if (key.kind !== 'scalar' || key.style !== 'plain' || key.text !== '<<') return null;
  if (value.kind === 'map') return [value];
  const maps = value.kind === 'sequence' ? value.items.filter((item) => item.kind === 'map') : [];
  return value.kind === 'sequence' && maps.length > 0 && maps.length === value.items.length ? maps : null;
}

/** What YAML 1.1 would add to a map with `own` keys: own entries win, and of several maps the first. */
export function mergedEntries(maps: readonly YamlMap[], own: ReadonlySet<string>): YamlEntry[] {
  const seen = new Set(own);
  const added: YamlEntry[] = [];
  for (const { entries } of maps)
    for (const entry of entries) {
      if (seen.has(entry.key.text)) continue;
      seen.add(entry.key.text);
      added.push(entry);
    }
  return added;
}

/** A fix that writes `added` in the place of `<<: *name`; undefined if they do not stand as lines of their own. */
export function writeOut(text: string, key: YamlScalar, added: readonly YamlEntry[]): Fix[] | undefined {
  const written = /^<<[ \t]*:[ \t]*\*[^\s,[\]{}]+/.exec(text.slice(key.range.start, key.range.start + 200));
  const column = columnOf(text, key.range.start);
  if (!written || column === null || added.length === 0) return undefined;
  const lines: string[] = [];
  for (const { key: name, value } of added) {
    const from = columnOf(text, name.range.start);
    // What an alias names stands elsewhere.
    if (from === null || value.range.start < name.range.end) return undefined;
    const end = Math.max(value.range.end, text.indexOf(':', name.range.end) + 1);
    const own = new RegExp(`^ {0,${from}}`);
    for (const line of text.slice(name.range.start, end).split('\n')) lines.push(line.replace(own, ''));
  }
  const range = { start: key.range.start, end: key.range.start + written[0].length };
  return [
    {
      title: prose('Write the entries out'),
      edits: [{ range, text: lines.join(`\n${' '.repeat(column)}`) }],
    },
  ];
}

/** How far from the start of its line a key stands, if only spaces and dashes come before it. */
function columnOf(text: string, at: number): number | null {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^[ -]*$/.test(text.slice(start, at)) ? at - start : null;
}
