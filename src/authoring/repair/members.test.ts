import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { explain } from '../../match';
import { planOf, ruleOf } from '../../testing/oracle/check';
import { applyEdits, plain } from '../../text';
import { repairs } from './repair';

/** The titles of what is offered for the first event, each with the detection that it makes. */
function offered(detection: string, ...events: object[]): Record<string, string> {
  const rule = `sigma-version: 3\n${ruleOf(detection)}`;
  const plan = planOf(rule);
  const { slices } = readEvents(events.map((event) => JSON.stringify(event)).join('\n'));
  const found = repairs(plan, explain(plan, slices[0]!.event!), slices);
  return Object.fromEntries(
    found.map(({ title, edits }) => [plain(title), applyEdits(rule, edits).split('detection:\n')[1]!]),
  );
}

const BLOCK = 's:\n  c[any]:\n    a: x\n    b|contains:\n      - yes\n      - no\ncondition: s';

test.each<[detection: string, event: object, title: string, has: string]>([
  [
    BLOCK,
    {
      c: [
        { a: 'x', b: 'm' },
        { a: 'z', b: 'yes' },
      ],
    },
    'Let each line be about any member of `c`, not all about the same one',
    'c[any].a: x\n    c[any].b|contains:\n      - yes\n      - no\n',
  ],
  [
    's:\n  c[all]:\n    a: x\ncondition: s',
    { c: [{ a: 'x' }, { a: 'w' }] },
    'Let one member of `c` be enough',
    'c[any]:',
  ],
  [
    's:\n  z: w\n  c[all]:\n    a: x\ncondition: s',
    { z: 'w', c: [] },
    'Let an event without members of `c` match too',
    'c[all_or_empty]:',
  ],
  ['s:\n  t[1]: x\ncondition: s', { t: ['x'] }, 'Look at any member of `t`', 't[any]: x'],
  [
    's:\n  args[0]: x\ncondition: s',
    { 'args[0]': 'x' },
    'Change the field to `args\\[0\\]`',
    's:\n    args\\[0\\]: x\n',
  ],
  [
    's:\n  c[any].a: Xyz\ncondition: s',
    { c: [{ a: 'has Xyz in it' }] },
    'Look for the value anywhere (`contains`)',
    'c[any].a|contains: Xyz',
  ],
])('%s for %j: %s', (detection, event, title, has) => {
  const found = offered(detection, event, { other: 1 });
  expect(Object.keys(found)).toContain(title);
  expect(found[title]).toContain(has);
});
