import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateExport } from '../../app/examples/windows/certificate-export';
import { compileCollection, itemsOf, type PlanItem } from '../rule';
import { catalog } from '../testing/corpus';
import { pair } from '../testing/generate';
import { planOf, ruleOf } from '../testing/oracle/check';
import { describeWithShared } from '../testing/shared';
import { plain } from '../text';
import { canonicalOf } from './canonical';
import { conditionText } from './condition-text';
import { canonicalLine, type StageNode, stages, stagesText } from './stages';

const PLACEHOLDERS = { p: ['root', 'adm*'] };

test('the example of a certificate export', () => {
  expect(stagesText(stages(planOf(certificateExport.rule)))).toBe(
    `0  condition: selection and not filter_deployment
1  selection
   any of
     CommandLine|contains: 'Export-PfxCertificate '
       CommandLine contains \`Export-PfxCertificate \`
     CommandLine|contains: 'Export-Certificate '
       CommandLine contains \`Export-Certificate \`
2  filter_deployment (excludes)
   ParentImage|endswith: '\\CcmExec.exe'
     ParentImage ends with \`\\CcmExec.exe\`
`,
  );
});

describe('a predicate in canonical form and in words', () => {
  test.each([
    // as written, canonical, in words
    ['F: a', "F: 'a'", 'F is `a`'],
    ["F: '*a*'", "F|contains: 'a'", 'F contains `a`'],
    ['F|contains: a', "F|contains: 'a'", 'F contains `a`'],
    ["F|startswith: '*a'", "F|contains: 'a'", 'F contains `a`'],
    ["F|endswith: '**a'", "F|endswith: 'a'", 'F ends with `a`'],
    ["F: 'a**b'", "F: 'a*b'", 'F is like `a**b`'],
    ["F|contains: 'a?b'", "F|contains: 'a?b'", 'F contains `a?b`'],
    ["F: 'C:\\\\a\\*b\\\\*'", "F|startswith: 'C:\\a\\*b\\'", 'F starts with `C:\\a\\*b\\`'],
    ["F: '*'", "F: '*'", 'F is anything'],
    ["F|contains: ''", "F: '*'", 'F is anything'],
    ["F: ''", "F: ''", 'F is empty'],
    ["F: 'it''s'", "F: 'it''s'", "F is `it's`"],
    ['F: 4688', 'F: 4688', 'F is 4688'],
    ["F: '4688'", "F: '4688'", 'F is `4688`'],
    ['F|contains: 46', "F|contains: '46'", 'F contains `46`'],
    ['F: true', 'F: true', 'F is true'],
    ['F: null', 'F: null', 'F is absent or null'],
    ['F|cased|contains: Ab', "F|contains|cased: 'Ab'", 'F contains `Ab` (case matters)'],
    ["F|windash|contains: ' /c'", "F|contains|windash: ' -c'", 'F contains ` /c` (with any dash)'],
    ["F|windash: 'a-b'", "F: 'a-b'", 'F is `a-b`'],
    ["F|re|i: 'a+'", "F|re|i: 'a+'", 'F matches `a+`'],
    ["F|cidr: '10.0.0.1/8'", "F|cidr: '10.0.0.0/8'", 'F is in 10.0.0.0/8'],
    ['F|gte: 5', 'F|gte: 5', 'F ≥ 5'],
    ['F|hour|lt: 6', 'F|hour|lt: 6', 'F hour < 6'],
    ['F|year: 2026', 'F|year: 2026', 'F year is 2026'],
    ['F|fieldref: G', "F|fieldref: 'G'", 'F equals the field `G`'],
    ['F|endswith|fieldref: G', "F|fieldref|endswith: 'G'", 'F ends with the field `G`'],
    ['F|fieldref|endswith: G', "F|fieldref|endswith: 'G'", 'F ends with the field `G`'],
    ['F|exists: false', 'F|exists: false', 'F does not exist'],
    ['F|utf16le|base64: IEX', "F|wide|base64: 'IEX'", 'F is `SQBFAFgA`'],
    ["F|expand: '%p%'", "F|expand: '%p%'", 'F is `root` (%p% = root) or starts with `adm` (%p% = adm*)'],
    ['- foo', "'foo'", 'any value of the event contains `foo`'],
    ["- '*foo'", "'foo'", 'any value of the event contains `foo`'],
    ['- 4624', "'4624'", 'any value of the event contains `4624`'],
  ])('%s', (written, canonical, words) => {
    const text = ruleOf(written);
    const { body } = stages(planOf(text, PLACEHOLDERS)).selections[0]!;
    expect(body).toMatchObject({ kind: 'predicate', canonical });
    expect(body.kind === 'predicate' && plain(body.words)).toBe(words);
  });
});

