import { nodeTerminal } from './node-terminal';
import { run } from './sigma';

/* `npm run -s sigma -- <verb>`. */

process.exitCode = run(process.argv.slice(2), nodeTerminal());
