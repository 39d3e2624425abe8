import { entry, type YamlNode } from '../rule';
import { prose, say } from '../text';
import { TestDiagnostics } from './codes';
import { yamlDocuments } from './documents';
import type { Expected, RuleTest, Suite, SuitesRead } from './model';
import { jsonOf } from './yaml-json';

/*
 * Test cases in a rule: `testcases:` with lists of events under `match` and `dont-match`.
 */

/** The lists of test cases, by their keys. */
export const CASE_LISTS: ReadonlyMap<string, Expected['kind']> = new Map([
  ['match', 'match'],
  ['dont-match', 'no match'],
]);

/** Reads the test cases of every document of a rule text. */
export function readTestCases(text: string): SuitesRead {
  const problems = new TestDiagnostics();
  const suites = yamlDocuments(text, problems).flatMap((document): Suite[] => {
    const found = document.kind === 'map' ? entry(document, 'testcases') : undefined;
    if (!found) return [];
    const tests = casesOf(found.value, problems);
    return [{ form: 'test cases', document: document.range.start, ids: [], tests }];
  });
  return { suites, problems: problems.all };
}

function casesOf(node: YamlNode, problems: TestDiagnostics): RuleTest[] {
  if (node.kind !== 'map') {
    problems.error(
      'test-list',
      node.range,
      prose('`testcases` has to be a map with lists of events under `match` and `dont-match`.'),
    );
    return [];
  }
  return node.entries.flatMap(({ key, value }) => {
    const kind = CASE_LISTS.get(key.text);
    if (kind === 'match' || kind === 'no match') return listed(value, { kind }, problems);
    problems.error(
      'test-key',
      key.range,
      say`\`testcases\` has no \`${key.text}\`. It has \`match\` and \`dont-match\`.`,
    );
    return [];
  });
}

function listed(node: YamlNode, expected: Expected, problems: TestDiagnostics): RuleTest[] {
  // An empty list is written as nothing at all, too.
  if (node.kind === 'scalar' && node.value === null) return [];
  if (node.kind !== 'sequence') {
    problems.error('test-list', node.range, prose('This has to be a list of events.'));
    return [];
  }
  return node.items.flatMap((item): RuleTest[] => {
    if (item.kind !== 'map') {
      problems.error('test-event', item.range, prose('An event has to be a map of fields and values.'));
      return [];
    }
    const { range } = item;
    const events = { kind: 'written', events: [{ json: jsonOf(item), offset: null, range }] } as const;
    return [{ name: '', expected, events, range, expectedRange: null }];
  });
}
