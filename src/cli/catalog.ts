import { nodeTerminal } from './node-terminal';
import { catalog } from './verbs/catalog';

/* `npm run catalog -- <folder or zip>`. */

process.exitCode = catalog(process.argv.slice(2), nodeTerminal());
