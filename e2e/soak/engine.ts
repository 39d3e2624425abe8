import { LIVE_PANELS, LiveEngine, type LiveMessage } from '../../src/live';
import { mutated, PAIRS } from './mutate';

/*
 * Runs mutated texts through the whole engine: reading, compiling, checks, verdicts, explanations, and what each panel
 * shows. A process of its own, so that whatever hangs or ends it is noticed: before each text it says which it is.
 */

/** What the process is told and tells. */
export interface Work {
  readonly kind: 'rules' | 'events';
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}
export type Told =
  | { readonly at: number }
  | { readonly fault: string; readonly at: number }
  | { readonly done: true; readonly matched: number; readonly problems: number };

const SETTINGS = { ignoreLogsource: true, placeholders: { p: ['a', 'b*'] } };

/** The two texts of a number of a run. */
export function textsOf(
  { kind, seed }: Pick<Work, 'kind' | 'seed'>,
  at: number,
): { rule: string; events: string } {
  const own = seed * 1_000_003 + at;
  const { rule, events } = PAIRS[own % PAIRS.length]!;
  return kind === 'rules'
    ? { rule: mutated(rule, 'rule', own), events }
    : { rule, events: mutated(events, 'events', own) };
}

/** Runs one text, and gives what the engine posted. Throws where a range is outside of its text. */
async function run(rule: string, events: string, isWhole: boolean): Promise<LiveMessage[]> {
  const messages: LiveMessage[] = [];
  const engine = new LiveEngine((message) => messages.push(message));
  const screen = { event: 0, visible: null, open: isWhole ? LIVE_PANELS : [] };
  await engine.run(rule, events, SETTINGS, screen, async () => true);
  for (const message of messages) {
    if (message.kind !== 'rule' && message.kind !== 'problems' && message.kind !== 'events') continue;
    const { length } = message.kind === 'events' ? events : rule;
    for (const { range, code } of message.problems)
      if (!(range.start >= 0 && range.start <= range.end && range.end <= length))
        throw new Error(`${code} at ${JSON.stringify(range)} of ${length}`);
  }
  return messages;
}

async function work({ kind, seed, from, to }: Work): Promise<void> {
  const tell = (told: Told) => process.send?.(told);
  const counted = { matched: 0, problems: 0 };
  for (let at = from; at < to; at++) {
    if (at % 20 === 0) tell({ at });
    const { rule, events } = textsOf({ kind, seed }, at);
    try {
      const messages = await run(rule, events, kind === 'rules');
      for (const message of messages) {
        if (message.kind === 'problems') counted.problems += message.problems.length;
        if (message.kind === 'trace' && message.trace?.matched) counted.matched++;
      }
    } catch (error) {
      tell({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error), at });
    }
  }
  tell({ done: true, ...counted });
}

if (process.send) process.on('message', (told: Work) => void work(told).then(() => process.disconnect?.()));
