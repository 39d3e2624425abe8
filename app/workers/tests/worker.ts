import { type Server, SUPERSEDED, serve } from '../serve';
import type { TestsBeacon, TestsRequests } from './protocol';
import { runTests } from './run-tests';

/* Runs the tests of many rules in a worker of its own: a pattern that hangs ends it, and nothing else. */

const server: Server<TestsBeacon> = serve<TestsRequests, TestsBeacon>(self, {
  run: async (ask, { tell, turn }) =>
    (await runTests(ask, { tell: (test) => tell(test), turn, at: (beacon) => server.at(beacon) })) ??
    SUPERSEDED,
});
