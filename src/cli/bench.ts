import { compile } from '../compile/compile';
import { EventReader } from '../event/read';
import { Evaluator } from '../match/evaluate';
import { nestedLines, sysmonLines } from './bench/events';

/*
 * `npm run bench`: figures as JSON lines, each a ratio of two times taken in turn in the same run, so that the machine
 * cancels out. Ends non-zero where a ratio is over its limit.
 */

const RULE = `title: Certificate exported through PowerShell
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        CommandLine|contains:
            - 'Export-PfxCertificate '
            - 'Export-Certificate '
    filter_admin:
        ParentImage|endswith: '\\ccmexec.exe'
    condition: selection and not filter_admin
`;

const ROUNDS = 9;

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

function time(work: () => number): { ms: number; result: number } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/** One rule over NDJSON text, reading included, against `JSON.parse` of the same lines alone. */
function oneRule(name: string, lines: string[], limit: number): boolean {
  const text = lines.join('\n');
  const { plan } = compile(RULE);
  if (!plan) throw new Error('the rule of the bench does not compile');
  const parse = () => {
    let sum = 0;
    for (const line of lines) sum += JSON.parse(line) === null ? 1 : 0;
    return sum;
  };
  const match = () => {
    const evaluator = new Evaluator(plan);
    const reader = new EventReader(text);
    let matches = 0;
    for (let slice = reader.next(); slice; slice = reader.next()) {
      if (slice.event && evaluator.verdict(slice.event) === 'match') matches++;
    }
    return matches;
  };
  const parseTimes: number[] = [];
  const matchTimes: number[] = [];
  const ratios: number[] = [];
  let matches = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const a = time(parse);
    const b = time(match);
    // The first round warms up.
    if (round === 0) continue;
    parseTimes.push(a.ms);
    matchTimes.push(b.ms);
    ratios.push(b.ms / a.ms);
    matches = b.result;
  }
  const ratio = median(ratios);
  const ok = ratio <= limit && matches === lines.length / 100;
  console.log(
    JSON.stringify({
      figure: name,
      events: lines.length,
      matches,
      'JSON.parse ms': Math.round(median(parseTimes)),
      'read and match ms': Math.round(median(matchTimes)),
      ratio: Number(ratio.toFixed(3)),
      limit,
      ok,
    }),
  );
  return ok;
}

const results = [
  oneRule('one rule, 100,000 flat events', sysmonLines(100_000), 1.3),
  oneRule('one rule, 100,000 nested events', nestedLines(100_000), 1.3),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
