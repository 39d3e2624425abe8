import { describe, expect, test } from 'vitest';
import { RULE } from '../limits';
import { compileCollection } from '../rule';
import { attackCoverage } from './attack-coverage';
import { withTagProblems } from './tag-problems';

const rule = (tags: string, more = 'detection: {s: {F: 1}, condition: s}') =>
  `title: A\ntags: [${tags}]\nlogsource: {product: test}\n${more}\n`;

/** `severity code «characters» fixes` */
const told = (text: string) =>
  withTagProblems(compileCollection(text)).map(({ severity, code, range, fixes = [] }) =>
    `${severity} ${code} «${text.slice(range.start, range.end)}» ${fixes.map((f) => f.edits[0]!.text).join(' ')}`.trim(),
  );

describe('problems of ATT&CK tags', () => {
  test.each<[tags: string, problems: string[]]>([
    ['attack.execution, attack.t1059.001', []],
    ['attack.t1086', ['info attack-revoked «attack.t1086» attack.t1059.001']],
    [
      'attack.defense-evasion',
      ['info attack-retired «attack.defense-evasion» attack.stealth attack.defense-impairment'],
    ],
    ['attack.t1064', ['info attack-deprecated «attack.t1064»']],
    [
      'attack.credential_access',
      ['info attack-spelling «attack.credential_access» attack.credential-access'],
    ],
    ['attack.t9999', ['info attack-unknown «attack.t9999»']],
    ['attack.t1059.099', ['info attack-unknown «attack.t1059.099» attack.t1059']],
    ['attack.nonsense', ['info attack-unknown «attack.nonsense»']],
  ])('%s', (tags, problems) => expect(told(rule(tags))).toEqual(problems));

  test('they are among the others, in the order of the text', () => {
    expect(told(rule('attack.t1064', 'detection: {s: {F|oops: 1}, condition: s}'))).toEqual([
      'info attack-deprecated «attack.t1064»',
      expect.stringMatching(/^error \S+ «oops»/),
    ]);
  });

  test('each document has its own, correlations too; tags lent by a global document are reported once', () => {
    const two = `${rule('attack.t1064')}---\n${rule('attack.t1086')}`;
    expect(told(two)).toHaveLength(2);
    const correlation = `name: one\n${rule('attack.execution')}---\ntitle: C\ntags: [attack.t1064]\ncorrelation: {type: event_count, rules: [one], group-by: [u], timespan: 1m, condition: {gte: 2}}\n`;
    expect(told(correlation)).toEqual(['info attack-deprecated «attack.t1064»']);
    const body = 'logsource: {product: test}\ndetection: {s: {F: 1}, condition: s}\n';
    const lent = `action: global\ntitle: A\ntags: [attack.t1064]\n---\n${body}---\n${body}`;
    expect(told(lent).filter((line) => line.includes('attack-'))).toHaveLength(1);
  });

  test('they are the same notes as on the rule’s page', () => {
    const { documents, ...rest } = compileCollection(rule('attack.t1086, attack.t9999'));
    const notes = attackCoverage(documents[0]!.meta.tags).notes;
    expect(withTagProblems({ documents, ...rest })).toEqual(notes);
    expect(notes).toHaveLength(2);
  });

  test('of very many, the first of each kind, and how many more there are', () => {
    const tags = Array.from({ length: 2 * RULE.problems.value }, (_, i) => `attack.t${8000 + i}`).join(', ');
    const problems = told(rule(`attack.t1086, ${tags}`));
    expect(problems).toHaveLength(RULE.problems.value + 1);
    expect(problems[0]).toContain('attack-revoked');
    expect(problems.at(-1)).toContain('problems-too-many');
  });
});
