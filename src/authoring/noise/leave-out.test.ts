import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { evaluate } from '../../match';
import { compile } from '../../rule';
import { applyEdits, unmarked } from '../../text';
import { leaveOut, type Unwanted } from './leave-out';

const rule = (detection: string) => `title: A rule\nlogsource:\n  product: test\ndetection:\n${detection}`;
const IMAGE: Unwanted = { field: 'Image', value: 'C:\\Tools\\a*.exe' };

function changed(text: string, unwanted: readonly Unwanted[]): string {
  const plan = compile(text).plan!;
  const found = leaveOut(plan, unwanted);
  return 'refused' in found ? unmarked(found.refused) : applyEdits(text, found.edits);
}

test.each<[what: string, detection: string, unwanted: readonly Unwanted[], after: string]>([
  [
    'a filter beside the selections, with the rule’s own indentation',
    '  s:\n    a: b # c\n  condition: s\n',
    [IMAGE],
    "  s:\n    a: b # c\n  filter_known:\n    Image: 'C:\\Tools\\a\\*.exe'\n  condition: s and not filter_known\n",
  ],
  [
    'or has parentheses, several values are a list, several fields stand together',
    '  s:\n      a: b\n  t: {a: c}\n  condition: s or t\n',
    [IMAGE, { field: 'User', value: 'x' }, { field: 'User', value: 3 }],
    "  s:\n      a: b\n  t: {a: c}\n  filter_known:\n      Image: 'C:\\Tools\\a\\*.exe'\n      User:\n          - 'x'\n          - 3\n  condition: (s or t) and not filter_known\n",
  ],
  [
    'a pattern that excludes already takes it in',
    '  s:\n    a: b\n  filter_main_x:\n    a: c\n  filter_optional_known:\n    a: d\n  condition: s and not 1 of filter_main_* and not 1 of filter_optional_*\n',
    [{ field: 'User', value: 'x' }],
    "  s:\n    a: b\n  filter_main_x:\n    a: c\n  filter_optional_known:\n    a: d\n  filter_optional_known_2:\n    User: 'x'\n  condition: s and not 1 of filter_main_* and not 1 of filter_optional_*\n",
  ],
  [
    'them does not take it in',
    '  s:\n    a: b\n  condition: 1 of them\n',
    [{ field: 'User', value: 'x' }],
    "  s:\n    a: b\n  _filter_known:\n    User: 'x'\n  condition: 1 of them and not _filter_known\n",
  ],
  [
    'each of several conditions, in quotes and without',
    "  s:\n    a: b\n  condition:\n    - 's'\n    - s or s # c\n",
    [{ field: 'User', value: 'x' }],
    "  s:\n    a: b\n  filter_known:\n    User: 'x'\n  condition:\n    - 's and not filter_known'\n    - (s or s) and not filter_known # c\n",
  ],
  [
    'a condition before the selections, a text of several lines, no line break at the end',
    '  condition: |\n    s\n  s:\n    a: |-\n      b',
    [{ field: 'User', value: 'x' }],
    "  condition: |\n    s and not filter_known\n  s:\n    a: |-\n      b\n  filter_known:\n    User: 'x'",
  ],
  [
    'line breaks as in the rule',
    '  s:\r\n    a: b\r\n  condition: s\r\n',
    [{ field: 'User', value: 'x' }],
    "  s:\r\n    a: b\r\n  filter_known:\r\n    User: 'x'\r\n  condition: s and not filter_known\r\n",
  ],
  [
    'keywords in a list',
    '  s:\n    - one\n    - two\n  condition: s\n',
    [{ field: 'User', value: "it's" }],
    "  s:\n    - one\n    - two\n  filter_known:\n    User: 'it''s'\n  condition: s and not filter_known\n",
  ],
])('%s', (_, detection, unwanted, after) => {
  const text = rule(detection);
  expect(changed(text, unwanted)).toBe(rule(after));
  const { plan, diagnostics } = compile(changed(text, unwanted));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const event = Object.fromEntries(unwanted.map(({ field, value }) => [field, value]));
  const seen = (more: object) =>
    evaluate(plan!, readEvents(JSON.stringify({ a: 'b', message: 'one', ...more })).slices[0]!.event!);
  expect(seen({})).toBe(true);
  expect(seen(event)).toBe(false);
});

test.each<[detection: string, unwanted: readonly Unwanted[], refused: RegExp]>([
  ['  s:\n    a: b\n  condition: s\n', [], /Choose the values/],
  ['  {s: {a: b}, condition: s}\n', [IMAGE], /in braces/],
  ['  s:\n    a: b\n  condition: s\n', [{ field: 'a|b', value: 'x' }], /cannot ask for a field/],
])('%j is refused', (detection, unwanted, refused) => {
  expect(changed(rule(detection), unwanted)).toMatch(refused);
});
