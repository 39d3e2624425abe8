import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventSlice } from '../event';
import { EventReader } from '../event';
import type { SpecVersion } from '../knowledge';
import { Evaluator, VERDICTS } from '../match';
import { compile } from '../rule';
import { event, rule } from '../testing/generate';
import { type Turn, Turns } from '../turns';
import { type Compared, differences, PinnedRule } from './compare';
import { LiveEngine } from './live-engine';
import type { LiveMessage } from './messages';

const SETTINGS = { ignoreLogsource: false, placeholders: { p: ['a', 'b*'], 'q.r': ['\\', 'A'] } };
const LOOK = { event: null, visible: null };

const textOf = (detection: string, product = 'windows', category = 'process_creation') =>
  `title: T\nlogsource: {product: ${product}, category: ${category}}\ndetection:\n    s: ${detection}\n    condition: s\n`;
const EVENTS = [
  '{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"a"}',
  '{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"b"}',
  '{"EventID":3,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"a"}',
  '{"Image":}',
].join('\n');
const A = textOf('{Image: a}');

/** What an engine posts for a rule beside a pinned one. */
async function posted(now: string, pinned: string, events = EVENTS, used?: LiveEngine) {
  const messages: LiveMessage[] = [];
  const engine = used ?? new LiveEngine((m) => messages.push(m));
  await engine.run(now, events, { ...SETTINGS, pinned }, LOOK, async () => true);
  return messages;
}

function comparedIn(messages: readonly LiveMessage[]): Compared {
  const found = messages.find((m) => m.kind === 'compared');
  if (!found) throw new Error('nothing was compared');
  return found.compared;
}

const changes = ({ events, from, to }: Compared) =>
  [...events].map((e, i) => `${e}: ${VERDICTS[from[i]!]} > ${VERDICTS[to[i]!]}`);

describe('the events whose verdict changed', () => {
  test.each<[string, string, string, string[]]>([
    ['the same text', A, A, []],
    ['another value', A, textOf('{Image: b}'), ['0: match > no match', '1: no match > match']],
    ['a wider value', A, textOf("{Image: '?'}"), ['1: no match > match']],
    [
      'another log source',
      A,
      textOf('{Image: a}', 'windows', 'network_connection'),
      ['0: match > not applicable', '1: no match > not applicable', '2: not applicable > match'],
    ],
    ['a present text that never compiled', A, 'title: [', []],
  ])('%s', async (_, pinned, now, expected) => {
    const messages = await posted(now, pinned);
    if (now === 'title: [') expect(messages.some((m) => m.kind === 'compared')).toBe(false);
    else expect(changes(comparedIn(messages))).toEqual(expected);
  });

  test('a pinned text without a rule that compiles is told as such', async () => {
    const found = comparedIn(await posted(A, 'title: ['));
    expect(found).toMatchObject({ pinned: 'title: [', ok: false });
    expect(changes(found)).toEqual([]);
  });

  test('they come last, and only where a version is pinned', async () => {
    const kinds = (await posted(A, A)).map((m) => m.kind);
    expect(kinds.slice(-2)).toEqual(['compared', 'done']);
    const messages: LiveMessage[] = [];
    const engine = new LiveEngine((m) => messages.push(m));
    await engine.run(A, EVENTS, SETTINGS, LOOK, async () => true);
    expect(messages.some((m) => m.kind === 'compared')).toBe(false);
  });

  test('while the present text is in the middle of an edit, its last good version is compared', async () => {
    const messages: LiveMessage[] = [];
    const engine = new LiveEngine((m) => messages.push(m));
    await posted(textOf('{Image: b}'), A, EVENTS, engine);
    messages.length = 0;
    await posted('title: [', A, EVENTS, engine);
    expect(changes(comparedIn(messages))).toEqual(['0: match > no match', '1: no match > match']);
  });

  test('of several documents the one that is asked is compared', async () => {
    const both = (second: string) => `${A}---\n${textOf(`{Image: ${second}}`)}`;
    const messages: LiveMessage[] = [];
    const engine = new LiveEngine((m) => messages.push(m));
    const settings = { ...SETTINGS, pinned: both('b') };
    await engine.run(both('a'), EVENTS, settings, { ...LOOK, document: 1 }, async () => true);
    expect(changes(comparedIn(messages))).toEqual(['0: no match > match', '1: match > no match']);
  });
});

