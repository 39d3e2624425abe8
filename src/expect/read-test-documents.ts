import { entry, type YamlMap, type YamlNode } from '../rule';
import { prose, say } from '../text';
import { TestDiagnostics } from './codes';
import { textUnder, yamlDocuments } from './documents';
import type { RuleTest, SuitesRead } from './model';
import { jsonOf } from './yaml-json';

/*
 * Test documents: a file `NAME_test.yaml` beside the rule `NAME.yaml`, with a YAML document for each test: `event:` and
 * `match: true` or `false`; true where it is not said.
 */

/** Reads a file of test documents. */
export function readTestDocuments(text: string): SuitesRead {
  const problems = new TestDiagnostics();
  const tests = yamlDocuments(text, problems).flatMap((document) => testOf(document, problems) ?? []);
  const suites = [{ form: 'test documents', document: null, ids: [], tests } as const];
  return { suites, problems: problems.all };
}

function testOf(document: YamlNode, problems: TestDiagnostics): RuleTest | null {
  const { start } = document.range;
  const at = { start, end: Math.min(start + 1, document.range.end) };
  // A document of nothing, between or after separators.
  if (document.kind === 'scalar' && document.value === null) return null;
  if (document.kind !== 'map') {
    problems.error('test-list', document.range, prose('A test has to be a map with `event` and `match`.'));
    return null;
  }
  const event = entry(document, 'event')?.value;
  if (!event) {
    problems.error('test-event', at, prose('This test has no `event`.'));
    return null;
  }
  if (event.kind !== 'map') {
    problems.error('test-event', event.range, prose('`event` has to be a map of fields and values.'));
    return null;
  }
  const isMatch = matchOf(document, problems);
  if (isMatch === null) return null;
  const events = [{ json: jsonOf(event), offset: null, range: event.range }];
  return {
    name: textUnder(document, 'name') ?? '',
    expected: { kind: isMatch ? 'match' : 'no match' },
    events: { kind: 'written', events },
    range: document.range,
    expectedRange: entry(document, 'match')?.value.range ?? null,
  };
}

function matchOf(document: YamlMap, problems: TestDiagnostics): boolean | null {
  const found = entry(document, 'match');
  if (!found) return true;
  const { value } = found;
  if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
  const written = value.kind === 'scalar' ? value.text : '…';
  problems.error(
    'test-expect',
    value.range,
    say`\`match\` is \`true\` or \`false\`, and not \`${written}\`.`,
  );
  return null;
}
