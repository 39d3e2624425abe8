import { nodeTerminal } from './node-terminal';
import { isLane, serveLane, ThreadLane } from './shares/thread-lane';
import { run } from './sigma';
import type { MatchMeans } from './verbs/match';

/* `npm run -s sigma -- <verb>`; built to one file, the same script in each thread that shares the work of `match`. */

if (isLane()) serveLane();
else {
  const entry = new URL(import.meta.url);
  // A thread does not run what is not built: then all is done in this one.
  const isBuilt = !entry.pathname.endsWith('.ts');
  const lane: MatchMeans['lane'] = (asked, beat) => new ThreadLane(entry, asked, beat);
  const means = isBuilt ? { lane } : {};
  process.exitCode = await run(process.argv.slice(2), nodeTerminal(), means);
}
