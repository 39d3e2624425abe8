import { describe, expect, test } from 'vitest';
import type { SpecVersion } from '../../knowledge';
import { compileCollection } from '../../rule';
import { applyEdits, unmarked } from '../../text';
import { lint } from './lint';

const rule = (head: string, item: string) =>
  `title: T\n${head}logsource: {product: windows}\ndetection:\n    s:\n        ${item}\n    condition: s\n`;

/** What the first fix of a check makes of a field with its values; null without a fix. */
function fixed(id: string, item: string, head = 'sigma-version: 2.2\n'): string | null {
  const text = rule(head, item);
  const fix = lint(compileCollection(text)).find(({ code }) => code === id)?.fixes?.[0];
  if (!fix) return null;
  const changed = applyEdits(text, fix.edits);
  expect(compileCollection(changed).plans).toHaveLength(1);
  return changed.slice(rule(head, '').indexOf('s:\n') + 11, changed.indexOf('\n    condition'));
}

/** What moving on would change, with the fixes and the rule after each. */
function moved(head: string, item: string, spec: SpecVersion = '2.1.0') {
  const text = rule(head, item);
  const found = lint(compileCollection(text, { spec })).filter(({ code }) => code === 'spec-move');
  return found.map(({ range, message, fixes = [] }) => ({
    at: text.slice(range.start, range.end),
    said: unmarked(message),
    fixes: fixes.map(({ edits, changes }) => {
      const after = compileCollection(applyEdits(text, edits), { spec });
      expect(after.plans.map(({ rule: { spec: read } }) => read)).toEqual(['proposals']);
      return [
        applyEdits(text, edits).replace(/^title: T\n|logsource[\s\S]*s:\n +|\n +condition: s\n$/g, ''),
        changes,
      ];
    }),
  }));
}

describe('array selectors by a proposal, told where 2.1.0 reads a name', () => {
  test.each<[head: string, item: string, spec: SpecVersion, told: readonly string[]]>([
    ['', 'a[0]: x', '2.1.0', []],
    ['', 'a[0]: x', '2.2.0', []],
    ['', 'a[0]: x', 'proposals', ['a[0]']],
    ['', "'a.b[-1].c|contains': x", 'proposals', ["'a.b[-1].c|contains'"]],
    ['', 'A: a[0]', 'proposals', []],
    ['', 'a\\[0\\]: x', 'proposals', []],
    ['', 'a[0]b: x', 'proposals', []],
    ['sigma-version: 3\n', 'a[0]: x', 'proposals', []],
  ])('%s%s as %s', (head, item, spec, told) => {
    const text = rule(head, item);
    const found = lint(compileCollection(text, { spec })).filter(({ code }) => code === 'spec-draft');
    expect(found.map(({ range }) => text.slice(range.start, range.end))).toEqual(told);
  });
});

describe('what moving on would change', () => {
  const brackets = (names: string) =>
    `With proposals, the brackets of ${names} would be array selectors, not parts of a name.`;
  const OTHERS = 'finds other events';
  test.each<[what: string, head: string, item: string, spec: SpecVersion, told: ReturnType<typeof moved>]>([
    ['a rule of today', '', "'a[0]|all|contains': [x, null]", '2.1.0', []],
    ['with proposals already', 'sigma-version: 3\n', "'a\\[0\\]': x", '2.1.0', []],
    ['nothing to move', 'sigma-version: 2\n', 'A|contains: x', '2.1.0', []],
    [
      'to the draft',
      'sigma-version: 2.1\ntags: [attack.ds0017]\n',
      "A|all|re: ['a+?', '(?=b)c*+']",
      'proposals',
      [
        {
          at: '2.1',
          said: 'Read as the 2.2.0 draft, the rule would be told of 3 unsupported parts of expressions, all that is not last, 1 tag for data sources.',
          fixes: [],
        },
      ],
    ],
    [
      'null in a list',
      'sigma-version: 2\n',
      'A: [x, null]',
      '2.1.0',
      [{ at: '2', said: 'The 2.2.0 draft allows its null among several values.', fixes: [] }],
    ],
    [
      'brackets that are selectors',
      'sigma-version: 2.2\n',
      "'a[0].b[any]|contains': x",
      '2.1.0',
      [
        {
          at: '2.2',
          said: brackets('a[0].b[any]'),
          fixes: [
            ["sigma-version: 3\n'a[0].b[any]|contains': x", OTHERS],
            ["sigma-version: 3\n'a\\[0\\].b\\[any\\]|contains': x", undefined],
          ],
        },
      ],
    ],
    [
      'brackets that are none, in a rule that names no version',
      '',
      "'time [UTC]': x",
      '2.2.0',
      [
        {
          at: 'T',
          said: brackets('time [UTC]'),
          fixes: [["sigma-version: 3\n'time \\[UTC\\]': x", undefined]],
        },
      ],
    ],
    ['brackets within a step', '', "'a[0]b': x", '2.2.0', []],
  ])('%s', (_, head, item, spec, told) => expect(moved(head, item, spec)).toEqual(told));
});

describe('fixes for the 2.2.0 draft', () => {
  test.each<[id: string, item: string, after: string | null]>([
    ['all-last', 'A|all|contains: [x, y]', 'A|contains|all: [x, y]'],
    ['all-last', "'A|re|all|i': [x., y.]", "'A|re|i|all': [x., y.]"],
    ['regex-subset', "A|re: 'a[[:digit:]x]'", "A|re: 'a[0-9x]'"],
    ['regex-subset', "A|re: 'a[[:^digit:]x]'", null],
    ['regex-subset', "A|re: 'a+?'", null],
    ['regex-inline-flag', "A|re: '(?i)a.b'", "A|re|i: 'a.b'"],
    ['regex-inline-flag', `A|re|all: ['(?si)a.b', "(?is)c.d"]`, `A|re|i|s|all: ['a.b', "c.d"]`],
    ['regex-inline-flag', "A|re|i: ['(?i)a.b']", "A|re|i: ['a.b']"],
    ['regex-inline-flag', "A|re: ['(?i)a.b', 'c.d']", null],
    ['regex-inline-flag', "A|re: ['(?i)a.b', '(?s)c.d']", null],
  ])('%s: %s', (id, item, after) => expect(fixed(id, item)).toBe(after));
});
