import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultWords, readEvents } from '../../event';
import { Evaluator } from '../../match';
import { compileCollection } from '../../rule';
import { LogWriter } from '../../testing/evtx/log';
import { processEvent } from '../../testing/evtx/sample';
import { LineIndex, plain } from '../../text';
import { run } from '../sigma';
import type { MatchMeans } from '../verbs/match';
import { type Lane, OwnLane } from './lane';
import { event, lines, numbers, TEXTS } from './shares.cases';
import { ThreadLane } from './thread-lane';

/*
 * What `match` prints does not depend on how the work is divided: into stretches of any length, among any number, in
 * this thread or in others, and whatever becomes of those.
 */

const RULE = `title: Even
id: 11111111-1111-4111-8111-111111111111
name: even
logsource: {product: test}
detection:
    even: {n|endswith: ['0', '2', '4', '6', '8']}
    word: [two, '*/run <*']
    condition: 1 of them
`;
const FIRING = `---
title: Many
correlation:
    type: value_count
    rules: [even]
    group-by: [u]
    timespan: 10m
    condition: {field: n, gte: 3}
    generate: true
`;
const SLOW = `title: Slow
logsource: {product: test}
detection:
    slow:
        slow|re: '^(?=x)(x+)+$'
    condition: slow
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigma-shares-'));
  mkdirSync(join(folder, 'in'));
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'rules', 'rule.yml'), RULE + FIRING);
  writeFileSync(join(folder, 'slow.yml'), SLOW);
  for (const [name, text] of TEXTS) writeFileSync(join(folder, 'in', name), text);
  const utf16 = Buffer.from(`\ufeff${TEXTS[0]![1]}`, 'utf16le');
  writeFileSync(join(folder, 'in', 'utf16.ndjson'), utf16);
  const log = new LogWriter();
  for (const i of numbers(400)) log.add(processEvent(i));
  const bytes = log.bytes();
  writeFileSync(join(folder, 'in', 'log.evtx'), bytes);
  const damaged = Uint8Array.from(bytes).fill(0, log.records[300]!.start, log.records[300]!.start + 8);
  writeFileSync(join(folder, 'in', 'damaged.evtx'), damaged);
  writeFileSync(
    join(folder, 'all.zip'),
    zipSync({
      ...Object.fromEntries(TEXTS.map(([name, text]) => [name, new TextEncoder().encode(text)])),
      'log.evtx': bytes,
      'utf16.ndjson': Uint8Array.from(utf16),
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function matched(events: readonly string[], means: MatchMeans, ...words: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (l: string) => out.push(l), err: (l: string) => err.push(l), progress: () => {} };
  const paths = events.map((name) => join(folder, name));
  const rules = ['--rules', join(folder, 'rules'), '--ignore-logsource'];
  const code = await run(['match', ...rules, '--events', ...paths, '--json', ...words], terminal, means);
  return { code, out, err };
}

const inThisThread: MatchMeans['lane'] = (asked, beat) => new OwnLane(asked, beat);

describe('one share that is a whole file', () => {
  const plan = compileCollection(RULE, {}).plans[0]!.plan;
  test.each(TEXTS)('%s: matches and problems are those of the text read at once', async (name, text) => {
    const { out, err } = await matched([join('in', name)], {});
    const { slices, warnings } = readEvents(text.replace(/^\ufeff/, ''));
    const evaluator = new Evaluator(plan);
    const found = slices.flatMap(({ event }, i) => (event && evaluator.evaluate(event) ? i : []));
    const rows = out.map((line) => JSON.parse(line) as { title: string; event: number });
    expect(rows.flatMap(({ title, event }) => (title === 'Even' ? event : []))).toEqual(found);
    const index = new LineIndex(text.replace(/^\ufeff/, ''));
    const told = [
      ...warnings.map(({ range, message }) => [range.start, plain(message)] as const),
      ...slices.flatMap((slice) =>
        slice.event ? [] : [[slice.at.start, plain(faultWords(slice))] as const],
      ),
    ].map(([at, message]) => {
      const { line, column } = index.position(at);
      return `${line}:${column} ${message}`;
    });
    const path = join(folder, 'in', name);
    const said = err
      .filter((line) => !line.includes('[correlation-left-out]'))
      .map((line) =>
        line.slice(path.length + 1).replace(/^(\d+:\d+): \w+: (.*?)(?: Fix: .*)? \[[\w-]+\]$/, '$1 $2'),
      );
    expect(said.sort()).toEqual(told.sort());
  });
});

describe('any division gives the same output', () => {
  const divided = async (paths: readonly string[], share: number, more: number, jobs: number) =>
    await matched(paths, { lane: inThisThread, sizes: { share, more }, inMemory: 3 }, '--jobs', String(jobs));

  test.each([...TEXTS.map(([name]) => name), 'utf16.ndjson', 'log.evtx', 'damaged.evtx'])(
    'of %s',
    async (name) => {
      const path = join('in', name);
      const whole = await matched([path], {});
      if (name !== 'empty.json') expect(whole.out.length).toBeGreaterThan(0);
      for (const [share, more, jobs] of [
        [1000, 300, 1],
        [1000, 300, 3],
        [2900, 5000, 2],
        [177, 5000, 4],
      ] as const)
        expect([share, jobs, await divided([path], share, more, jobs)]).toEqual([share, jobs, whole]);
    },
  );

  test('of everything in a folder and in an archive, and correlations go over the borders of files', async () => {
    for (const paths of [['in'], ['all.zip'], ['in/a.ndjson', 'in/pretty.json']]) {
      const whole = await matched(paths, {});
      expect(whole.out.some((line) => line.includes('"files":['))).toBe(true);
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 900, max: 9000 }),
          fc.integer({ min: 1, max: 5000 }),
          fc.integer({ min: 1, max: 5 }),
          async (share, more, jobs) => {
            expect(await divided(paths, share, more, jobs)).toEqual(whole);
          },
        ),
        { numRuns: 3 },
      );
    }
  });

  test('a rule that is too slow is left out from the same event on, and told once', async () => {
    const slow = (i: number) =>
      JSON.stringify({ ...event(i), slow: i === 50 || i > 90 ? `${'x'.repeat(40)}!` : 'xx' });
    writeFileSync(join(folder, 'slow.ndjson'), lines(120, slow));
    const slowRule = ['--rules', join(folder, 'slow.yml')];
    const whole = await matched(['slow.ndjson'], {}, ...slowRule);
    const found = whole.out.map((line) => JSON.parse(line) as { title: string; event: number });
    const bySlow = found.flatMap(({ title, event }) => (title === 'Slow' ? event : []));
    expect(bySlow).toEqual(numbers(50));
    expect(whole.err).toEqual([expect.stringMatching(/slow\.ndjson#50 .*\[rule-slow\]$/)]);
    expect(
      await matched(
        ['slow.ndjson'],
        { lane: inThisThread, sizes: { share: 4000, more: 4000 } },
        '--jobs',
        '3',
        ...slowRule,
      ),
    ).toEqual(whole);
  });
});

describe('threads', () => {
  /** Does what `main.ts` does in a thread. Built once: each thread would translate all of it again. */
  let entry: URL;
  beforeAll(async () => {
    const lane = JSON.stringify(fileURLToPath(new URL('./thread-lane.ts', import.meta.url)));
    writeFileSync(join(folder, 'serve.js'), `import { serveLane } from ${lane};\nserveLane();\n`);
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: join(folder, 'serve.js'),
        outDir: join(folder, 'built'),
        rolldownOptions: { output: { entryFileNames: 'serve.mjs', codeSplitting: false } },
      },
    });
    entry = pathToFileURL(join(folder, 'built', 'serve.mjs'));
  });
  const sizes = { share: 3000, more: 3000 };
  const paths = ['in/a.ndjson', 'in/table.csv', 'in/log.evtx', 'all.zip'];
  const through = async (lane: NonNullable<MatchMeans['lane']>) =>
    await matched(paths, { lane, sizes }, '--jobs', '2');

  /** Starts a script in a thread that reads the rules, and then does as it is said. */
  function scripted(name: string, onShare: string): URL {
    const path = join(folder, `${name}.mjs`);
    writeFileSync(
      path,
      `import { parentPort } from 'node:worker_threads';
