import { describe, expect, test } from 'vitest';
import { CatalogEngine } from '../catalog';
import { readEvents } from '../event';
import { complete, hover } from '../language';
import { LIVE_PANELS, LiveEngine, type LiveMessage } from '../live';
import { Evaluator } from '../match';
import { compile } from '../rule';
import { EVENT_PLACES, INHERITED, RULE_PLACES, spiltTexts } from './any-name';

/*
 * A name is data wherever a user writes one: nothing throws, everything can be posted to another thread, and no text
 * shows an internal object.
 */

const SCREEN = { event: 0, visible: null, open: LIVE_PANELS };
const alive = async () => true;

/** Everything that the engine reports and answers about a rule and events, with everything on screen. */
async function told(rule: string, events: string, name: string): Promise<unknown[]> {
  const messages: LiveMessage[] = [];
  const engine = new LiveEngine((message) => messages.push(message));
  const settings = {
    ignoreLogsource: true,
    placeholders: Object.fromEntries([[name, ['v', name]]]),
    mapping: Object.fromEntries([[name, name]]),
    pinned: rule,
    lintOff: [name],
    fileName: name,
  };
  for (const set of [settings, { ignoreLogsource: true, placeholders: {} }]) {
    await engine.run(rule, events, set, SCREEN, alive);
    await engine.vary(0, alive);
    await engine.look({ ...SCREEN, event: 0 });
    if (messages.some((m) => m.kind === 'rule' && m.info)) engine.make({ selection: 0, value: null });
    await engine.author({ kind: 'event', event: 0, stamp: {} });
    await engine.author({ kind: 'marked', events: [0], stamp: {} });
    await engine.author({ kind: 'selection', range: { start: 0, end: events.length } });
  }
  const source = { product: name, category: name, service: name };
  const seen = [name, null].map((field) => engine.seen({ field, source }));
  return [...messages, ...seen, engine.seen({ logsources: true })];
}

/** What the rule's editor shows at each place of the name. */
function assisted(rule: string, name: string): unknown[] {
  const places: number[] = [];
  for (let at = rule.indexOf(name); at >= 0; at = rule.indexOf(name, at + 1))
    places.push(at, at + name.length);
  const facts = { values: () => [], uses: () => null, fields: [name], placeholders: {} };
  return places.flatMap((at) => [hover(rule, at, facts), complete(rule, at, facts)]);
}

/** What a catalog of the rule reports and answers. */
async function inCatalog(rule: string, events: string, name: string): Promise<unknown[]> {
  const messages: unknown[] = [];
  const engine = new CatalogEngine((message) => messages.push(message));
  const files = [{ path: `${name}/${name}.yml`, text: rule }];
  const placeholders = Object.fromEntries([[name, [name]]]);
  const options = { placeholders, leaveOut: new Set([name]) };
  await engine.load({ total: 1, files: () => files }, alive, options);
  const mapping = Object.fromEntries([[name, name]]);
  messages.push(await engine.run(events, { ignoreLogsource: true, mapping }, alive));
  const logsource = { product: name, category: name };
  const asked = [
    ...[name, `${name}:${name}`, `status:${name}`, `-level:${name} field:${name}`, `"${name}"`].map((query) =>
      engine.answer({ kind: 'search', asked: { query, sort: 'path' } as never }),
    ),
    engine.answer({ kind: 'counts', asked: { id: name, keys: [name] } }),
    engine.answer({ kind: 'indicator', asked: { key: name, id: name, logsource } }),
    engine.answer({ kind: 'logsource', asked: logsource }),
    engine.answer({ kind: 'logsources', asked: null }),
  ];
  return [...messages, engine.rules, engine.broken, [...engine.placeholders], ...(await Promise.all(asked))];
}

describe.each(RULE_PLACES)('in a rule, as %s', (_, text) => {
  test.each(INHERITED)('%s', async (name) => {
    const rule = text(name);
    const events = `{"${name}": "v", "F": "${name}", "@timestamp": "2026-01-02T03:04:05Z"}`;
    expect(spiltTexts(await told(rule, events, name))).toEqual([]);
    expect(spiltTexts(assisted(rule, name))).toEqual([]);
    expect(spiltTexts(await inCatalog(rule, events, name))).toEqual([]);
  });
});

const planOf = (detection: string) =>
  compile(`title: T\nlogsource: {}\ndetection:\n    s: {${detection}}\n    condition: s\n`).plan!;

describe.each(EVENT_PLACES)('in an event, %s', (_, { text, field = (name) => name, takes = /^/ }) => {
  test.each(INHERITED.filter((name) => takes.test(name)))('%s', async (name) => {
    const events = text(name);
    const { slices } = readEvents(events);
    const event = slices[0]?.event;
    expect(new Evaluator(planOf(`${field(name)}: v`)).verdict(event!)).toBe('match');
    const others = INHERITED.filter((other) => other !== name && !event!.fields().includes(other));
    const found = others.filter(
      (other) => new Evaluator(planOf(`${other}|exists: true`)).verdict(event!) === 'match',
    );
    expect(found).toEqual([]);
    const rule = `title: T\nlogsource: {product: windows}\ndetection:\n    s: {F: v}\n    condition: s\n`;
    expect(spiltTexts(await told(rule, events, name))).toEqual([]);
  });
});
