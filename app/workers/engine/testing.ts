import { vi } from 'vitest';
import type { Doing, OnScreen } from '../../../src/live';
import { FakeThread } from '../testing/fake-thread';
import { EngineClient, type EngineLoss, type RunQuestion } from './client';
import type { EngineBeacon } from './protocol';

/*
 * A client of the engine with workers that are scripted by the test.
 */

export const SETTINGS = { ignoreLogsource: false, placeholders: {} };
export const SCREEN: OnScreen = { event: null, visible: null };
export const EVENTS = '{"k":1}\n{"k":2}\n{"k":3}\n{"k":4}';

/** A question about a rule. */
export const question = (rule: string, more: Partial<RunQuestion> = {}): RunQuestion => ({
  rule,
  events: EVENTS,
  settings: SETTINGS,
  screen: SCREEN,
  ...more,
});

/** What the client has started and reported since it was made. */
export const heard: { threads: FakeThread[]; told: unknown[] } = { threads: [], told: [] };
let isOver = () => {};
/** The numbers of the runs, which tests see as the first, the second and so on. */
let runs: number[] = [];
const nth = (run: number) => runs.indexOf(run) + 1;

/** A client whose reports are all recorded. */
export function client(onLoss: (loss: EngineLoss | null) => void = () => {}) {
  heard.threads = [];
  heard.told = [];
  runs = [];
  return new EngineClient({
    start: () => {
      const thread = new FakeThread();
      heard.threads.push(thread);
      return thread;
    },
    patience: { pattern: 100, work: 1000, start: 5000 },
    whenOver: (_, over) => {
      isOver = over;
      return () => {};
    },
    onRun: (run, { rule }, again) => heard.told.push(['run', runs.push(run), rule, again]),
    onTold: (run, message) => heard.told.push(['told', nth(run), message.kind]),
    onEnd: (run, failure) => heard.told.push(['end', nth(run), failure]),
    onLoss: (loss) => {
      heard.told.push(['loss', lossWords(loss)]);
      onLoss(loss);
    },
  });
}

function lossWords(loss: EngineLoss | null): string {
  if (!loss) return 'said by whoever asked';
  return 'crash' in loss ? loss.crash : `${loss.hang.doing} ${loss.hang.what} ${loss.hang.event}`;
}

/** The newest worker. */
export const thread = () => heard.threads.at(-1)!;
/** The number of the newest request of this kind. */
export const numberOf = (what: string) => thread().asked.findLast((asked) => asked.what === what)!.number;
/** What the newest worker was asked of this kind. */
export const asks = (what: string) =>
  thread().asked.flatMap((asked) => (asked.what === what ? [asked.asks] : []));
/** Answers the newest request of this kind. */
export const answers = (what: string, answer: unknown = null) =>
  thread().says({ kind: 'answered', number: numberOf(what), answer });
const at = (what: string, beacon: EngineBeacon) =>
  thread().says({ kind: 'at', number: numberOf(what), beacon });
/** The newest worker reports something of a run. */
export const news = (run: number, kind: string) =>
  thread().says({ kind: 'news', message: { run, message: { kind } } });
/** The newest worker has loaded. */
export const ready = () => thread().says({ kind: 'ready' });
/** Lets promises settle. */
export const settled = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};
const eventAt = (index: number) => ({ index, range: { start: 8 * index, end: 8 * index + 7 } });

/** The worker goes silent at a pattern, in work for an event. */
export function hangs(what: string, doing: Doing, event: number | null, pattern = '(x+)+'): void {
  ready();
  const range = { start: 3, end: 9 };
  const isSure = !pattern.endsWith('?');
  at(what, { pattern, isSure, doing, range, event: event === null ? null : eventAt(event) });
  vi.advanceTimersByTime(100);
}

/** The browser ends the newest thread. */
export function goes(): void {
  ready();
  thread().says({ kind: 'life', lock: 'l' });
  isOver();
}
