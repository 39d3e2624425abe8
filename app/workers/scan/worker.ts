import type { RuleFile } from '../../../src/catalog';
import { LogScanner } from '../../../src/findings';
import { LogFiles, LostFile } from '../../../src/log';
import { breathe } from '../../../src/turns';
import { type Server, SUPERSEDED, serve, type Task } from '../serve';
import type { ScanBeacon, ScanRequests, ScanTold } from './protocol';

/*
 * A worker that runs a whole catalog over shares of a large log. Thin: it opens rules and files once, and scans one share at a
 * time.
 */

let server: Server<ScanBeacon>;
let task: Task<ScanTold> | null = null;

const scanner = new LogScanner((message) => {
  if (message.kind === 'beacon') {
    const { kind, ...at } = message;
    server.at({ ...at, isSmall: at.rule !== undefined });
  } else if (message.kind === 'left-out') task?.tell(message);
}, breathe);

server = serve<ScanRequests, ScanBeacon>(self, {
  open: async ({ rules, files: logFiles, format }, { turn }) => {
    const source = new LogFiles(logFiles, format);
    const pairs = JSON.parse(await rules.files.text()) as readonly (readonly [string, string])[];
    const files = pairs.map(([path, text]): RuleFile => ({ path, text }));
    const { placeholders, spec, leaveOut, leftOut } = rules.compiling;
    const options = { placeholders, ...(spec ? { spec } : {}), leaveOut: new Set(leaveOut), leftOut };
    const count = await scanner.open({ files, options }, source, turn);
    if (count === null) return SUPERSEDED;
    scanner.without(rules.leftOut);
    return count;
  },
  scan: async ({ share, settings, carefulFrom, without }, asked) => {
    task = asked;
    scanner.without(without);
    const tell = (events: number) => asked.tell({ kind: 'events', events });
    try {
      const found = await scanner.scan(share, { ...settings, carefulFrom }, asked.turn, tell);
      return found ?? SUPERSEDED;
    } catch (error) {
      if (error instanceof LostFile) return { lost: error.loss };
      throw error;
    }
  },
});
