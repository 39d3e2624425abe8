import { type EventDiagnostic, readEvents, readEvtx, recognise } from '../event';
import { LiveEngine, type LiveMessage } from '../live';
import { explain } from '../match';
import { compile } from '../rule';
import { LogWriter } from '../testing/evtx/log';
import { type Content, element } from '../testing/evtx/model';
import { EVENTS } from './of-events';
import { holdLimits } from './testing';

const times = (count: number, one: (i: number) => string, separator = '') =>
  Array.from({ length: count }, (_, i) => one(i)).join(separator);
const RULE = 'title: T\nlogsource: {product: t}\ndetection:\n  s: [needle]\n  condition: s\n';
const eventOf = (text: string) => readEvents(text).slices[0]!.event!;

/** True where a keyword deep in an event is found. */
function isFound(text: string): boolean {
  const event = readEvents(text).slices[0]?.event;
  return event ? explain(compile(RULE).plan!, event, { ignoreLogsource: true }).matched : false;
}

/** True if a record with so many elements in each other is not read. */
function isRefused(depth: number): boolean {
  let content: Content = element('a');
  for (let i = 1; i < depth; i++) content = element('a', {}, [content]);
  return readEvtx(new LogWriter().add(content).bytes()).records.length === 0;
}

/** What the engine posts of events whose problems are counted. */
async function problemsOf(events: string): Promise<readonly EventDiagnostic[]> {
  const messages: LiveMessage[] = [];
  const engine = new LiveEngine((message) => messages.push(message));
  await engine.run(
    RULE,
    events,
    { ignoreLogsource: false, placeholders: {} },
    { event: 0, visible: null },
    async () => true,
  );
  return messages.flatMap((m) => (m.kind === 'events' ? [m.problems] : [])).at(-1) ?? [];
}

const { largeText: _, largeLog: __, ...limits } = EVENTS;

holdLimits(limits, {
  depth: {
    // The event itself is no level.
    isBeyond: (n) => !isFound(`${'{"a":'.repeat(n + 1)}"needle"${'}'.repeat(n + 1)}`),
  },
  xmlDepth: {
    isBeyond: (n) => {
      const inner = `${'<a>'.repeat(n - 1)}needle${'</a>'.repeat(n - 1)}`;
      const [slice] = readEvents(
        `<Event xmlns="x"><System><EventID>1</EventID></System><UserData>${inner}</UserData></Event>`,
      ).slices;
      return slice?.event === null || !slice?.event?.fields().includes('EventID');
    },
  },
  yamlDepth: {
    // The list of events, the event and what is innermost count too.
    isBeyond: (n) =>
      !isFound(`- EventID: 1\n  Channel: Security\n  F: ${'['.repeat(n - 3)}needle${']'.repeat(n - 3)}\n`),
  },
  evtxDepth: { isBeyond: (n) => isRefused(n) },
  rowColumns: {
    isBeyond: (n) => {
      const names = Array.from({ length: n }, () => 'c');
      const text = JSON.stringify({ columns: names, rows: [names.map((_, i) => i)] });
      return !eventOf(text).fields().includes('c');
    },
  },
  headerColumns: {
    // A row with more values than that has no columns for them.
    isBeyond: (n) => {
      const text = `#Software: x\n#Fields: ${times(n, (i) => `c${i}`, ' ')}\n${times(n, (i) => `v${i}`, ' ')}\n`;
      return !readEvents(text).slices.some(({ event }) => event?.fields().includes(`c${n - 1}`));
    },
  },
  drawnColumns: {
    isBeyond: (n) => {
      const row = (of: (i: number) => string) => `| ${times(n, of, ' | ')} |\n`;
      const text = `${row((i) => `c${i}`)}|${times(n, () => '---', '|')}|\n${row((i) => `v${i}`)}`;
      return !eventOf(text).fields().includes('c0');
    },
  },
  sourceName: {
    isBeyond: (n) => {
      const channel = `Microsoft-${'x'.repeat(n - 'Microsoft-'.length)}`;
      const { label, evidence } = recognise(eventOf(JSON.stringify({ Channel: channel, EventID: 1 })));
      return `${label}${evidence}`.includes('…');
    },
  },
  surprises: {
    isBeyond: async (n) =>
      (await problemsOf(times(n, (i) => `word ${i} of no form\n{"a":${i}}\n`))).length < n,
  },
  problems: { isBeyond: async (n) => (await problemsOf(times(n, () => '{"a":}\n'))).length < n },
});
