import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../event';
import type { LiveMessage } from '../live';
import { LiveEngine } from '../live';
import { VERDICTS } from '../match';
import { catalog, recordings } from '../testing/corpus';
import { describeWithShared } from '../testing/shared';
import { LogEvaluation } from './evaluation';
import { BROKEN, EVENTS, FAILS, question, rule, settings, TEXT, WatchedLog, WORKS } from './testing';

/** The verdicts of the ordinary evaluation. */
async function liveCodes(ruleText: string, events: string, ignoreLogsource: boolean): Promise<number[]> {
  const messages: LiveMessage[] = [];
  const engine = new LiveEngine((message) => messages.push(message));
  await engine.run(
    ruleText,
    events,
    { ...settings, ignoreLogsource },
    { event: 0, visible: null },
    async () => true,
  );
  const codes: number[] = [];
  for (const message of messages)
    if (message.kind === 'verdicts')
      message.verdicts.codes.forEach((code, i) => {
        codes[message.verdicts.from + i] = code;
      });
  return codes;
}

async function codesOf(watched: WatchedLog): Promise<number[]> {
  return (await watched.log.rows(0, watched.state.listed)).map(({ code }) => code);
}

describe('verdicts on a large log', () => {
  test('are those of the ordinary way, with their counts', async () => {
    for (const [text, ignoreLogsource] of [
      [FAILS, false],
      [FAILS, true],
      [WORKS, true],
    ] as const) {
      const watched = await WatchedLog.of(TEXT);
      watched.log.ask(question(text, { settings: { ...settings, ignoreLogsource } }));
      await watched.settle();
      const codes = await codesOf(watched);
      expect(codes).toEqual(await liveCodes(text, TEXT, ignoreLogsource));
      expect(watched.state.tally).toEqual(VERDICTS.map((_, v) => codes.filter((code) => code === v).length));
    }
  });

  test('follow the rule, and the last one that compiles stays in force', async () => {
    const watched = await WatchedLog.of(TEXT);
    const ask = (text: string) =>
      watched.log.ask(question(text, { settings: { ...settings, ignoreLogsource: true } }));
    await watched.settle(() => ask(FAILS));
    const { tally, selections } = watched.state;
    expect(tally[1]).toBeGreaterThan(0);
    expect(selections.map(({ name }) => name)).toEqual(['a', 'b']);
    ask(BROKEN);
    expect(watched.state.tally).toEqual(tally);
    await watched.settle(() => ask(WORKS));
    expect(await codesOf(watched)).toEqual(await liveCodes(WORKS, TEXT, true));
    expect(watched.state.selections).toEqual([{ name: 'a', count: watched.state.tally[1] }]);
  });

  test('are those of the newest rule, whenever it came', async () => {
    const ignoring = { settings: { ...settings, ignoreLogsource: true } };
    const expected = await liveCodes(WORKS, TEXT, true);
    for (let turn = 1; turn < 14; turn++) {
      const watched = await WatchedLog.of(TEXT);
      let turns = 0;
      watched.between = () => {
        if (++turns === turn) watched.log.ask(question(WORKS, ignoring));
      };
      watched.log.ask(question(FAILS, ignoring));
      await watched.settle();
      if (turns < turn) await watched.settle(() => watched.log.ask(question(WORKS, ignoring)));
      expect(watched.state.phase).toBe('ready');
      expect([turn, await codesOf(watched)]).toEqual([turn, expected]);
      expect(watched.state.tally.reduce((sum, n) => sum + n)).toBe(EVENTS.length);
    }
  });

  test('stay where only the title, a comment or the layout is edited', async () => {
    const watched = await WatchedLog.of(TEXT);
    const ask = (text: string) =>
      watched.log.ask(question(text, { settings: { ...settings, ignoreLogsource: true } }));
    await watched.settle(() => ask(FAILS));
    const { tally } = watched.state;
    const edits = [
      FAILS.replace('A rule', 'Another rule'),
      `# new\n${FAILS}`,
      FAILS.replace('detection:', 'description: failures\nlevel: low\ndetection:'),
      FAILS.replace('{k: fail}', '\n        k: fail # so'),
    ];
    for (const text of edits) {
      ask(text);
      expect(watched.state).toMatchObject({ phase: 'ready', rule: text, tally });
    }
  });

  test.each([
    ['a value', FAILS.replace('k: fail', 'k: fails')],
    ['a modifier', FAILS.replace('k: fail', 'k|contains: fail')],
    ['a field', FAILS.replace('k: fail', 'K: fail')],
    ['the type of a value', FAILS.replace('k: fail', 'k: 5').replace('5', "'5'")],
    ['a list for a value', FAILS.replace('k: fail', 'k: [fail]')],
    ['the condition', FAILS.replace('a and b', 'a or b')],
    ['the name of a selection', FAILS.replace('a: {', 'c: {').replace('a and b', 'c and b')],
    ['the version', `${FAILS}sigma-version: 3\n`],
    ['the log source', FAILS.replace('product: test', 'product: windows')],
  ])('are made anew where %s is edited', (_, text) => {
    const evaluation = new LogEvaluation(() => {});
    expect(evaluation.ask(question(FAILS))).toBe('changed');
    expect(evaluation.ask(question(text))).toBe('changed');
    expect(evaluation.ask(question(text))).toBe('same');
    const ignoring = { settings: { ...settings, ignoreLogsource: true } };
    expect(evaluation.ask(question(text, ignoring))).toBe('changed');
  });

  test('tell of a pattern that could hang before it runs, and again at the next question', async () => {
    const slow = (value: string) => rule(`a: {k|re: '${value}'}\n    condition: a`);
    const ignoring = { settings: { ...settings, ignoreLogsource: true } };
    const [watched, other] = [await WatchedLog.of(TEXT), await WatchedLog.of(TEXT)];
    await watched.settle((log) => log.ask(question(slow('o(?=k)'), ignoring)));
    await other.settle((log) => log.ask(question(slow('fail'), ignoring)));
    expect([watched.beacons, other.beacons]).toEqual([['o(?=k)'], []]);
    await watched.settle((log) => log.ask(question(`${slow('o(?=k)')}    b: {u: ann}\n`, ignoring)));
    expect(watched.beacons).toEqual(['o(?=k)', 'o(?=k)']);
  });

  test('are made anew where a placeholder gets other values', () => {
    const text = FAILS.replace('k: fail', "k|expand: '%k%'");
    const evaluation = new LogEvaluation(() => {});
    const ask = (values: string[]) =>
      evaluation.ask(question(text, { settings: { ...settings, placeholders: { k: values } } }));
    expect([ask(['a']), ask(['a']), ask(['a', 'b'])]).toEqual(['changed', 'same', 'changed']);
  });

  describeWithShared('of the recordings', (dir) => {
    test('are those of the ordinary way', async () => {
      const all = recordings(dir);
      const rules = catalog(dir).filter(({ text }) => all.some(({ name }) => text.includes(name)));
      const text = all
        .map(({ name }) => readFileSync(join(dir, 'corpus', 'regression', name, 'events.json'), 'utf8'))
        .join('\n');
      const three = `${text}\n${text}\n${text}`;
      const watched = await WatchedLog.of(three, 20_000);
      await watched.settle();
      expect(watched.state.events).toBe(readEvents(three).slices.length);
      let matches = 0;
      for (const { text: ruleText } of rules.slice(0, 25)) {
        await watched.settle(() => watched.log.ask(question(ruleText)));
        const expected = await liveCodes(ruleText, three, false);
        expect(watched.state.tally).toEqual(
          VERDICTS.map((_, v) => expected.filter((code) => code === v).length),
        );
        watched.log.show({ verdicts: [1], selection: null, order: 'file' });
        expect(watched.listed).toEqual(expected.flatMap((code, i) => (code === 1 ? [i] : [])));
        matches += watched.state.listed;
      }
      expect(matches).toBeGreaterThan(25);
    });
  });
});
