import { expect, test } from 'vitest';
import type { RedactAsk, Redaction } from './redact';
import { redactTogetherSteps } from './redact';

function together(...asks: readonly RedactAsk[]): Redaction[] {
  const steps = redactTogetherSteps(asks);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const rule = (detection: string) =>
  `title: T\nlogsource: {product: test}\ndetection:\n  s: {${detection}}\n  condition: s\n`;
const work = (detection: string, ...events: object[]): RedactAsk => ({
  rule: rule(detection),
  events: events.map((event) => JSON.stringify(event)).join('\n'),
  ignoreLogsource: true,
});
const event = (user: string, more = {}) => ({ User: user, k: 'v', ...more });

test.each<[string, readonly RedactAsk[], readonly string[][]]>([
  [
    'the same name is the same everywhere, whatever comes first',
    [work('k: v', event('mira'), event('otto')), work('k: v', event('otto'), event('mira'))],
    [
      ['user1', 'user2'],
      ['user2', 'user1'],
    ],
  ],
  [
    'what a later rule depends on is kept in all',
    [work('k: v', event('mira'), event('otto')), work('User: mira', event('mira'))],
    [['mira', 'user2'], ['mira']],
  ],
  [
    'what an earlier rule depends on is kept in all',
    [work('User: mira', event('mira')), work('k: v', event('otto'), event('mira'))],
    [['mira'], ['user2', 'mira']],
  ],
  [
    'a made-up name keeps away from what another text has',
    [work('k: v', event('mira')), work('k: v', { User: 'otto', note: 'user1 was here' })],
    [['user2'], ['user3']],
  ],
])('%s', (_, asks, users) => {
  const made = together(...asks);
  expect(made.map(({ text }) => text.split('\n').map((line) => JSON.parse(line).User))).toEqual(users);
});

test('each text has its own table and its own count', () => {
  const [one, other] = together(
    work('k: v', event('mira'), event('mira')),
    work('User: otto', event('otto')),
  );
  expect(one!.replaced.map(({ original, places, state }) => [original, places, state])).toEqual([
    ['mira', 2, 'replaced'],
  ]);
  expect(other!.replaced.map(({ original, state }) => [original, state])).toEqual([['otto', 'decides']]);
  expect([one!.checked, other!.checked]).toEqual([
    { rules: 1, events: 2, verdicts: 2 },
    { rules: 1, events: 1, verdicts: 1 },
  ]);
});

test('a name that is replaced in one text is named where another rule has it', () => {
  const [, other] = together(work('k: v', event('mira')), {
    ...work('k: v', event('otto')),
    rule: rule('k: v').replace('title: T', 'title: What mira did'),
  });
  expect(other!.left).toContainEqual({ kind: 'user', original: 'mira', why: 'rule', places: 1 });
});
