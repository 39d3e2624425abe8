import { spawnSync } from 'node:child_process';
import { load } from 'js-yaml';
import { EventReader } from '../event';
import { RuleSet } from '../match';
import type { Plan } from '../rule';
import { compile } from '../rule';
import { catalogs } from './catalogs';
import { diverseLines } from './diverse';
import { sysmonLines } from './events';
import { compareByPiece, report, rounded } from './figure';
import { workstationLines } from './workstation';

const EVENTS = 10_000;
const ROUNDS = 7;

/** Reading and compiling a whole catalog against js-yaml's `load` of the same texts. */
function compiling(name: string, texts: readonly string[]): boolean {
  const pieces: string[][] = [];
  for (let at = 0; at < texts.length; at += 200) pieces.push(texts.slice(at, at + 200));
  const taken = compareByPiece(
    pieces,
    5,
    (piece) => piece.forEach((text) => void compile(text)),
    (piece) => piece.forEach((text) => void load(text)),
  );
  return report({
    figure: `${name}: reading and compiling, against js-yaml's load`,
    rules: texts.length,
    'load ms': Math.round(taken.measure),
    'compile ms': Math.round(taken.work),
    ratio: rounded(taken.ratio),
    limit: 1.2,
    ok: taken.ratio <= 1.2,
  });
}

/** Events as NDJSON, a thousand to a text. */
interface Piece {
  readonly lines: string[];
  readonly text: string;
}

function pieces(lines: readonly string[]): Piece[] {
  const made: Piece[] = [];
  for (let at = 0; at < lines.length; at += 1000) {
    const part = lines.slice(at, at + 1000);
    made.push({ lines: part, text: part.join('\n') });
  }
  return made;
}

function matchAll(set: RuleSet, text: string): number {
  let matches = 0;
  const reader = new EventReader(text);
  for (let slice = reader.next(); slice; slice = reader.next())
    if (slice.event) matches += set.match(slice.event).length;
  return matches;
}

/** All rules over events from NDJSON text, including reading it, against only `JSON.parse` of the same lines. */
function matching(
  name: string,
  plans: readonly Plan[],
  of: string,
  log: readonly Piece[],
  ignoreLogsource: boolean,
  limit: number,
): boolean {
  const set = new RuleSet(plans, { ignoreLogsource });
  let matches = 0;
  const taken = compareByPiece(
    log,
    ROUNDS,
    ({ text }) => (matches += matchAll(set, text)),
    ({ lines }) => lines.forEach((line) => void JSON.parse(line)),
  );
  return report({
    figure: `${name}: all rules over ${EVENTS} ${of}, log sources ${ignoreLogsource ? 'ignored' : 'on'}, against JSON.parse`,
    rules: plans.length,
    'matches per event': rounded(matches / EVENTS / (ROUNDS + 1)),
    'events a second': Math.round((EVENTS / taken.work) * 1000),
    'JSON.parse events a second': Math.round((EVENTS / taken.measure) * 1000),
    ratio: rounded(taken.ratio),
    limit,
    ok: taken.ratio <= limit,
  });
}

/** The cost of an event with ten times as many rules. */
function growth(name: string, plans: readonly Plan[], log: readonly Piece[]): boolean {
  // Every tenth, so that both sets have the same kinds of rules.
  const many = new RuleSet(plans.slice(0, 3000));
  const few = new RuleSet(plans.slice(0, 3000).filter((_, i) => i % 10 === 0));
  const taken = compareByPiece(
    log,
    ROUNDS,
    ({ text }) => matchAll(many, text),
    ({ text }) => matchAll(few, text),
  );
  return report({
    figure: `${name}: cost of an event, 3,000 rules against 300`,
    ratio: rounded(taken.ratio),
    limit: 2,
    ok: taken.ratio <= 2,
  });
}

/** 100,000 events and all rules at once, in a process of its own with limited memory. */
function memory(): boolean {
  const limit = 400;
  const child = spawnSync(process.execPath, [`--max-old-space-size=${limit}`, process.argv[1]!, 'memory'], {
    encoding: 'utf8',
  });
  const mb = Number(child.stdout.trim());
  const ok = child.status === 0 && mb > 0 && mb <= limit;
  if (!ok) console.error(child.stderr.split('\n').slice(0, 5).join('\n'));
  return report({ figure: '100,000 diverse events and all rules, memory in MB', MB: mb, limit, ok });
}

/** The figures for many rules at once; true if all are within their limits. */
export function manyRules(): boolean {
  const diverse = pieces(diverseLines(EVENTS));
  // The limits are those with log sources on, and with these ignored.
  const logs = [
    { of: 'uniform events, whose texts repeat', log: pieces(sysmonLines(EVENTS)), on: 8, ignored: 15 },
    { of: 'diverse events', log: diverse, on: 5, ignored: 10 },
    {
      of: 'events of a workstation, of all kinds',
      log: pieces(workstationLines(EVENTS)),
      on: 5,
      ignored: 10,
    },
  ];
  const results = catalogs().flatMap(({ name, texts }) => {
    const plans = texts.flatMap((text) => compile(text).plan ?? []);
    return [
      compiling(name, texts),
      ...logs.flatMap(({ of, log, on, ignored }) => [
        matching(name, plans, of, log, false, on),
        matching(name, plans, of, log, true, ignored),
      ]),
      growth(name, plans, diverse),
    ];
  });
  return [...results, memory()].every(Boolean);
}
