import { describe, expect, test } from 'vitest';
import { slipsIn } from '../testing/written-words';
import { EVENT_CARDS, eventCard, evtxCard } from './cards';
import type { EventCards } from './cards/card';
import { EVTX_CARDS } from './cards/evtx';
import { JSON_CARDS } from './cards/json';
import type { EventCode, JsonCode } from './codes';
import type { Fault } from './formats/fault';
import { readEvents } from './read';

// The compiler enforces these: each line under an `@ts-expect-error` must fail `npm run types`.
const at = { start: 0, end: 0 };
const { 'json-name': card, ...others } = JSON_CARDS;

test('each code has a card, and each card a code', () => {
  // @ts-expect-error: not a code
  const fault: Fault = { code: 'json-mane', at, message: [] };
  // @ts-expect-error: a code without a card
  const tooFew: EventCards<JsonCode> = { ...others };
  // @ts-expect-error: a card without a code
  const tooMany: EventCards<JsonCode> = { ...others, 'json-name': card, 'json-mane': card };
  expect([fault.code, Object.keys(tooMany).length - Object.keys(tooFew).length]).toEqual(['json-mane', 2]);
});

/** `code «characters» at offset` of every problem. */
function told(text: string, readAs?: string): string[] {
  const { slices, warnings } = readEvents(text, readAs);
  const found = [
    ...warnings.map(({ code, range }) => ({ code, at: range })),
    ...slices.flatMap((slice) => (slice.event ? [] : [slice])),
  ];
  return found.map(({ code, at }) => `${code} «${text.slice(at.start, at.end)}» at ${at.start}`);
}

const CODES = Object.keys(EVENT_CARDS) as EventCode[];

describe.each(CODES.filter((code) => !EVENT_CARDS[code].limit))('%s', (code) => {
  const { bad, good, readAs } = EVENT_CARDS[code];

  test('is found in the bad example at its characters, and nothing else', () => {
    const start = bad.indexOf('«');
    const end = bad.indexOf('»') - 1;
    const text = bad.replace(/[«»]/g, '');
    expect(told(text, readAs)).toEqual([`${code} «${text.slice(start, end)}» at ${start}`]);
  });

  test('what it says is in parts: code is code, and no mark is left', () => {
    const { slices, warnings } = readEvents(bad.replace(/[«»]/g, ''), readAs);
    const said = [...warnings, ...slices].flatMap((one) => ('message' in one ? [one.message] : []));
    expect(said.length).toBeGreaterThan(0);
    expect(said.flatMap(slipsIn)).toEqual([]);
  });

  test('is not found in the good one, which holds an event', () => {
    expect(told(good, readAs)).toEqual([]);
    expect(readEvents(good, readAs).slices.length).toBeGreaterThan(0);
  });
});

test.each([
  ...CODES.map((code) => [code, eventCard(code)] as const),
  ...(Object.keys(EVTX_CARDS) as (keyof typeof EVTX_CARDS)[]).map((code) => [code, evtxCard(code)] as const),
])('%s is explained', (code, { finds, why }) => {
  expect(code).toMatch(/^[a-z][a-z-]+$/);
  expect(finds).toMatch(/^[A-Z`].*[^.]$/);
  expect(why).toMatch(/^[A-Z`].{40,}\.$/);
});
