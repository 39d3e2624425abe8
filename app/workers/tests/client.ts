import { patience } from '../patience';
import { startWorker } from '../trusted';
import { WatchedWorker } from '../watched-worker';
import type { End } from '../wire';
import type { TestsAsk, TestsBeacon, TestsEnd, TestsRequests, TestTold } from './protocol';
import testsAddress from './worker?worker&url';

/** A test whose events are a large log is one piece of work. */
const PATIENCE = 60_000;
const PATTERN_PATIENCE = 5_000;

/** Runs tests in a worker that is ended afterwards, and tells each as it is known. `signal` ends it. */
export async function askTests(
  ask: TestsAsk,
  onTold: (test: TestTold) => void,
  signal: AbortSignal,
): Promise<End<TestsEnd, TestsBeacon>> {
  const worker = new WatchedWorker<TestsRequests, TestsBeacon>({
    start: () => startWorker(testsAddress, 'sigma-tests'),
    patience: patience(PATTERN_PATIENCE, PATIENCE),
  });
  try {
    return await worker.ask('run', ask, { onTold, signal });
  } finally {
    worker.close();
  }
}
