import { isEvtx } from '../../../src/event';
import { GONE } from '../failure-words';
import { patience } from '../patience';
import { startWorker } from '../trusted';
import { WatchedWorker } from '../watched-worker';
import type { Failure } from '../wire';
import logWorkerAddress from './log-worker?worker&url';
import type { EvtxRequests, ReadLog } from './protocol';

/** A log that goes into an editor is read in one piece. */
const PATIENCE = 120_000;

/** Why a log could not be read, as sentences that follow its name. */
export class LogFailure extends Error {}

function wordsOf(failure: Failure): string {
  if (failure.why === 'threw') return 'It could not be read from the disk.';
  if (failure.why === 'no answer') return 'Reading it took too long and was stopped.';
  return `${failure.why === 'gone' ? GONE : 'The engine failed before it was read.'} Open it again.`;
}

/** True for a file that is an event log by its name or its first bytes. */
export async function isLog(file: File): Promise<boolean> {
  return /\.evtx?$/i.test(file.name) || isEvtx(new Uint8Array(await file.slice(0, 8).arrayBuffer()));
}

/**
 * Reads an event log in a worker that is ended afterwards. Null if `signal` ended it first; rejects if the file cannot
 * be read.
 */
export function readLog(file: File, signal: AbortSignal): Promise<ReadLog | null> {
  return asked('read', file, signal);
}

/** The events of a log as evtx_dump writes them; rejects if the file cannot be read. */
export async function logJson(file: File): Promise<string> {
  return (await asked('json', file, new AbortController().signal)) ?? '';
}

async function asked<K extends keyof EvtxRequests>(
  what: K,
  file: File,
  signal: AbortSignal,
): Promise<EvtxRequests[K]['gives'] | null> {
  const worker = new WatchedWorker<EvtxRequests>({
    start: () => startWorker(logWorkerAddress, 'event-log'),
    patience: patience(PATIENCE, PATIENCE),
  });
  try {
    const end = await worker.ask(what, file, { signal });
    if (end.how === 'answered') return end.answer;
    if (end.how === 'superseded') return null;
    throw new LogFailure(wordsOf(end.failure));
  } finally {
    worker.close();
  }
}
