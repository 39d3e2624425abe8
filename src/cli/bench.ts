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
const PIECE = 5_000;

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
  const { plan } = compile(RULE);
  if (!plan) throw new Error('the rule of the bench does not compile');
  // Both take turns piece by piece, so that whatever else the machine does falls on both alike.
  const pieces: { lines: string[]; text: string }[] = [];
  for (let at = 0; at < lines.length; at += PIECE) {
    const part = lines.slice(at, at + PIECE);
    pieces.push({ lines: part, text: part.join('\n') });
  }
  const evaluator = new Evaluator(plan);
  const parse = (part: string[]) => {
    let sum = 0;
    for (const line of part) sum += JSON.parse(line) === null ? 1 : 0;
    return sum;
  };
  const match = (text: string) => {
    const reader = new EventReader(text);
    let matches = 0;
    for (let slice = reader.next(); slice; slice = reader.next()) {
      if (slice.event && evaluator.verdict(slice.event) === 'match') matches++;
    }
    return matches;
  };
  const rounds: { parse: number; match: number }[] = [];
  let matches = 0;
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    const sums = { parse: 0, match: 0 };
    matches = 0;
    for (const piece of pieces) {
      sums.parse += time(() => parse(piece.lines)).ms;
      const matched = time(() => match(piece.text));
      sums.match += matched.ms;
      matches += matched.result;
    }
    if (round > 0) rounds.push(sums);
  }
  const ratio = median(rounds.map((r) => r.match / r.parse));
  const ok = ratio <= limit && matches === lines.length / 100;
  console.log(
    JSON.stringify({
      figure: name,
      events: lines.length,
      matches,
      'JSON.parse ms': Math.round(median(rounds.map((r) => r.parse))),
      'read and match ms': Math.round(median(rounds.map((r) => r.match))),
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
