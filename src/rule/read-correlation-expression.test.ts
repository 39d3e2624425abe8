import { describe, expect, test } from 'vitest';
import type { SpecVersion } from '../knowledge';
import { applyEdits, plain } from '../text';
import { compileCollection } from './compile/compile-collection';
import { printCondition } from './condition/print';

/* Conditions of temporal correlations as expressions over rules. */

const ID = '5638f7c0-ac70-491d-8465-2a65075e0d86';
const NAMES = ['a', 'b', 'first_one', 'Failed login', 'login', ID, 'x-y.z', 'and'];
const RULES = NAMES.map(
  (name) =>
    `---\ntitle: T\n${name === ID ? 'id' : 'name'}: '${name}'\ndetection: {s: {F: 1}, condition: s}\n`,
).join('');

function read(condition: string, rules: readonly string[], spec: SpecVersion = '2.2.0', type = 'temporal') {
  const text = `title: X\ncorrelation:\n  type: ${type}\n  rules: [${rules.map((r) => `'${r}'`).join(', ')}]\n  group-by: []\n  timespan: 1m\n  condition: ${condition}\n${RULES}`;
  return { text, collection: compileCollection(text, { spec }) };
}

/** The expression with the characters of its names, and its alternatives as `0 1 !2`. */
function shown(condition: string, rules: readonly string[]) {
  const { collection } = read(condition, rules);
  const expression = collection.correlations[0]?.correlation.expression;
  if (!expression) return collection.diagnostics.map(({ message }) => plain(message)).join(' ');
  const ways = expression.alternatives.map(({ occur, absent }) =>
    [...occur, ...absent.map((i) => `!${i}`)].join(' '),
  );
  return `${printCondition(expression.tree)} | ${ways.join(', ')}`;
}

describe('a condition', () => {
  test.each<[condition: string, rules: string[], shown: string]>([
    ['a', ['a'], 'a | 0'],
    ['a and not b', ['a', 'b'], 'a and not b | 0 !1'],
    ['a AND NOT b Or login', ['a', 'b', 'login'], 'a and not b or login | 2, 0 !1'],
    ['not (not a or not b)', ['a', 'b'], 'not (not a or not b) | 0 1'],
    [
      '(a or b) and (login or x-y.z)',
      ['a', 'b', 'login', 'x-y.z'],
      '(a or b) and (login or x-y.z) | 0 2, 0 3, 1 2, 1 3',
    ],
    ['a or a and b', ['a', 'b'], 'a or a and b | 0'],
    ['a or b and not b', ['a', 'b'], 'a or b and not b | 0'],
    // ids are compared without case, names as written
    [`${ID.toUpperCase()} and a`, [ID, 'a'], `${ID} and a | 0 1`],
    // of names with blanks the longest is meant, whole words only
    ['Failed login and not login', ['Failed login', 'login'], 'Failed login and not login | 0 !1'],
    ["'Failed login'", ['login', 'Failed login'], 'Failed login | 1'],
    ['>-\n    a\n    and not b', ['a', 'b'], 'a and not b | 0 !1'],
  ])('%s over %j', (condition, rules, expected) => expect(shown(condition, rules)).toBe(expected));

  test('keeps the characters of each name', () => {
    const { text, collection } = read('"a and\\x20not Failed login"', ['a', 'Failed login']);
    const tree = collection.correlations[0]!.correlation.expression!.tree;
    const parts = tree.kind === 'and' ? tree.operands : [];
    const not = parts[1]!;
    const ranges = [parts[0]!.range, not.range, not.kind === 'not' ? not.operand.range : tree.range];
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual([
      'a',
      'not Failed login',
      'Failed login',
    ]);
  });
});

/** Problems as `code «characters» message [fix → characters]`. */
function problems(condition: string, rules: readonly string[], spec?: SpecVersion, type?: string) {
  const { text, collection } = read(condition, rules, spec, type);
  return collection.diagnostics
    .filter(({ code }) => /correlation-(?:condition|expression|rule-unused)|condition-/.test(code))
    .map(({ code, range, message, fixes }) => {
      const fix = fixes?.map(({ edits }) => ` [${edits.map((e) => e.text).join('')}]`).join('') ?? '';
      return `${code} «${text.slice(range.start, range.end)}» ${plain(message)}${fix}`;
    });
}

