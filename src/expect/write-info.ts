import { asYamlScalar } from '../rule';
import { applyEdits, type Edit } from '../text';
import { insertEntry } from './block-list';
import { TestDiagnostics } from './codes';
import { textUnder, yamlDocuments } from './documents';
import { type Change, isSameExpected } from './suite-change';

/** Writes how many events of each recording match into an `info.yml`. Recordings are added and taken out by hand. */
export const changeInfo: Change = (text, { tests }, change) => {
  if (change.added.length > 0) return null;
  const edits: Edit[] = [];
  for (const [i, { range, expected, expectedRange }] of tests.entries()) {
    const wanted = change.tests[i];
    if (!wanted) return null;
    if (isSameExpected(wanted, expected)) continue;
    const count = wanted.kind === 'count' ? wanted.count : wanted.kind === 'no match' ? 0 : null;
    if (count === null) return null;
    if (expectedRange) edits.push({ range: expectedRange, text: String(count) });
    else if (text[range.start] === '{') return null;
    else edits.push(insertEntry(text, range, `match_count: ${count}`));
  }
  return applyEdits(text, edits);
};

/** What a new `info.yml` says. */
export interface NewInfo {
  /** A UUID of its own. */
  readonly id: string;
  readonly description: string;
  /** `2026-11-30`. */
  readonly date: string;
  readonly author: string;
  readonly rule: { readonly id: string; readonly title: string };
  readonly tests: readonly {
    readonly name: string;
    readonly type: string;
    readonly provider: string;
    readonly count: number;
    /** From the top folder of the repository. */
    readonly path: string;
  }[];
}

/** An `info.yml` in SigmaHQ's layout: four blanks for each level. */
export function newInfo({ id, description, date, author, rule, tests }: NewInfo): string {
  return [
    `id: ${id}`,
    `description: ${asYamlScalar(description || 'N/A')}`,
    `date: ${date}`,
    `author: ${asYamlScalar(author)}`,
    'rule_metadata:',
    `    - id: ${rule.id}`,
    `      title: ${asYamlScalar(rule.title)}`,
    'regression_tests_info:',
    ...tests.flatMap(({ name, type, provider, count, path }) => [
      `    - name: ${asYamlScalar(name)}`,
      `      type: ${asYamlScalar(type)}`,
      `      provider: ${asYamlScalar(provider)}`,
      `      match_count: ${count}`,
      `      path: ${asYamlScalar(path)}`,
    ]),
    '',
  ].join('\n');
}

/** The folder of the regression data of a rule in SigmaHQ's layout: that of the rule, under `regression_data`. */
export function regressionFolder(rulePath: string): string {
  const parts = rulePath
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const top = parts.findIndex((part) => /^rules(?:-|$)/.test(part));
  const within = top < 0 ? ['rules', parts.at(-1) ?? 'rule.yml'] : parts.slice(top);
  return ['regression_data', ...within].join('/').replace(/\.ya?ml$/i, '');
}

/** The id and the author of a rule; of the document that begins at `document`, in a text of several. Empty where it has none. */
export function identityOf(
  rule: string,
  document: number | null,
): { readonly id: string; readonly author: string } {
  const found = yamlDocuments(rule, new TestDiagnostics()).find(
    ({ range }) => document === null || range.start === document,
  );
  const text = (key: string) => (found?.kind === 'map' ? (textUnder(found, key) ?? '') : '');
  return { id: text('id'), author: text('author') };
}

/** The path that a rule names as its tests' (`regression_tests_path`); undefined if it names none. */
export function namedInfo(rule: string): string | undefined {
  const [document] = yamlDocuments(rule, new TestDiagnostics());
  return document?.kind === 'map' ? textUnder(document, 'regression_tests_path') : undefined;
}
