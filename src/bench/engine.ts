import { EventReader } from '../event';
import { Evaluator } from '../match';
import { compile } from '../rule';
import { diverseLines } from './diverse';
import { nestedLines } from './events';
import { eventLogs } from './evtx';
import { compareByPiece, report, rounded } from './figure';
import { keystrokes } from './keystroke';
import { linting } from './lint';
import { holdLog, largeLog } from './log';
import { indexLookups } from './lookup';
import { manyRules } from './many';
import { members } from './members';
import { holdEverything } from './memory';

/*
 * `npm run bench`: figures as JSON lines, each a ratio of two times measured in turn in the same run, so that the
 * machine cancels out. The exit code is non-zero if a ratio exceeds its limit.
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

/** One rule over NDJSON text, including reading it, against only `JSON.parse` of the same lines. */
function oneRule(name: string, lines: string[], limit: number): boolean {
  const { plan } = compile(RULE);
  if (!plan) throw new Error('the rule of the bench does not compile');
  const pieces: { lines: string[]; text: string }[] = [];
  for (let at = 0; at < lines.length; at += PIECE) {
    const part = lines.slice(at, at + PIECE);
    pieces.push({ lines: part, text: part.join('\n') });
  }
  const evaluator = new Evaluator(plan);
  let matches = 0;
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
  const taken = compareByPiece(
    pieces,
    ROUNDS,
    (piece) => (matches += match(piece.text)),
    (piece) => parse(piece.lines),
  );
  const perRound = matches / (ROUNDS + 1);
  return report({
    figure: name,
    events: lines.length,
    matches: perRound,
    'JSON.parse ms': Math.round(taken.measure),
    'read and match ms': Math.round(taken.work),
    ratio: rounded(taken.ratio, 3),
    limit,
    ok: taken.ratio <= limit && perRound === lines.length / 100,
  });
}

if (process.argv[2] === 'memory') holdEverything();
else if (process.argv[2] === 'log') await holdLog(process.argv[3]!);
else {
  const results = [
    oneRule('one rule, 100,000 flat diverse events', diverseLines(100_000), 1.25),
    oneRule('one rule, 100,000 nested events', nestedLines(100_000), 1.3),
    manyRules(),
    indexLookups(),
    members(),
    linting(),
    ...eventLogs(),
    await largeLog(),
    await keystrokes(),
  ];
  process.exitCode = results.every(Boolean) ? 0 : 1;
}
