import { closeSync, mkdtempSync, openSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Large files of events for tests and benchmarks.
 */

/** One in so many events matches `WHOAMI`. */
export const EVERY = 1000;
/** One in so many events is malformed. */
export const BROKEN_EVERY = 20_000;

/** A rule for the events of `writeLog`. */
export const WHOAMI = `title: Whoami
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        Image|endswith: '\\whoami.exe'
    flags:
        CommandLine|contains: ' /all'
    condition: selection and flags
`;

/** The text of event number `i`, from 0; about `size` bytes. */
export function eventText(i: number, size = 500): string {
  if (i % BROKEN_EVERY === BROKEN_EVERY - 1) return '{"EventID":1,"Image":}';
  const hit = i % EVERY === 7;
  const image = hit
    ? 'C:\\\\Windows\\\\System32\\\\whoami.exe'
    : `C:\\\\Programme\\\\Wörk\\\\tool${i % 97}.exe`;
  const command = hit ? `whoami /all ${i}` : `tool${i % 97} --job ${i} --quiet`;
  const second = new Date(1_760_000_000_000 + ((i * 7919) % 86_400) * 1000).toISOString();
  const head = `{"@timestamp":"${second}","EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"${image}","CommandLine":"${command}","User":"ACME\\\\user${i % 31}","Pad":"`;
  return `${head}${'x'.repeat(Math.max(0, size - head.length - 3))}"}`;
}

/** Writes a file with so many events. Returns its path. */
export function writeLog(events: number, size = 500, name = 'security.ndjson'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'log-')), name);
  const file = openSync(path, 'w');
  let part: string[] = [];
  for (let i = 0; i < events; i++) {
    part.push(eventText(i, size));
    if (part.length === 5000 || i === events - 1) {
      writeSync(file, `${part.join('\n')}\n`);
      part = [];
    }
  }
  closeSync(file);
  return path;
}
