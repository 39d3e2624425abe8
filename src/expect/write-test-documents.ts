import { asYamlScalar } from '../rule';
import { applyEdits, type Edit } from '../text';
import { insertEntry, insertLines, lineAfter } from './block-list';
import { yamlOfJson } from './json-yaml';
import { type Change, isSameExpected, type NewTest } from './suite-change';

const SEPARATOR = /^---(?:[ \t].*)?$/gm;

/** Writes a change of test documents into their file. */
export const changeTestDocuments: Change = (text, { tests }, change) => {
  const edits: Edit[] = [];
  for (const [i, { range, expected, expectedRange }] of tests.entries()) {
    const wanted = change.tests[i];
    if (!wanted) {
      // Of several one after the other, all are taken out at once: they share the separators between them.
      if (i > 0 && !change.tests[i - 1]) continue;
      let last = i;
      while (last + 1 < tests.length && !change.tests[last + 1]) last++;
      edits.push({ range: partOf(text, range.start, tests[last]!.range.end), text: '' });
    } else if (!isSameExpected(wanted, expected)) {
      if (wanted.kind === 'count') return null;
      const match = String(wanted.kind === 'match');
      if (expectedRange) edits.push({ range: expectedRange, text: match });
      // A map in braces has no line of its own for the key.
      else if (text[range.start] === '{') return null;
      else edits.push(insertEntry(text, range, `match: ${match}`));
    }
  }
  const isStaying = change.tests.some((one) => one !== null);
  const added = change.added.map((one, i) =>
    isStaying || i > 0 ? `---\n${documentOf(one)}` : documentOf(one),
  );
  if (added.length > 0) edits.push(insertLines(text, text.length, added.join('')));
  return applyEdits(text, edits);
};

/** Documents with the separator before them; of the first, with the one after them. */
function partOf(text: string, start: number, end: number) {
  const marks = [...text.matchAll(SEPARATOR)].map(({ index }) => index);
  const before = marks.filter((at) => at < start).at(-1);
  const after = marks.find((at) => at >= end);
  if (before !== undefined) return { start: before, end: after ?? text.length };
  return { start, end: after === undefined ? text.length : lineAfter(text, after + 3) };
}

/** A test as a YAML document, without a separator. */
export function documentOf({ name, expected, events }: NewTest): string {
  const title = name === '' ? '' : `name: ${asYamlScalar(name)}\n`;
  const body = yamlOfJson(events[0]?.json ?? '{}', 4);
  return `${title}match: ${expected.kind !== 'no match'}\nevent:${body.trim() === '{}' ? ' {}\n' : `\n${body}`}`;
}
