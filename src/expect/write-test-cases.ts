import { entry, type YamlMap } from '../rule';
import { applyEdits, type Edit } from '../text';
import { columnOf, columnOfItems, insertLines, isFlow, lineAfter, linesOfItem } from './block-list';
import { TestDiagnostics } from './codes';
import { yamlDocuments } from './documents';
import { yamlOfJson } from './json-yaml';
import { CASE_LISTS } from './read-test-cases';
import { type Change, isSameExpected } from './suite-change';

/** Writes a change of test cases into the rule that has them, or that has none yet. */
export const changeTestCases: Change = (text, { document, tests }, change) => {
  const map = yamlDocuments(text, new TestDiagnostics()).find(
    ({ range }) => document === null || range.start === document,
  );
  if (map?.kind !== 'map' || isFlow(text, map)) return null;
  const edits: Edit[] = [];
  const moved = new Map<string, string[]>([...CASE_LISTS.keys()].map((key) => [key, []]));
  for (const [i, { range, expected, events }] of tests.entries()) {
    const wanted = change.tests[i];
    if (wanted && isSameExpected(wanted, expected)) continue;
    if (wanted?.kind === 'count') return null;
    const lines = linesOfItem(text, { kind: 'map', range, entries: [] });
    if (!lines) return null;
    edits.push({ range: lines, text: '' });
    if (wanted && events.kind === 'written') moved.get(keyOf(wanted.kind))!.push(events.events[0]!.json);
  }
  for (const { expected, events } of change.added)
    moved.get(keyOf(expected.kind))!.push(events[0]?.json ?? '{}');
  const written = listEdits(text, map, moved);
  return written && applyEdits(text, [...edits, ...written]);
};

const keyOf = (kind: string) => (kind === 'no match' ? 'dont-match' : 'match');

/** Adds events to the lists; writes a list, and `testcases` itself, where there is none. */
function listEdits(
  text: string,
  document: YamlMap,
  added: ReadonlyMap<string, readonly string[]>,
): Edit[] | null {
  const section = entry(document, 'testcases')?.value;
  const isMap = section?.kind === 'map';
  if (section && !isMap && section.kind === 'sequence') return null;
  if (isMap && isFlow(text, section)) return null;
  const column = isMap ? columnOf(text, section.range) : 4;
  const edits: Edit[] = [];
  let fresh = '';
  for (const [key, events] of added) {
    if (events.length === 0) continue;
    const list = isMap ? entry(section, key) : undefined;
    const isEmpty = list?.value.kind === 'scalar' && list.value.value === null;
    if (list && !isEmpty) {
      const { value } = list;
      const dashes = value.kind === 'sequence' && !isFlow(text, value) ? columnOfItems(text, value) : null;
      if (dashes === null) return null;
      edits.push(insertLines(text, lineAfter(text, value.range.end), itemsOf(events, dashes)));
    } else if (list)
      edits.push(insertLines(text, lineAfter(text, list.value.range.end), itemsOf(events, column + 4)));
    else fresh += `${' '.repeat(column)}${key}:\n${itemsOf(events, column + 4)}`;
  }
  const head = section ? '' : 'testcases:\n';
  // First, so that it comes behind what is added to a list that ends at the same place.
  if (fresh !== '')
    edits.unshift(insertLines(text, lineAfter(text, (section ?? document).range.end), head + fresh));
  return edits;
}

function itemsOf(events: readonly string[], column: number): string {
  return events.map((json) => `${' '.repeat(column)}- ${yamlOfJson(json, column + 2).trimStart()}`).join('');
}
