import { asYamlScalar, entry, type YamlMap, type YamlSequence } from '../rule';
import { applyEdits, type Edit } from '../text';
import { columnOf, columnOfItems, insertLines, isFlow, lineAfter, linesOfItem } from './block-list';
import { TestDiagnostics } from './codes';
import { yamlDocuments } from './documents';
import { yamlOfJson } from './json-yaml';
import { offsetText } from './offset';
import { EXEMPLARS, listOf } from './read-exemplars';
import { type Change, isSameExpected, type NewTest, type SuiteChange } from './suite-change';

/** Writes a change of exemplars into the rule that has them, or that has none yet. */
export const changeExemplars: Change = (text, suite, change) => {
  const document = yamlDocuments(text, new TestDiagnostics()).find(
    ({ range }) => suite.document === null || range.start === suite.document,
  );
  if (document?.kind !== 'map' || isFlow(text, document)) return null;
  const list = listOf(document);
  if (!list) {
    const edits = sectionEdits(text, document, change.added);
    return edits && applyEdits(text, edits);
  }
  if (list.kind !== 'sequence' || isFlow(text, list)) return null;
  const edits = listEdits(text, document, list, suite.tests, change);
  return edits && applyEdits(text, edits);
};

type Tests = Parameters<Change>[1]['tests'];

function listEdits(
  text: string,
  document: YamlMap,
  list: YamlSequence,
  tests: Tests,
  change: SuiteChange,
): Edit[] | null {
  const edits: Edit[] = [];
  for (const [i, { range, expected, expectedRange }] of tests.entries()) {
    const wanted = change.tests[i];
    if (!wanted) {
      const item = list.items.find((one) => one.range.start === range.start);
      const lines = item ? linesOfItem(text, item) : null;
      if (!lines) return null;
      edits.push({ range: lines, text: '' });
    } else if (!isSameExpected(wanted, expected)) {
      if (wanted.kind === 'count') return null;
      edits.push({ range: expectedRange!, text: wordOf(wanted) });
    }
  }
  if (
    edits.length === list.items.length &&
    edits.every((edit) => edit.text === '') &&
    change.added.length === 0
  ) {
    const section = sectionOf(text, document);
    return section && [{ range: section, text: '' }];
  }
  const column = columnOfItems(text, list);
  if (column === null) return null;
  const at = lineAfter(text, list.range.end);
  if (change.added.length > 0)
    edits.push(insertLines(text, at, change.added.map((one) => itemLines(one, column)).join('')));
  return edits;
}

/** The lines of the whole section; with those of `custom_attributes` if nothing else is in there. */
function sectionOf(text: string, document: YamlMap) {
  const attributes = entry(document, 'custom_attributes');
  const nested = attributes?.value.kind === 'map' ? attributes.value : undefined;
  const inner = nested && entry(nested, EXEMPLARS);
  const section = inner && nested.entries.length === 1 ? attributes! : (inner ?? entry(document, EXEMPLARS));
  if (!section || (inner && isFlow(text, nested))) return null;
  const start = text.lastIndexOf('\n', section.key.range.start - 1) + 1;
  return { start, end: lineAfter(text, section.value.range.end) };
}

/** Where there is no list yet, one is written: in `custom_attributes`, or with it at the end of the rule. */
function sectionEdits(text: string, document: YamlMap, added: readonly NewTest[]): Edit[] | null {
  if (added.length === 0) return [];
  const attributes = entry(document, 'custom_attributes')?.value;
  const isEmpty = attributes?.kind === 'scalar' && attributes.value === null;
  if (attributes && !isEmpty && (attributes.kind !== 'map' || isFlow(text, attributes))) return null;
  const inner = attributes?.kind === 'map' ? columnOf(text, attributes.range) : 4;
  const items = added.map((one) => itemLines(one, inner + 4)).join('');
  const head = attributes ? '' : 'custom_attributes:\n';
  const at = lineAfter(text, (attributes ?? document).range.end);
  return [insertLines(text, at, `${head}${' '.repeat(inner)}${EXEMPLARS}:\n${items}`)];
}

/** An exemplar as lines of YAML, its dash in this column. */
export function itemLines({ name, expected, events }: NewTest, column: number): string {
  const blanks = ' '.repeat(column + 2);
  const lines = [
    ...(name === '' ? [] : [`name: ${asYamlScalar(name)}\n`]),
    `expect: ${wordOf(expected)}\n`,
    eventLines(events, column + 2),
  ];
  return `${' '.repeat(column)}- ${lines.join(blanks)}`;
}

function eventLines(events: NewTest['events'], column: number): string {
  const [first] = events;
  if (events.length === 1 && first!.offset === null) return `event:${below(first!.json, column + 4)}`;
  const blanks = ' '.repeat(column + 4);
  return `events:\n${events
    .map(
      ({ json, offset }) =>
        `${blanks}- offset: ${offsetText(offset ?? 0)}\n${blanks}  event:${below(json, column + 10)}`,
    )
    .join('')}`;
}

function below(json: string, column: number): string {
  const lines = yamlOfJson(json, column);
  return lines.trim() === '{}' ? ' {}\n' : `\n${lines}`;
}

function wordOf({ kind }: NewTest['expected']): string {
  return kind === 'no match' ? 'no-match' : 'match';
}
