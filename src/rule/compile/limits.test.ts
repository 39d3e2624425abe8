import { expect, test } from 'vitest';
import { compileCollection } from './compile-collection';

/* Small texts that stand for a lot: each ends in a diagnostic that says so, instead of filling the memory. */

const times = (count: number, one: (i: number) => string, separator = '') =>
  Array.from({ length: count }, (_, i) => one(i)).join(separator);
const around = (body: string, condition = 's') =>
  `detection:\n  s:\n    ${body}\n  condition: ${condition}\n`;
const selections = (count: number) => `detection:\n${times(count, (i) => `  s${i}: {F: a}\n`)}`;
const rules = (count: number) =>
  times(count, (i) => `---\ntitle: r${i}\nname: r${i}\nlogsource: {product: t}\n${around('F: a')}`);

test.each([
  ['a text of more than two million characters', 'a'.repeat(2_000_001), 'rule-too-long'],
  ['more than ten thousand documents', times(10_001, () => '---\na: 1\n'), 'collection-too-long'],
  ['a hundred and one aliases', `x: &x a\ny: [${times(101, () => '*x', ', ')}]\n`, 'yaml-aliases'],
  [
    'aliases of aliases in selections',
    `detection:\n  a0: &a0 [{F: 1}, {G: 1}]\n${times(49, (i) => `  a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`)}  condition: 1 of them\n`,
    'yaml-aliases',
  ],
  [
    'aliases of aliases in values',
    `x: &a0 [a, b]\n${times(49, (i) => `x${i}: &a${i + 1} [*a${i}, *a${i}]\n`)}${around('F: *a49')}`,
    'yaml-aliases',
  ],
  ['maps 65 deep', `${'{a: '.repeat(65)}1${'}'.repeat(65)}`, 'yaml-syntax'],
  [
    'a selection 34 deep',
    around('F: a').replace('F: a', `${'['.repeat(34)}{F: 1}${']'.repeat(34)}`),
    'selection-depth',
  ],
  [
    '34 quantifiers in one field',
    `sigma-version: 3\n${around(`F${'[any]'.repeat(34)}: 1`)}`,
    'selection-depth',
  ],
  [
    '9,000 quantifiers in one field',
    `sigma-version: 3\n${around(`F${'.a[any]'.repeat(9000)}: 1`)}`,
    'selection-depth',
  ],
  ['201 times not', around('F: a', `${'not '.repeat(201)}s`), 'condition-depth'],
  [
    'quantifiers over many selections',
    `${selections(2000)}  condition: ${times(2000, () => '1 of them', ' and ')}\n`,
    'condition-too-long',
  ],
  [
    'many unknown names beside many selections',
    `${selections(20_000)}  condition: ${times(20_000, (i) => `unknown${i}`, ' or ')}\n`,
    'condition-unknown-selection',
  ],
  [
    'an expression of more than ten thousand characters',
    around(`F|re: '${'a'.repeat(10_001)}'`),
    'regex-syntax',
  ],
  ['more than a thousand combinations', around(`F|expand: '${'%p%'.repeat(10)}'`), 'expand-too-many'],
  [
    'global keys for many documents',
    `action: global\n${times(10_000, (i) => `k${i}: 1\n`)}${times(9000, () => '---\ntitle: t\n')}`,
    'collection-too-long',
  ],
  [
    'thirty thousand wrong modifiers',
    `detection:\n  s:\n${times(30_000, (i) => `    F${i}|contians: a\n`)}  condition: s\n`,
    'problems-too-many',
  ],
  [
    'many filters for many rules',
    `${times(1500, (i) => `---\ntitle: f${i}\nlogsource: {product: t}\nfilter: {rules: any, selection: {A: b}, condition: not selection}\n`)}${rules(500)}`,
    'filter-too-many',
  ],
  [
    'many wrong references beside many names',
    `title: x\ncorrelation: {type: temporal, rules: [${times(20_000, (i) => `q${i}`, ', ')}], timespan: 1h}\n${rules(3000)}`,
    'correlation-reference',
  ],
])('%s', (_, text, code) => {
  const { diagnostics } = compileCollection(text, { placeholders: { p: ['a', 'b'] } });
  expect([...new Set(diagnostics.map((d) => d.code))]).toContain(code);
  for (const { range } of diagnostics) {
    if (range.start < 0 || range.end < range.start || range.end > text.length)
      throw new Error(`a range outside the text: ${JSON.stringify(range)}`);
  }
});
