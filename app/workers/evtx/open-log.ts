import type { EvtxProblem } from '../../../src/event';
import { isEvtx } from '../../../src/event';
import { startWorker } from '../trusted';
import logWorkerAddress from './log-worker?worker&url';

/** An event log as the worker has read it. */
export interface ReadLog {
  /** Its records as XML. */
  readonly text: string;
  readonly records: number;
  /** The first thousand; `problemCount` is how many there are. */
  readonly problems: readonly EvtxProblem[];
  readonly problemCount: number;
}

/** True for a file that is an event log by its name or by how it begins. */
export async function isLog(file: File): Promise<boolean> {
  return /\.evtx?$/i.test(file.name) || isEvtx(new Uint8Array(await file.slice(0, 8).arrayBuffer()));
}

/**
 * Reads an event log in a worker, which is ended afterwards. Null where `signal` has ended it before; rejects where the file
 * cannot be read from the disk.
 */
export async function readLog(file: File, signal: AbortSignal): Promise<ReadLog | null> {
  const worker = startWorker(logWorkerAddress, 'event-log');
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(null));
      worker.onmessage = ({ data }: MessageEvent<ReadLog>) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(file);
    });
  } finally {
    worker.terminate();
  }
}
