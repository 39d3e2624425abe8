import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogState, SlicedFile } from '../log';
import { LargeLog, TextSource } from '../log';
import { breathe } from '../turns';
import { sysmonLines } from './events';
import { median, report, rounded } from './figure';

/** Decoding, times, sources and counts come in addition to reading. */
const OPENING_LIMIT = 6;
const SEARCH_LIMIT = 2.5;
const ROUNDS = 5;
const EVENTS = 40_000;
/** How many times the file whose memory is measured repeats the events. */
const TIMES = 6;

const RULE = `title: Certificate exported through PowerShell
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        CommandLine|contains: 'Export-PfxCertificate '
    condition: selection
`;

/** Runs a log to its end; returns its state. */
async function through(states: { last: LogState | null }, start: () => void): Promise<LogState> {
  start();
  while (states.last === null || states.last.phase !== 'ready') {
    if (states.last?.failure) throw new Error(states.last.failure);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return states.last;
}

async function opened(
  file: SlicedFile,
): Promise<{ log: LargeLog; state: LogState; again: () => Promise<LogState> }> {
  const states: { last: LogState | null } = { last: null };
  const log = new LargeLog(await TextSource.open(file), {
    report: (state) => {
      states.last = state;
    },
    turn: breathe,
    clock: () => performance.now(),
    beacon: () => {},
  });
  const settings = { ignoreLogsource: false, placeholders: {} };
  log.ask({ rule: RULE, document: 0, settings });
  const state = await through(states, () => log.begin());
  const again = () => through(states, () => log.search({ text: 'Export-PfxCertificate', matchCase: false }));
  return { log, state, again };
}

/** A log opened in pieces, indexed, evaluated and then searched, against only `JSON.parse` of its lines. */
export async function largeLog(): Promise<boolean> {
  const lines = sysmonLines(EVENTS);
  const file = new Blob([lines.join('\n')]);
  const ratios: { opening: number; search: number }[] = [];
  let matches = 0;
  let ms = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const clock = performance.now();
    for (const line of lines) JSON.parse(line);
    const parsed = performance.now();
    const { state, again } = await opened(file);
    const read = performance.now();
    const found = await again();
    const searched = performance.now();
    matches = state.tally[1] ?? 0;
    ms = read - parsed;
    if (found.listed !== matches) throw new Error('the search found other events');
    // The first round warms up.
    if (round > 0)
      ratios.push({
        opening: (read - parsed) / (parsed - clock),
        search: (searched - read) / (parsed - clock),
      });
  }
  const opening = median(ratios.map((r) => r.opening));
  const search = median(ratios.map((r) => r.search));
  const isRight = matches === EVENTS / 100;
  const results = [
    report({
      figure: 'large log, opened and evaluated in pieces, against JSON.parse of its lines',
      'MB/s': rounded(file.size / 1000 / ms, 0),
      ratio: rounded(opening),
      limit: OPENING_LIMIT,
      ok: opening <= OPENING_LIMIT && isRight,
    }),
    report({
      figure: 'large log, searched for a text, against JSON.parse of its lines',
      ratio: rounded(search),
      limit: SEARCH_LIMIT,
      ok: search <= SEARCH_LIMIT,
    }),
    memory(),
  ];
  return results.every(Boolean);
}

/** A file on the disk, as a browser provides one. */
class DiskFile implements SlicedFile {
  constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  slice(start: number, end: number) {
    return {
      arrayBuffer: async () => {
        const bytes = new Uint8Array(Math.max(0, end - start));
        const { bytesRead } = await this.handle.read(bytes, 0, bytes.length, start);
        return bytes.buffer.slice(0, bytesRead);
      },
    };
  }
}

/**
 * Opens the file at `path` as a large log, searches it, and prints by how many bytes the process grew at most. In a
 * process of its own, because memory that was once used is not returned.
 */
export async function holdLog(path: string): Promise<void> {
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const handle = await open(path);
  const { state, again } = await opened(new DiskFile(handle, statSync(path).size));
  if (state.tally[1] !== (TIMES * EVENTS) / 100) throw new Error('the events were not matched');
  await again();
  clearInterval(timer);
  await handle.close();
  console.log(Math.max(most, process.memoryUsage().rss) - before);
}

/** The memory that a log on the disk takes, against its size. */
function memory(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const path = join(folder, 'events.ndjson');
  const file = openSync(path, 'w');
  const text = `${sysmonLines(EVENTS).join('\n')}\n`;
  for (let i = 0; i < TIMES; i++) writeSync(file, text);
  closeSync(file);
  const { size } = statSync(path);
  const child = spawnSync(process.execPath, [process.argv[1]!, 'log', path], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const grown = Number(child.stdout.trim());
  const ratio = grown / size;
  const ok = child.status === 0 && grown > 0 && ratio <= 1;
  if (!ok) console.error(child.stderr.split('\n').slice(0, 5).join('\n'));
  return report({
    figure: 'large log, memory that it takes against the size of its file',
    'file MB': rounded(size / 1e6, 0),
    'memory MB': rounded(grown / 1e6, 0),
    ratio: rounded(ratio),
    limit: 1,
    ok,
  });
}