describe('one text under two versions', () => {
  const KEYWORDS = textOf('[true, b]');
  const OWN = `sigma-version: 2.2\n${KEYWORDS}`;
  test.each<[now: string, spec: SpecVersion, pinned: string, pinnedSpec: SpecVersion | null, read: string]>([
    [KEYWORDS, '2.1.0', KEYWORDS, null, '2.1.0'],
    [KEYWORDS, '2.1.0', KEYWORDS, '2.2.0', '2.2.0 spec-draft'],
    [KEYWORDS, '2.2.0', KEYWORDS, '2.1.0', '2.1.0'],
    [KEYWORDS, '2.2.0', KEYWORDS, null, '2.2.0 spec-draft'],
    [KEYWORDS, '2.1.0', OWN, '2.1.0', '2.2.0 says 2.2 spec-draft'],
  ])('%# %j as %s beside %j as %s', async (now, spec, pinned, pinnedSpec, read) => {
    const messages: LiveMessage[] = [];
    const engine = new LiveEngine((m) => messages.push(m));
    const settings = { ...SETTINGS, spec, pinned, ...(pinnedSpec ? { pinnedSpec } : {}) };
    await engine.run(now, EVENTS, settings, LOOK, async () => true);
    const { versions, problems, spec: asked } = comparedIn(messages);
    expect(asked).toBe(pinnedSpec ?? spec);
    const told = [
      ...versions.map((one) => `${one.spec}${one.says === null ? '' : ` says ${one.says}`}`),
      ...problems.filter(({ code }) => code === 'spec-draft').map(({ code }) => code),
    ];
    expect(told.join(' ')).toBe(read);
  });
});

test('a comparison is the same as both evaluated apart, over one engine with many runs', async () => {
  const messages: LiveMessage[] = [];
  const engine = new LiveEngine((m) => messages.push(m));
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(
      rule,
      rule,
      fc.array(event, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 300 }),
      async (pinned, now, some, times) => {
        const text = Array.from({ length: times }, (_, i) => JSON.stringify(some[i % some.length])).join(
          '\n',
        );
        messages.length = 0;
        await posted(now, pinned, text, engine);
        const apart = (one: string) => codesOf(one, text);
        const [before, after] = [apart(pinned), apart(now)];
        expect(comparedIn(messages)).toMatchObject({
          pinned,
          spec: '2.1.0',
          ok: true,
          firings: [],
          ...differences(before, after),
        });
        const found = comparedIn(messages);
        // And what `differences` reports is complete: nothing that it leaves out differs.
        const listed = new Map([...found.events].map((e, i) => [e, [found.from[i], found.to[i]]]));
        for (let i = 0; i < before.length; i++)
          expect(listed.get(i)).toEqual(before[i] === after[i] ? undefined : [before[i], after[i]]);
        changed += listed.size;
        for (const [counts, codes] of [
          [found.before, before],
          [found.after, after],
        ] as const)
          VERDICTS.forEach((_, v) => void expect(counts[v]).toBe([...codes].filter((c) => c === v).length));
      },
    ),
    { numRuns: 150 },
  );
  expect(changed).toBeGreaterThan(0);
});

function codesOf(text: string, events: string): Uint8Array {
  const { plan } = compile(text, { placeholders: SETTINGS.placeholders });
  const evaluator = new Evaluator(plan!);
  const codes: number[] = [];
  const reader = new EventReader(events);
  for (let slice = reader.next(); slice; slice = reader.next())
    codes.push(VERDICTS.indexOf(slice.event ? evaluator.verdict(slice.event) : 'error'));
  return Uint8Array.from(codes);
}

test('a run that is no longer wanted stops, and gives no half of a comparison', async () => {
  const slices: EventSlice[] = [];
  const reader = new EventReader(`${EVENTS}\n`.repeat(500));
  for (let slice = reader.next(); slice; slice = reader.next()) slices.push(slice);
  const pinned = new PinnedRule(() => {});
  const now = new Uint8Array(slices.length);
  let asked = 0;
  let clock = 0;
  // Each look at the clock finds that other work should run.
  const compare = (turn: Turn) =>
    pinned.compare(A, 0, SETTINGS, slices, now, new Turns(turn, () => (clock += 100)));
  expect(await compare(async () => ++asked < 3)).toBeNull();
  expect(asked).toBe(3);
  expect((await compare(async () => true))?.before).toEqual([500, 500, 500, 500]);
  // Neither the version nor the events have changed: its verdicts are known.
  expect((await compare(async () => false))?.before).toEqual([500, 500, 500, 500]);
});
