import { describe, expect, test } from 'vitest';
import { compileCollection } from '../../rule';
import { applyEdits } from '../../text';
import { arrays, selecting, wholeExample } from './example';
import { lint } from './lint';

function whole(keys: string): string {
  return wholeExample({ id: '', severity: 'info', finds: '', why: '', bad: keys, good: keys }, 'good').text;
}

const found = (id: string, keys: string) => {
  const text = whole(keys);
  return lint(compileCollection(text))
    .filter(({ code }) => code === id)
    .map(({ range }) => text.slice(range.start, range.end));
};

/** Borderline cases: nothing, or what is found. */
describe('checks of array members', () => {
  test.each<[id: string, keys: string, characters: string[]]>([
    ['array-apart', arrays('c[any].a: x\nd[any].b: y'), []],
    ['array-apart', arrays('c[all].a: x\nc[all].b: y'), []],
    ['array-apart', arrays('c[none].a: x\nc[none].b: y'), []],
    ['array-apart', arrays('c[any]:\n    a: x\nc[any].b: y'), []],
    ['array-apart', arrays('t[any]|startswith: x\nt[any]|endswith: y'), []],
    ['array-apart', arrays('- c[any].a: x\n- c[any].b: y'), []],
    ['array-apart', arrays('c[any].a: x\nz: w\nc[any].b|contains: y'), ['c[any]']],
    ['array-apart', arrays('o[any]:\n    c[any].a: x\n    c[any].b: y'), ['c[any]']],
    ['array-apart', arrays('l[0].c[any].a: x\nl[0].c[any].b: y'), ['l[0].c[any]']],
    ['array-all-values', arrays('t[any]|contains|all: x'), []],
    ['array-all-values', arrays("c[any].t|contains|all:\n    - 'pro'\n    - 'web'"), []],
    ['array-all-values', arrays("t[any]|contains|all:\n    - 'pro'\n    - 'web'"), ['all']],
    ['array-empty-matches', arrays('c[all_or_empty].a: x\nz: w'), []],
    ['array-empty-matches', arrays('c[none].a: x'), ['[none]']],
    ['array-empty-matches', arrays('c[any].d[all_or_empty].a: x'), []],
    ['fieldref-brackets', arrays('a|fieldref: b'), []],
    ['fieldref-brackets', arrays('a|fieldref: b[c'), []],
    ['fieldref-brackets', selecting('a|fieldref: b[0]'), []],
    ['fieldref-brackets', arrays('a: b[0]'), []],
    ['fieldref-brackets', arrays('a[0]|fieldref: b'), []],
    ['fieldref-brackets', arrays('a|fieldref: b[0]'), ['b[0]']],
    ['fieldref-brackets', arrays('c[any]:\n    a|fieldref: b[-1].c'), ['b[-1].c']],
    ['fieldref-brackets', arrays("a|fieldref|startswith: 'b[any]'"), ["'b[any]'"]],
    ['fieldref-brackets', arrays('a|fieldref: b[each]'), ['b[each]']],
    ['fieldref-brackets', arrays('a|fieldref: b\\[0\\]'), ['b\\[0\\]']],
    ['array-version', selecting('c[0].a: x'), []],
    ['array-version', selecting('c\\[any\\]: x'), []],
    ['array-version', selecting('c[anything]: x'), []],
    ['array-version', selecting('c[any]:\n    a: x'), ['[any]']],
    ['array-version', selecting('t[all]|startswith: x'), ['[all]']],
    ['array-version', selecting('- t[none]: x'), ['[none]']],
    ['array-version', `sigma-version: 2\n${selecting('t[all]: x')}`, ['[all]']],
    ['array-version', arrays('t[all]: x'), []],
    [
      'selection-unused',
      arrays('c[any]:\n    one:\n        a: x\n    two:\n        b: y\n    condition: one'),
      ['two'],
    ],
    [
      'selection-unused',
      arrays('c[any]:\n    one:\n        a: x\n    two:\n        b: y\n    condition: 1 of them'),
      [],
    ],
    [
      'selection-unused',
      arrays(
        'c[any]:\n    one:\n        d[all]:\n            s:\n                a: x\n            t:\n                b: y\n            condition: not t\n    condition: one',
      ),
      ['s'],
    ],
    // What is known of fields of the log source says nothing of members; how values are written does.
    ['field-misspelled', arrays('c[any]:\n    ComandLine: x'), []],
    ['wildcard-doubled', arrays("c[any]:\n    a: 'x**y'"), ['**']],
  ])('%s: %s', (id, keys, characters) => {
    expect(found(id, keys)).toEqual(characters);
  });

  test.each<[code: string, lines: string, becomes: string]>([
    [
      'array-apart',
      "c[any].a: 'x'\nz: w\nc[any].b|cidr:\n    - '192.0.2.0/24'\n    - '198.51.100.0/24'",
      "c[any]:\n    a: 'x'\n    b|cidr:\n        - '192.0.2.0/24'\n        - '198.51.100.0/24'\nz: w",
    ],
    ['array-apart', "- c[any].a: 'x'\n  c[any].b: 'y'", "- c[any]:\n      a: 'x'\n      b: 'y'"],
    [
      'array-all-values',
      "t[all]|contains|all:\n    - 'pro'\n    - 'web'",
      "t|contains|all:\n    - 'pro'\n    - 'web'",
    ],
    ['array-empty-matches', "c[all_or_empty]:\n    a: 'x'", "c[all]:\n    a: 'x'"],
  ])('the fix of %s for %j', (code, lines, becomes) => {
    const text = whole(arrays(lines));
    const problem = lint(compileCollection(text)).find((one) => one.code === code)!;
    expect(applyEdits(text, problem.fixes![0]!.edits)).toBe(whole(arrays(becomes)));
  });

  test('the version is written above the log source, or in the place of another', () => {
    for (const [keys, written] of [
      [selecting('t[all]: x'), 'sigma-version: 3\ndetection:'],
      [`sigma-version: 2.1\n${selecting('t[all]: x')}`, 'sigma-version: 3\n'],
    ] as const) {
      const text = whole(keys);
      const problem = lint(compileCollection(text)).find((one) => one.code === 'array-version')!;
      const fixed = applyEdits(text, problem.fixes![0]!.edits);
      expect(fixed).toContain(written);
      expect(lint(compileCollection(fixed)).map(({ code }) => code)).not.toContain('array-version');
    }
  });
});
