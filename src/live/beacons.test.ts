import { expect, test } from 'vitest';
import { ruleOf } from '../testing/oracle/check';
import { LiveEngine } from './live-engine';
import type { LiveMessage } from './messages';

const SETTINGS = { ignoreLogsource: false, placeholders: {} };
const EVENTS = ['{"F":"ab"}', '{"F":"xb"}'].join('\n');

/**
 * An engine with one rule, and the patterns that it announced: those of a pinned version are prefixed with `pinned`.
 */
function person(detection: string, pinned?: string) {
  const told: string[] = [];
  const engine = new LiveEngine((m: LiveMessage) => {
    if (m.kind !== 'beacon') return;
    const at = rule.slice(m.range.start, m.range.end);
    told.push(m.pinned ? `pinned ${m.what}` : `${m.what} at ${at}`);
  });
  const rule = ruleOf(detection);
  const settings = { ...SETTINGS, ...(pinned === undefined ? {} : { pinned: ruleOf(pinned) }) };
  const run = () => engine.run(rule, EVENTS, settings, { event: 0, visible: null }, async () => true);
  return { engine, run, told };
}

test('two engines in one thread tell of their own patterns only, at verdicts and at explanations', async () => {
  const [a, b] = [person("F|re: 'a(?=b)'"), person("F|re: 'x(?=b)'")];
  await a.run();
  await b.run();
  expect([a.told, b.told]).toEqual([["a(?=b) at 'a(?=b)'"], ["x(?=b) at 'x(?=b)'"]]);
  // The engine that began first still receives its own, and each run announces again.
  await Promise.all([a.run(), b.run()]);
  await a.engine.look({ event: 1, visible: null });
  expect([a.told.length, b.told.length]).toEqual([2, 2]);
});

test('a pinned version tells of its patterns as such, though the present rule has them too', async () => {
  const { run, told } = person("F|re: 'a(?=b)'", "F|re: 'a(?=b)'");
  await run();
  expect(told).toEqual(["a(?=b) at 'a(?=b)'", 'pinned a(?=b)']);
});

test('a rule without such a pattern tells nothing', async () => {
  const { run, told } = person("F|re: 'a.*b'");
  await run();
  expect(told).toEqual([]);
});

test('of several patterns each is told once, however many events they take turns on', async () => {
  const told: string[] = [];
  const engine = new LiveEngine((m: LiveMessage) => {
    if (m.kind === 'beacon') told.push(m.isSure ? m.what : `perhaps ${m.what}`);
  });
  const rule = ruleOf(['a(?=b)', 'b(?=c)', 'c(?=d)'].map((p, i) => `F${i}|re: '${p}'`).join('\n'));
  const event = JSON.stringify({ F0: 'ab', F1: 'bc', F2: 'cd' });
  const events = Array.from({ length: 5000 }, () => event).join('\n');
  const run = (isCareful: boolean) =>
    engine.run(
      rule,
      events,
      SETTINGS,
      { event: null, visible: { start: 0, end: 0 }, isCareful },
      async () => true,
    );
  await run(false);
  expect([...new Set(told.map((one) => one.replace('perhaps ', '')))].sort()).toEqual([
    'a(?=b)',
    'b(?=c)',
    'c(?=d)',
  ]);
  // What is done for the events on screen tells on its own: few patterns run there.
  expect(told.length).toBeLessThan(500);
  told.length = 0;
  await run(true);
  expect(told.length).toBeGreaterThan(3 * 5000 - 3);
  expect(told.filter((one) => one.startsWith('perhaps'))).toEqual([]);
});