/** A node as text: `any(a, b)`. */
function shape(node: StageNode): string {
  return node.kind === 'predicate' ? node.canonical : `${node.kind}(${node.children.map(shape).join(', ')})`;
}

describe('how predicates are joined', () => {
  test.each([
    ['F: [1, 2]', 'any(F: 1, F: 2)'],
    ['F|contains|all: [a, b]', "all(F|contains: 'a', F|contains: 'b')"],
    ['F|neq: 1', 'none(F: 1)'],
    ['F|neq: [1, 2]', 'none(F: 1, F: 2)'],
    ['F|all|neq: [1, 2]', 'not all(F: 1, F: 2)'],
    ['F: 1\nG: 2', 'all(F: 1, G: 2)'],
    ['- F: 1\n- F: 2\n  G: 3', 'any(F: 1, all(F: 2, G: 3))'],
    ["'|all': [a, b]", "all('a', 'b')"],
  ])('%s', (written, expected) => {
    expect(shape(stages(planOf(ruleOf(written))).selections[0]!.body)).toBe(expected);
  });
});

describe('stages are in the order of first use', () => {
  const named = (detection: string) => {
    const { condition, selections } = stages(planOf(ruleOf(detection)));
    const mark = ({ selects, excludes }: { selects: boolean; excludes: boolean }) =>
      `${selects ? '+' : ''}${excludes ? '-' : ''}`;
    return [condition.text, ...selections.map((s) => `${s.number} ${s.name} ${mark(s)} ${s.uses.length}`)];
  };
  const body = 'a:\n  F: 1\nb:\n  F: 2\nc:\n  F: 3\n';
  test.each([
    ['b and (a)', ['b and a', '1 b + 1', '2 a + 1', 'null c  0']],
    ['c and not (b or not a)', ['c and not (b or not a)', '1 c + 1', '2 b - 1', '3 a + 1']],
    ['1 of them', ['1 of them', '1 a + 1', '2 b + 1', '3 c + 1']],
    ['c and not 1 of *', ['c and not 1 of *', '1 c +- 2', '2 a - 1', '3 b - 1']],
    ["['not b', 'a or b']", ['not b or (a or b)', '1 b +- 2', '2 a + 1', 'null c  0']],
  ])('%s', (condition, expected) => expect(named(`${body}condition: ${condition}`)).toEqual(expected));
});

test('ranges lead to the characters of each value', () => {
  const text = ruleOf("F|contains: ['a', b]\nG:");
  const { body } = stages(planOf(text)).selections[0]!;
  const found: string[] = [];
  const walk = (node: StageNode): void => {
    if (node.kind === 'predicate') found.push(text.slice(node.range.start, node.range.end));
    else node.children.forEach(walk);
  };
  walk(body);
  expect(found).toEqual(["'a'", 'b', 'G:']);
});

test('a filter is part of the condition; its own quantifier is spelled out', () => {
  const rule = `${ruleOf('s1:\n  F: 1\ns2:\n  F: 2\ncondition: 1 of s*')}name: one
---
title: Filter
logsource: {product: test}
filter:
  rules: [one]
  s3: {G: 1}
  s4: {G: 2}
  condition: not 1 of s*
`;
  const { plan, conditionText: expected } = compileCollection(rule).plans[0]!;
  // The rule's own `s*` now also covers the filter's, so both are spelled out.
  expect(conditionText(plan)).toBe('(s1 or s2) and not (s3 or s4)');
  expect(expected).toBe('1 of s* and not (s3 or s4)');
});

test('the canonical form parses to the same predicate', () => {
  let read = 0;
  fc.assert(
    fc.property(pair, ({ rule, placeholders }) => {
      for (const { body } of planOf(rule, placeholders).selections) {
        for (const item of itemsOf(body)) {
          for (const value of item.values) {
            const line = canonicalLine(item, value);
            const again = itemsOf(
              planOf(ruleOf(item.field === null ? `- ${line}` : line), placeholders).selections[0]!.body,
            )[0]!;
            const keys = (of: PlanItem['values'][number]) =>
              of.variants.map((v) => canonicalOf(v.predicate).key);
            expect(keys(again.values[0]!), line).toEqual(keys(value));
            expect(canonicalLine(again, again.values[0]!)).toBe(line);
            read++;
          }
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(read).toBeGreaterThan(500);
});

describeWithShared('every rule of the catalog', (shared) => {
  test('stage 0 is the condition that is evaluated; each selection is a stage', () => {
    let rules = 0;
    for (const { path, text } of catalog(shared)) {
      for (const { plan, conditionText: expected } of compileCollection(text).plans) {
        const { condition, selections } = stages(plan);
        expect(condition.text, path).toBe(expected);
        expect(selections.length, path).toBe(plan.selections.length);
        rules++;
      }
    }
    expect(rules).toBeGreaterThan(3900);
  });
});
