import { KEYS } from '../lint/keys';
import { logsourceBlocks } from './complete-logsource';
import type { AssistFacts, Item } from './item';
import { keyDoc, keysUnder } from './key-docs';
import type { Named, Outline } from './outline';
import type { Place } from './place';
import { selectionSnippets, wholeRule } from './snippets';

/** Keys whose values are on the lines below. */
const MAPS = new Set(['logsource', 'detection', 'correlation', 'filter']);
const LISTS = new Set(['references', 'tags', 'falsepositives', 'fields', 'scope', 'related']);

/** The keys that may be written at a place that is not a field, without those that are already there. */
export function keyItems(place: Place, outline: Outline, facts: AssistFacts): readonly Item[] {
  const { path } = place;
  const first = path[0];
  if (path.length === 0) return topKeys(place, outline, facts);
  if (path.length > 1) return path.join('/') === 'correlation/condition' ? comparisons() : [];
  if (first === 'logsource')
    return [...plainKeys(place, outline), ...(place.colon ? [] : logsourceBlocks(outline.logsource, facts))];
  if (first === 'detection' || first === 'filter')
    return [...plainKeys(place, outline), ...(place.colon ? [] : selectionSnippets(outline))];
  return plainKeys(place, outline);
}

function topKeys(place: Place, { kind, keys }: Outline, facts: AssistFacts): readonly Item[] {
  const written = new Set(others(place, keys));
  const known =
    kind === 'detection' && written.size === 0 ? [...KEYS.detection, 'correlation', 'filter'] : KEYS[kind];
  const names = known.filter((name) => !written.has(name)).map((name) => keyItem(place, [], name));
  return written.size === 0 && !place.colon ? [wholeRule(facts), ...names] : names;
}

/** The other names. The key at the cursor may be replaced by its own name. */
function others({ range }: Place, named: readonly Named[]): string[] {
  return named.filter((n) => n.range.start !== range.start).map((n) => n.name);
}

/** The keys under a top-level key, of those that the specification names. */
function plainKeys(place: Place, { keys, detection }: Outline): Item[] {
  const { path, lines, range: at } = place;
  const own = keys.find((k) => k.name === path[0]);
  const written = new Set(
    path[0] === 'detection' || path[0] === 'filter'
      ? others(place, detection)
      : lines
          .filter(({ range }) => own && range.start > own.range.start && range.end <= own.body.end)
          .filter(({ range }) => at.start < range.start || at.start > range.end)
          .flatMap(({ key }) => (key === null || path[0] === 'related' ? [] : [key])),
  );
  return keysUnder(path)
    .filter((name) => !written.has(name))
    .map((name) => keyItem(place, path, name));
}

function keyItem({ colon }: Place, path: readonly string[], name: string): Item {
  const doc = keyDoc([...path, name]);
  const more = colon
    ? ''
    : path.length === 0 && MAPS.has(name)
      ? ':\n    '
      : path.length === 0 && LISTS.has(name)
        ? ':\n    - '
        : ': ';
  return { label: name, insert: name + more, kind: 'key', ...(doc ? { doc } : {}) };
}

function comparisons(): Item[] {
  const names = {
    gt: 'more than',
    gte: 'at least',
    lt: 'less than',
    lte: 'at most',
    eq: 'exactly',
    neq: 'not',
  };
  return Object.entries(names).map(([name, words]) => ({
    label: name,
    insert: `${name}: `,
    kind: 'key',
    doc: `The correlation fires at ${words} this number.`,
  }));
}
