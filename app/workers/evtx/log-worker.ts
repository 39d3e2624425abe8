import { evtxText } from '../../../src/event';
import type { ReadLog } from './open-log';

/* Reads one event log, in a thread of its own: the page and the engine go on meanwhile. */

self.onmessage = async ({ data }: MessageEvent<Blob>) => {
  const { text, records, problems } = evtxText(new Uint8Array(await data.arrayBuffer()));
  const log: ReadLog = { text, records, problems: problems.all, problemCount: problems.count };
  self.postMessage(log);
};
