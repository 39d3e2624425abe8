import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../rule';
import { membersBody, membersRule } from '../testing/generate-members';
import { applyEdits, plain } from '../text';
import { blockChanges } from './block-changes';
import { HINT_STEPS } from './hint';
import { hint } from './hints';
import { type Lesson, workOf } from './lesson';
import { LESSON } from './testing';

/* Changes of a lesson's rule inside blocks about members. */

const ruleOf = (lines: string) =>
  `title: T\nsigma-version: 3\nlogsource:\n  product: own\ndetection:\n  sel:\n${lines.replace(/^/gm, '    ')}\n  condition: sel\n`;

const own = (...events: object[]) =>
  events.map((event) => JSON.stringify({ Image: 'a', ...event })).join('\n');

/** What the last step says to write for a rule over events, of which the first alone should match. */
function writes(lines: string, match: object, other: object): string {
  const lesson: Lesson = {
    ...LESSON,
    rule: ruleOf(lines),
    events: own(match, other),
    expected: ['match', 'no match'],
    held: [],
  };
  const last = hint(lesson, workOf(lesson, { rule: lesson.rule }), HINT_STEPS[2]);
  return last ? plain(last.says) : '';
}

describe('what to write', () => {
  test.each<[lines: string, match: object, other: object, says: string]>([
    ['c[any]:\n    a: y\n    b: z', { c: [{ a: 'xyz', b: 'z' }] }, { c: [{ a: 'x', b: 'z' }] }, '`contains`'],
    ['c[any].a: y', { c: [{ a: 'xy' }] }, { c: [{ a: 'yx' }] }, '`endswith`'],
    ['c[all]:\n    a: x', { c: [{ a: 'x' }, { a: 'y' }] }, { c: [{ a: 'y' }] }, '`[any]`'],
    ['c[any]:\n    a: x', { c: [{ a: 'x' }] }, { c: [{ a: 'x' }, { a: 'y' }] }, '`[all]`'],
    [
      'c[any]:\n    s:\n        a: x\n    t:\n        b: y\n    condition: s or t',
      { c: [{ a: 'x', b: 'y' }] },
      { c: [{ a: 'x', b: 'z' }] },
      '`and` instead of `or`',
    ],
    ["c[any]:\n    a|re: 'x'", { c: [{ a: 'xy' }] }, { c: [{ a: 'yx' }] }, 'begin with `^`'],
  ])('%s for %j and not for %j: %s', (lines, match, other, says) => {
    expect(writes(lines, match, other)).toContain(says);
  });
});

test('law: each change of a block gives a rule that compiles, with one quantifier or operator changed', () => {
  let tried = 0;
  fc.assert(
    fc.property(membersBody, (selection) => {
      const text = membersRule(selection);
      const changes = blockChanges(compile(text).plan!);
      expect(new Set(changes.map(({ edits }) => applyEdits(text, edits))).size).toBe(changes.length);
      for (const { edits } of changes) {
        tried++;
        expect(edits).toHaveLength(1);
        expect(compile(applyEdits(text, edits)).plan).not.toBeNull();
      }
    }),
    { numRuns: 100 },
  );
  expect(tried).toBeGreaterThan(50);
});
