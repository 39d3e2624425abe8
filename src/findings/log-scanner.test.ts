import { describe, expect, test } from 'vitest';
import { CatalogEngine, type CatalogMessage, type RuleFile } from '../catalog';
import { LargeLog, type LogState, TextSource } from '../log';
import { NO_FILTER } from './filter';
import { Findings } from './findings';
import { LogScanner } from './log-scanner';
import { CountedFindings } from './tables';

const rule = (title: string, detection: string, logsource: string) =>
  `title: ${title}\nlogsource: {${logsource}}\nlevel: high\ndetection:\n    selection: {${detection}}\n    condition: selection\n`;
const WINDOWS = 'product: windows, category: process_creation';

const FILES: readonly RuleFile[] = [
  { path: 'a.yml', text: rule('Whoami', "CommandLine|contains: 'whoami'", WINDOWS) },
  { path: 'b.yml', text: rule('Net', "CommandLine|startswith: 'net '", WINDOWS) },
  { path: 'broken.yml', text: 'title: [' },
  { path: 'c.yml', text: rule('Any', "user: 'bob'", 'product: linux') },
  { path: 'd.yml', text: rule('Row', "cs-uri-stem: '/admin'", 'category: webserver') },
];

/** Events of three formats, some of them malformed, cut into many small pieces. */
const NDJSON = Array.from({ length: 60 }, (_, i) =>
  i % 17 === 5
    ? '{"EventID":}'
    : JSON.stringify({
        Channel: 'Microsoft-Windows-Sysmon/Operational',
        Provider: 'Microsoft-Windows-Sysmon',
        EventID: 1,
        UtcTime: new Date(1_700_000_000_000 + i * 60_000).toISOString(),
        Computer: `pc-${i % 3}`,
        User: `ACME\\user${i % 5}`,
        CommandLine: i % 4 === 0 ? `whoami /all ${i}` : i % 4 === 1 ? 'net view wörk' : 'dir',
      }),
).join('\n');
const TABLE = [
  '#Fields: date time cs-method cs-uri-stem c-ip sc-status',
  ...Array.from(
    { length: 40 },
    (_, i) =>
      `2023-11-14 12:${String(i).padStart(2, '0')}:00 GET ${i % 3 === 0 ? '/admin' : '/'} 10.0.0.${i} 200`,
  ),
].join('\n');
const XML = Array.from(
  { length: 30 },
  (_, i) =>
    `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Sysmon"/><EventID>1</EventID><TimeCreated SystemTime="2023-11-15T00:${String(i).padStart(2, '0')}:00Z"/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>srv</Computer></System><EventData><Data Name="CommandLine">${i % 2 ? 'net use' : 'cmd /c whoami'}</Data></EventData></Event>`,
).join('\n');
const TEXT = [NDJSON, TABLE, XML].join('\n');

const always = async () => true;
const SIZES = { usual: 1500, most: 1 << 20, sight: 400, doubt: 400 };

async function readLog(): Promise<{ log: LargeLog; source: TextSource }> {
  const source = await TextSource.open(new Blob([TEXT]), undefined, SIZES);
  const log = await new Promise<LargeLog>((resolve) => {
    const opened: LargeLog = new LargeLog(source, {
      report: ({ phase }: LogState) => {
        if (phase === 'evaluating' || phase === 'ready') resolve(opened);
      },
      turn: always,
      clock: () => performance.now(),
      beacon: () => {},
    });
    opened.begin();
  });
  return { log, source };
}

async function scanner(source: TextSource, messages: CatalogMessage[] = []): Promise<LogScanner> {
  const made = new LogScanner((message) => messages.push(message), always);
  expect(await made.open({ files: FILES, options: {} }, source, always)).toBe(4);
  return made;
}

/** The findings of shares that are scanned in turn by two scanners, the last ones first. */
async function scanned(options: { readonly ignoreLogsource: boolean }): Promise<CountedFindings> {
  const { log, source } = await readLog();
  const stretches = log.stretches();
  expect(stretches.length).toBeGreaterThan(5);
  const two = [await scanner(source), await scanner(source)];
  const findings = new Findings();
  for (const [share, { place }] of [...stretches.entries()].reverse()) {
    const times = log.timesOf(place.resumed.index, place.count);
    const hits = await two[share % 2]!.scan({ share, file: 0, place, times }, options, always);
    expect(hits?.events).toBe(place.count);
    findings.add(hits!);
  }
  const rules = FILES.map(({ path }) => ({
    title: path,
    id: null,
    level: 'high' as const,
    path,
    techniques: [],
  }));
  const steps = CountedFindings.of(findings, rules, NO_FILTER);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

describe('all rules over a log', () => {
  test.each([{ ignoreLogsource: false }, { ignoreLogsource: true }])(
    'find what the catalog finds in the same events in the editor: %o',
    async (options) => {
      const messages: CatalogMessage[] = [];
      const engine = new CatalogEngine((message) => messages.push(message));
      await engine.load({ total: FILES.length, files: () => FILES }, always);
      const end = await engine.run(TEXT, options, always);
      const expected = messages.flatMap((m) =>
        m.kind === 'hits' ? [...m.rules].map((position, i) => [position, m.events[i]!]) : [],
      );
      expect(expected.length).toBeGreaterThan(40);
      const found = await scanned(options);
      expect(found.rows(0, 1000).map((row) => [row.rule, row.number])).toEqual(expected);
      expect(found.tables.hits).toBe(end!.hits);
    },
  );

  test('know the time, the host and the user of each event', async () => {
    const rows = (await scanned({ ignoreLogsource: false })).rows(0, 1000);
    const [first] = rows;
    expect(first).toEqual({
      rule: 0,
      number: 0,
      time: 1_700_000_000_000,
      host: 'pc-0',
      user: 'ACME\\user0',
      file: '',
    });
    expect(rows.at(-1)).toMatchObject({ host: 'srv', user: '', time: Date.UTC(2023, 10, 15, 0, 29) });
  });

  test('a rule that another scanner found guilty is not asked', async () => {
    const { log, source } = await readLog();
    const one = await scanner(source);
    const { place } = log.stretches()[0]!;
    const share = { share: 0, file: 0, place, times: log.timesOf(0, place.count) };
    const both = await one.scan(share, { ignoreLogsource: false }, always);
    expect(new Set(both!.rules)).toEqual(new Set([0, 1]));
    one.without([0]);
    const rest = await one.scan(share, { ignoreLogsource: false }, always);
    expect(new Set(rest!.rules)).toEqual(new Set([1]));
  });

  test('a scan that is no longer wanted gives nothing', async () => {
    const { log, source } = await readLog();
    const stopped = async () => false;
    const one = await scanner(source);
    const { place } = log.stretches()[0]!;
    // Each look at the clock finds the turn over.
    const now = performance.now;
    let time = 0;
    performance.now = () => {
      time += 100;
      return time;
    };
    try {
      const share = { share: 0, file: 0, place, times: log.timesOf(0, place.count) };
      expect(await one.scan(share, { ignoreLogsource: false }, stopped)).toBeNull();
    } finally {
      performance.now = now;
    }
  });
});
