import { expect, test } from 'vitest';
import { readEvents } from '../event';
import { KEPT } from '../limits';
import { compileCollection } from '../rule';
import { Turns } from '../turns';
import { TogetherResults } from './together';

const RULE = `title: R
name: r
detection:
  s: {k: v}
  condition: s
---
title: C
name: c
correlation: {type: event_count, rules: [r], group-by: [u], timespan: 1h, condition: {gte: 2}}
---
title: Both
correlation: {type: event_count, rules: [c], timespan: 1h, condition: {gte: 2}}
`;

/** The events of each firing of each correlation. */
async function firingsOf(events: readonly { readonly u: string }[]) {
  const text = events
    .map((one, i) =>
      JSON.stringify({ '@timestamp': new Date(1_700_000_000_000 + i).toISOString(), k: 'v', ...one }),
    )
    .join('\n');
  const { slices } = readEvents(text);
  const turns = new Turns(async () => true);
  const found = await TogetherResults.of(compileCollection(RULE), slices, {}, turns);
  return found!.totals.correlations.map(({ firings }) => firings?.map((list) => [...list]) ?? null);
}

test('each firing has its events, one of other firings all of theirs', async () => {
  expect(await firingsOf([{ u: 'a' }, { u: 'b' }, { u: 'a' }, { u: 'b' }, { u: 'a' }])).toEqual([
    [
      [0, 2, 4],
      [1, 3],
    ],
    [[0, 1, 2, 3, 4]],
  ]);
});

test('of more events than can be expected, none are listed', async () => {
  const many = (size: number) => firingsOf(Array.from({ length: size }, () => ({ u: 'a' })));
  const { value } = KEPT.expectedMembers;
  expect((await many(value))[0]?.[0]).toHaveLength(value);
  expect((await many(value + 1))[0]).toBeNull();
});
