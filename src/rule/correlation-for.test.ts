import { expect, test } from 'vitest';
import { catalog } from '../testing/corpus';
import { describeWithShared } from '../testing/shared';
import { applyEdits, plain } from '../text';
import { parseAggregation } from './aggregation';
import { compileCollection } from './compile/compile-collection';

const errors = (text: string) =>
  compileCollection(text).diagnostics.filter((d) => d.severity === 'error' && !d.lint);
const complaint = (text: string) => errors(text).find((d) => d.code === 'condition-aggregation');

test.each([
  ['| count() by x > 5', ['count', null, ['x'], 'gt', '5']],
  ['|count(f) by a, b <= 10', ['count', 'f', ['a', 'b'], 'lte', '10']],
  ['| sum(n) > 1.5', ['sum', 'n', [], 'gt', '1.5']],
  ['| avg(n) == 3', ['avg', 'n', [], 'eq', '3']],
])('%s', (text, expected) => {
  const read = parseAggregation(text);
  expect(
    read?.kind === 'aggregation' && [read.function, read.field, read.by, read.operator, read.value],
  ).toEqual(expected);
});

const rule = (condition: string, timeframe = '    timeframe: 10m\n') =>
  `title: Many things\nlogsource:\n    product: test\ndetection:\n    s:\n        F: a\n    t:\n        F: b\n${timeframe}    condition: ${condition} # why\nlevel: high\n`;

test('the complete fix', () => {
  const text = rule('s | count(User) by Host, Domain >= 5');
  expect(applyEdits(text, complaint(text)!.fixes![0]!.edits)).toBe(
    `name: many_things\n${rule('s', '')}---
title: Many things - correlation
correlation:
    type: value_count
    rules:
        - many_things
    group-by:
        - Host
        - Domain
    timespan: 10m
    condition:
        field: User
        gte: 5
level: high
`,
  );
});

test.each([
  ['s | count() > 5', 'event_count'],
  ["'s | sum(n) by x > 5'", 'value_sum'],
  ['"s | avg(n) by x > 5"', 'value_avg'],
  ['>-\n        s\n        | count() > 5', 'event_count'],
  ['(s or t) | near t', 'temporal'],
])('the fix of %s compiles', (condition, type) => {
  const text = rule(condition).replace(/ # why/, condition.startsWith('>') ? '' : ' # why');
  const fixed = applyEdits(text, complaint(text)!.fixes![0]!.edits);
  expect(errors(fixed)).toEqual([]);
  expect(compileCollection(fixed).correlations.map((c) => c.correlation.type.value)).toEqual([type]);
});

test('in one line', () => {
  const text =
    '{title: X, logsource: {product: x}, detection: {s: {a: 1}, timeframe: 5m, condition: s | count() > 2}}';
  expect(errors(applyEdits(text, complaint(text)!.fixes![0]!.edits))).toEqual([]);
});

test.each([
  ['s | max(n) by x > 5', '`max` has no equivalent'],
  ['s | near t and not s', '`not` after `near` has no equivalent'],
  ['s | frobnicate', 'cannot be read'],
])('%s has no equivalent, and the message says so', (condition, message) => {
  const found = complaint(rule(condition))!;
  expect(found.fixes).toBeUndefined();
  expect(plain(found.message)).toContain(message);
});

describeWithShared('every aggregation of the SigmaHQ rules', (dir) => {
  const files = catalog(dir).filter(
    ({ text }) => /\|\s*(?:count|sum|avg|min|max|near)\b/.test(text) && complaint(text),
  );
  test('has a fix that compiles', () => {
    const without = files.filter(({ text }) => !complaint(text)!.fixes).map(({ path }) => path);
    const failing = files.flatMap(({ path, text }) => {
      const fix = complaint(text)!.fixes?.[0];
      if (!fix) return [];
      const fixed = applyEdits(text, fix.edits);
      const { correlations } = compileCollection(fixed);
      return errors(fixed).length > 0 || correlations.length !== 1
        ? [`${path}: ${errors(fixed).map((d) => `${d.code} ${plain(d.message)}`)}`]
        : [];
    });
    expect(files.length).toBe(55);
    expect(failing).toEqual([]);
    expect(without).toEqual(['unsupported/windows/image_load_mimikatz_inmemory_detection.yml']);
  });
});
