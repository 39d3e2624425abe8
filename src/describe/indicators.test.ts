import { describe, expect, test } from 'vitest';
import { certificateExport } from '../../app/examples/windows/certificate-export';
import { expectLinear } from '../testing/growth';
import { planOf, ruleOf } from '../testing/oracle/check';
import { type Indicator, indicators, indicatorsCsv } from './indicators';

const PLACEHOLDERS = { p: ['root', 'adm*'] };
const of = (detection: string) => indicators(planOf(ruleOf(detection), PLACEHOLDERS));

test('the example of a certificate export', () => {
  const { rule } = certificateExport;
  const found = indicators(planOf(rule));
  expect(
    found.map(({ ranges, ...row }) => ({ ...row, at: ranges.map((r) => rule.slice(r.start, r.end)) })),
  ).toEqual([
    {
      field: 'CommandLine',
      kind: 'contains',
      how: [],
      value: 'Export-PfxCertificate ',
      negated: false,
      at: ["'Export-PfxCertificate '"],
      key: 'CommandLine|contains|export-pfxcertificate ',
    },
    {
      field: 'CommandLine',
      kind: 'contains',
      how: [],
      value: 'Export-Certificate ',
      negated: false,
      at: ["'Export-Certificate '"],
      key: 'CommandLine|contains|export-certificate ',
    },
    {
      field: 'ParentImage',
      kind: 'ends with',
      how: [],
      value: '\\CcmExec.exe',
      negated: true,
      at: ["'\\CcmExec.exe'"],
      key: 'ParentImage|ends with|\\ccmexec.exe',
    },
  ]);
  expect(indicatorsCsv(found, [2, null, 1])).toBe(
    'field,operator,value,excludes,other rules\r\n' +
      'CommandLine,contains,Export-PfxCertificate ,no,2\r\n' +
      'CommandLine,contains,Export-Certificate ,no,\r\n' +
      'ParentImage,ends with,\\CcmExec.exe,yes,1\r\n',
  );
});

describe('kind, further modifiers, value and key', () => {
  test.each([
    ['F: Ab', 'match', '', 'Ab', 'F|match|ab'],
    ["F: '*Ab*'", 'contains', '', '*Ab*', 'F|contains|ab'],
    ["F|contains: 'a*B'", 'contains', '', 'a*B', 'F|contains|a*b'],
    ['F|startswith: Ab', 'starts with', '', 'Ab', 'F|starts with|ab'],
    ['F|endswith: Ab', 'ends with', '', 'Ab', 'F|ends with|ab'],
    ['F|contains|cased: Ab', 'contains', 'cased', 'Ab', 'F|contains cased|Ab'],
    ["F|contains|windash: ' /C'", 'contains', 'windash', ' /C', 'F|contains windash| -c'],
    ["F|contains|windash: 'a'", 'contains', 'windash', 'a', 'F|contains|a'],
    ['F: 4688', 'match', '', '4688', 'F|match|4688'],
    ["F: '4688'", 'match', '', '4688', 'F|match|4688'],
    ['F: 0x10', 'match', '', '0x10', 'F|match|16'],
    ['F: 9007199254740993', 'match', '', '9007199254740993', 'F|match|9007199254740993'],
    ['F: True', 'match', '', 'True', 'F|match|true'],
    ['F: null', 'null', '', 'null', 'F|null|'],
    ['F:', 'null', '', 'null', 'F|null|'],
    ["F: ''", 'match', '', '', 'F|match|'],
    ["F|re|i: '\\S'", 'regex', 'i', '\\S', 'F|regex i|\\S'],
    ["F|cidr: '10.0.0.1/8'", 'network', '', '10.0.0.1/8', 'F|network|10.0.0.0/8'],
    ['F|gte: 5', 'compare', 'gte', '5', 'F|compare gte|5'],
    ['F|hour|lt: 5', 'compare', 'hour lt', '5', 'F|compare hour lt|5'],
    ['F|hour: 5', 'time', 'hour', '5', 'F|time hour|5'],
    ['F|fieldref|contains: G', 'field', 'contains', 'G', 'F|field contains|G'],
    ['F|exists: true', 'exists', '', 'true', 'F|exists|true'],
    ['F|base64: Ab', 'match', 'base64', 'Ab', 'F|match|qwi='],
    [
      'F|base64offset|contains: http',
      'contains',
      'base64offset',
      'http',
      'F|contains|ahr0c\0contains|h0dh\0contains|odhrw',
    ],
    ["F|expand: '%p%'", 'match', 'expand', '%p%', 'F|match|root\0starts with|adm'],
    ['- Foo', 'contains', '', 'Foo', '|contains|foo'],
  ])('%s', (written, kind, how, value, key) => {
    const rows = of(written);
    expect(rows.length).toBe(1);
    const row = rows[0]!;
    expect([row.kind, row.how.join(' '), row.value, row.key]).toEqual([kind, how, value, key]);
  });
});