const rules = ['Even'].map((title) => ({ id: '11111111-1111-4111-8111-111111111111', title, level: null, ownVerdict: true }));
parentPort.postMessage({ kind: 'ready', read: { rules, problems: [], correlating: [{ text: 0, first: 0 }] } });
parentPort.on('message', () => { ${onShare} });`,
    );
    return new URL(`file://${path}`);
  }

  test('do the same as one', async () => {
    expect(await through((asked, beat) => new ThreadLane(entry, asked, beat))).toEqual(
      await matched(paths, {}),
    );
  });

  test.each([
    ['ended by the system', 'process.exit(1);', 60_000],
    ['failing', 'throw new Error("no memory");', 60_000],
    ['silent', '', 3000],
  ])('one that is %s: its share is done again, nothing counts twice', async (name, onShare, silent) => {
    let started = 0;
    const bad = scripted(name.replaceAll(' ', '-'), onShare);
    const result = await through((asked, beat) => {
      started++;
      return started === 1 ? new ThreadLane(bad, asked, beat, silent) : new ThreadLane(entry, asked, beat);
    });
    expect(result).toEqual(await matched(paths, {}));
    expect(started).toBe(3);
  });

  test('one that is ended while it works', async () => {
    const lanes: Lane[] = [];
    let isEnded = false;
    const result = await through((asked, beat) => {
      const lane = new ThreadLane(entry, asked, (events) => {
        beat(events);
        if (!isEnded) for (const one of lanes) one.close();
        isEnded = true;
      });
      lanes.push(lane);
      return lane;
    });
    expect(isEnded).toBe(true);
    expect(result).toEqual(await matched(paths, {}));
  });

  test('a share over which each of them ends is told, and the other files go on', async () => {
    const bad = scripted('each', 'process.exit(1);');
    const { code, err } = await through((asked, beat) => new ThreadLane(bad, asked, beat));
    expect(code).toBe(1);
    expect(
      err
        .filter((line) => /\[file-unread\]$/.test(line))
        .map((line) => line.slice(folder.length + 1, line.indexOf(': error'))),
    ).toEqual([
      ...paths.slice(0, 3),
      ...[...TEXTS.map(([name]) => name), 'log.evtx', 'utf16.ndjson'].sort().map((name) => `all.zip/${name}`),
    ]);
  });
});