const AB = ['a', 'b'];
describe('a problem', () => {
  test.each<[condition: string, rules: string[], problems: string[]]>([
    [
      'a and not b',
      ['a', 'b', 'and'],
      [
        "correlation-expression «'and'» A condition cannot name `and`, because that word joins rules there. Refer to the rule by its id, or give it another name.",
      ],
    ],
    ['a and bb', ['a', 'b'], ['correlation-expression «bb» `rules` has no `bb`. Did you mean `b`? [b]']],
    [
      'a and elsewhere',
      AB,
      ['correlation-expression «elsewhere» `rules` has no `elsewhere`. The condition may name `a`, `b`.'],
    ],
    [
      'q1 or q2',
      ['login'],
      [
        'correlation-expression «q1» `rules` has no `q1`. The condition may name `login`.',
        'correlation-expression «q2» `rules` has no `q2`. The condition may name `login`.',
      ],
    ],
    [
      'a',
      AB,
      [
        "correlation-rule-unused «'b'» The condition does not name `b`, so its events do not count. Name it in the condition, or remove it here.",
      ],
    ],
    [
      'not a and not b',
      AB,
      [
        'correlation-expression «not a and not b» `not a and not b` is true without any event, so there is nothing to alert on. Join it by `and` with a rule that has to occur.',
      ],
    ],
    [
      'a or not b',
      AB,
      [
        'correlation-expression «not b» `not b` is true without any event, so there is nothing to alert on. Join it by `and` with a rule that has to occur.',
      ],
    ],
    [
      'a and b and not a',
      AB,
      [
        'correlation-expression «a and b and not a» The condition can never be true: in each of its alternatives a rule has to occur, and not to occur.',
      ],
    ],
    [
      'all of them',
      AB,
      [
        'correlation-expression «all of them» A condition over rules has no `all of`. Name the rules, joined by `and`. [(a and b)]',
      ],
    ],
    [
      '1 of a*',
      AB,
      [
        'correlation-expression «1 of a*» A condition over rules has no `1 of`. Name the rules, joined by `or`.',
      ],
    ],
    ['a and', AB, ['condition-syntax «and» A rule is missing at the end. Write its name.']],
    ['a b', AB, ['condition-syntax «b» `and` or `or` is missing before `b`.']],
    ["''", AB, ["condition-empty «''» The condition is empty. Write the name of a rule."]],
    ['[a]', AB, ["correlation-condition «[a]» A correlation's `condition` is a map such as `gte: 10`."]],
  ])('%s over %j', (condition, rules, expected) => expect(problems(condition, rules)).toEqual(expected));

  test('of types that count', () => {
    expect(problems('a and b', AB, '2.2.0', 'event_count')).toEqual([
      'correlation-condition «a and b» The condition of `event_count` is a map such as `gte: 10`. Only `temporal` and `temporal_ordered` can have one in words, in the draft of 2.2.0.',
    ]);
  });
});

describe('under 2.1.0', () => {
  const fixed = (text: string) => {
    const { diagnostics } = compileCollection(text);
    const fix = diagnostics.find(({ code }) => code === 'correlation-condition')?.fixes?.[0];
    return fix ? applyEdits(text, fix.edits) : null;
  };

  test.each<[string, (text: string) => string, string | null]>([
    ['a line is added', (t) => t, 'title: X\nsigma-version: 2.2\ncorrelation:'],
    ['a version is changed', (t) => `sigma-version: 2.1\n${t}`, 'sigma-version: 2.2\ntitle: X\ncorrelation:'],
    ['not where it cannot be read', (t) => t.replace('not b', 'not c'), null],
  ])('the fix chooses the draft: %s', (_, change, begin) => {
    const text = change(read('a and not b', AB, '2.1.0').text);
    const found = fixed(text);
    expect(found?.slice(0, begin?.length ?? 0) ?? null).toBe(begin);
    if (found) expect(compileCollection(found).correlations).toHaveLength(1);
  });

  test('a flow map gets a key', () => {
    const text = `{title: X, correlation: {type: temporal, rules: [a, b], group-by: [], timespan: 1m, condition: a and b}}\n${RULES}`;
    expect(fixed(text)?.startsWith('{title: X, sigma-version: 2.2, correlation:')).toBe(true);
    expect(compileCollection(fixed(text)!).correlations).toHaveLength(1);
  });
});
