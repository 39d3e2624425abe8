import { entry, type YamlMap, type YamlNode } from '../rule';
import { prose, say } from '../text';
import { TestDiagnostics } from './codes';
import { textUnder, valueUnder, yamlDocuments } from './documents';
import type { Expected, RuleTest, SuitesRead } from './model';

/*
 * SigmaHQ's regression data: `info.yml` beside the recordings, which names the rules and, for each recording, how many
 * of its events match.
 */

/** True if a text looks like an `info.yml` of regression data. */
export function isInfo(text: string): boolean {
  if (!/^(?:rule_metadata|regression_tests_info)[ \t]*:/m.test(text)) return false;
  const [first] = yamlDocuments(text, new TestDiagnostics());
  return first?.kind === 'map' && !entry(first, 'detection');
}

/** Reads an `info.yml`. */
export function readInfo(text: string): SuitesRead {
  const problems = new TestDiagnostics();
  const [document] = yamlDocuments(text, problems);
  if (document?.kind !== 'map') {
    if (problems.all.length === 0)
      problems.error(
        'test-list',
        { start: 0, end: text.length },
        prose('This is no map with `rule_metadata` and `regression_tests_info`.'),
      );
    return { suites: [], problems: problems.all };
  }
  const ids = rulesOf(document, problems);
  const tests = testsOf(document, problems);
  return { suites: [{ form: 'regression data', document: null, ids, tests }], problems: problems.all };
}

function rulesOf(document: YamlMap, problems: TestDiagnostics): string[] {
  const rules = entry(document, 'rule_metadata');
  const items = rules?.value.kind === 'sequence' ? rules.value.items : [];
  const ids = items.flatMap((item) => (item.kind === 'map' ? (textUnder(item, 'id') ?? []) : []));
  if (ids.length === 0)
    problems.error(
      'test-rule',
      rules?.key.range ?? firstOf(document),
      prose('`rule_metadata` has to be a list with the `id` and `title` of the rule.'),
    );
  return ids;
}

function testsOf(document: YamlMap, problems: TestDiagnostics): RuleTest[] {
  const found = entry(document, 'regression_tests_info');
  if (!found) return [];
  const { key, value } = found;
  // Where there is no recording yet, its lines are commented out, and the key stands alone.
  if (value.kind === 'scalar' && value.value === null) return [];
  if (value.kind !== 'sequence') {
    problems.error(
      'test-list',
      key.range,
      prose(
        '`regression_tests_info` has to be a list of tests with `name`, `type`, `provider`, `match_count` and `path`.',
      ),
    );
    return [];
  }
  return value.items.flatMap((item) => testOf(item, problems) ?? []);
}

function testOf(item: YamlNode, problems: TestDiagnostics): RuleTest | null {
  if (item.kind !== 'map') {
    problems.error(
      'test-list',
      item.range,
      prose('A test has to be a map with `name`, `type`, `provider`, `match_count` and `path`.'),
    );
    return null;
  }
  const path = textUnder(item, 'path')?.trim() ?? '';
  if (path === '') {
    problems.error('test-path', firstOf(item), prose('The test has no `path`: which file has its events?'));
    return null;
  }
  const expected = countOf(valueUnder(item, 'match_count'), problems);
  if (!expected) return null;
  return {
    name: textUnder(item, 'name') ?? '',
    expected,
    events: {
      kind: 'file',
      path,
      type: textUnder(item, 'type') ?? '',
      provider: textUnder(item, 'provider') ?? '',
    },
    range: item.range,
    expectedRange: valueUnder(item, 'match_count')?.range ?? null,
  };
}

/** Where it is not said how many events match, at least one does. */
function countOf(node: YamlNode | undefined, problems: TestDiagnostics): Expected | null {
  if (!node) return { kind: 'match' };
  const count = node.kind === 'scalar' ? node.value : null;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return { kind: 'count', count };
  const written = node.kind === 'scalar' ? node.text : '…';
  problems.error(
    'test-expect',
    node.range,
    say`\`match_count\` is a whole number from 0, and not \`${written}\`.`,
  );
  return null;
}

function firstOf(map: YamlMap) {
  return map.entries[0]?.key.range ?? map.range;
}