describe('indicators that only exclude', () => {
  const body = 'a:\n  F: x\n  G|neq: y\nb:\n  H: z\n';
  test.each([
    // the condition, then the values that select, and those that only exclude
    ['a and b', 'x z', 'y'],
    ['a and not b', 'x', 'y z'],
    ['not a', 'y', 'x'],
    ['not (not a or b)', 'x', 'y z'],
    ['b or not b', 'z', ''],
    ['a or not 1 of them', 'x y', 'z'],
  ])('%s', (condition, selects, excludes) => {
    const rows = of(`${body}condition: ${condition}`);
    const values = (negated: boolean) =>
      rows
        .filter((row) => row.negated === negated)
        .map((row) => row.value)
        .join(' ');
    expect([values(false), values(true)]).toEqual([selects, excludes]);
  });
});

test('a duplicate indicator is one row with both ranges; it excludes only if both do', () => {
  const text = ruleOf("a:\n  F: '*x*'\nb:\n  F|contains: X\ncondition: a and not b");
  const rows = indicators(planOf(text));
  expect(
    rows.map(({ value, negated, ranges }) => [value, negated, ranges.map((r) => text.slice(r.start, r.end))]),
  ).toEqual([['*x*', false, ["'*x*'", 'X']]]);
});

test('a value with very many occurrences costs no more than its share', () => {
  const often = (size: number) => planOf(ruleOf(`F:\n${'  - x\n'.repeat(size)}`));
  expectLinear(6000, often, (plan) => expect(indicators(plan)[0]!.ranges.length).toBe(plan.values.length));
});

describe('CSV', () => {
  const row: Indicator = {
    field: 'F',
    kind: 'match',
    how: [],
    value: '',
    negated: false,
    ranges: [],
    key: '',
  };
  test.each([
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['a\r\nb', '"a\r\nb"'],
    [' a ', ' a '],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['=1,2', '"\'=1,2"'],
    ['-enc', "'-enc"],
    ['+1', "'+1"],
    ['@x', "'@x"],
    ['\t=1', '"\'\t\'=1"'],
    ['a\t=1', '"a\t\'=1"'],
    ['a\r\n=1', '"a\r\n\'=1"'],
    ['a\n\uff1d1', '"a\n\'\uff1d1"'],
    ['a\tb=1', '"a\tb=1"'],
    ['a;=1', '"a;\'=1"'],
    ['a; -b', '"a;\' -b"'],
    [' =1', "' =1"],
    ['\0=1', "'\0=1"],
    ['\u00a0+1', "'\u00a0+1"],
    ['\u200b-1', "'\u200b-1"],
    ['\ufeff@x', "'\ufeff@x"],
    ['\u2003\u2060\x1f =1', "'\u2003\u2060\x1f =1"],
    ['a\t\u00a0=1', '"a\t\'\u00a0=1"'],
    ['\ufe66=1', "'\ufe66=1"],
    [' a =1', ' a =1'],
    ['\u200bx', '\u200bx'],
    ['a\t"=1"', '"a\t\'""=1"""'],
    ['"=1', '"\'""=1"'],
    ['a -enc =b', 'a -enc =b'],
    ['\uff1d1', "'\uff1d1"],
    ['', ''],
  ])('%j', (value, expected) => {
    expect(indicatorsCsv([{ ...row, value }])).toBe(
      `field,operator,value,excludes\r\nF,match,${expected},no\r\n`,
    );
  });
  test.each(['\t', ' ', ';"', '\u200b'])('is made in linear time of many %j', (one) => {
    const cell = (n: number) => [{ ...row, value: `${one.repeat(n)}x` }];
    expectLinear(20_000, cell, (rows) => indicatorsCsv(rows));
  });
  test('fields are guarded too; a keyword has none', () => {
    const csv = indicatorsCsv([
      { ...row, field: '=F' },
      { ...row, field: null, kind: 'contains', how: ['cased'] },
    ]);
    expect(csv.split('\r\n').slice(1)).toEqual(["'=F,match,,no", ',contains cased,,no', '']);
  });
});
