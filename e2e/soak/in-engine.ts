import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Told, textsOf, type Work } from './engine';

/** Milliseconds for twenty texts; a text that takes longer hangs. */
const PATIENCE = 60_000;

/** What came of a part: its figures, and each fault with how to run it again. */
export interface Outcome {
  readonly figures: Readonly<Record<string, number | string>>;
  readonly faults: readonly string[];
}

/** Runs so many mutated texts through the engine. */
export async function inEngine(kind: Work['kind'], count: number, seed: number): Promise<Outcome> {
  const faults: string[] = [];
  const started = performance.now();
  const figures = { texts: count, matched: 0, problems: 0, seconds: 0 };
  let from = 0;
  while (from < count && faults.length < 20) from = await stretch(from);
  figures.seconds = Math.round((performance.now() - started) / 1000);
  return { figures, faults };

  /** Runs until the end, or until the process hangs or ends; gives where to go on. */
  function stretch(begin: number): Promise<number> {
    const child = fork(join(import.meta.dirname, 'engine.ts'), { execArgv: process.execArgv });
    let at = begin;
    let isDone = false;
    let why = 'The process ended';
    let timer = setTimeout(hangs, PATIENCE);
    function hangs() {
      why = 'Hangs';
      child.kill('SIGKILL');
    }
    child.on('message', (told: Told) => {
      clearTimeout(timer);
      if ('done' in told) {
        isDone = true;
        figures.matched += told.matched;
        figures.problems += told.problems;
        return;
      }
      timer = setTimeout(hangs, PATIENCE);
      if ('fault' in told) faults.push(noted(kind, seed, told.at, told.fault));
      else at = told.at;
    });
    child.send({ kind, seed, from: begin, to: count } satisfies Work);
    return new Promise((resolve) => {
      child.on('exit', () => {
        clearTimeout(timer);
        if (isDone) return resolve(count);
        faults.push(noted(kind, seed, at, `${why} at one of the twenty texts from here on`));
        resolve(at + 20);
      });
    });
  }
}

/** Writes down the texts of a fault, and says how to run it again. */
export function noted(kind: Work['kind'], seed: number, at: number, what: string): string {
  const { rule, events } = textsOf({ kind, seed }, at);
  const folder = join('reports', 'soak', `${kind}-${seed}-${at}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rule.yml'), rule);
  writeFileSync(join(folder, 'events.txt'), events);
  return `${kind}, seed ${seed}, number ${at} (${folder}): ${what}`;
}
