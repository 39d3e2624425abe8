import type { Plan } from '../rule';
import type { Turn } from '../turns';
import type { Doing, Stopped } from './doing';
import type { EventsRead } from './events-read';
import type { LiveMessage } from './messages';
import type { RuleInForce } from './rule-in-force';

/**
 * Says what is done and for which event, for a watchdog outside: but only once a backtracking expression runs, and where none
 * runs any more. What did not end before is not begun again.
 */
export class Work {
  private now: Omit<Extract<LiveMessage, { kind: 'doing' }>, 'kind' | 'runs'> = {
    doing: 'evaluate',
    event: null,
  };
  /** A pattern runs, as far as was told; and whether that was told since others last had a turn. */
  private runs = false;
  private isFresh = false;
  stopped: readonly Stopped[] = [];

  constructor(
    private readonly rule: RuleInForce,
    private readonly events: EventsRead,
    private readonly post: (message: LiveMessage) => void,
  ) {}

  /** From here on this is done, for no single event. */
  begin(doing: Doing): void {
    this.change({ doing, event: null });
  }

  /** From here on this is done for an event. False, and told, where that did not end before. */
  beginFor(doing: Doing, index: number): boolean {
    const { stopped, rule, events } = this;
    const before = rule.chosen && find(stopped, doing, rule.chosen.plan, () => events.textOf(index));
    if (before) this.post({ kind: 'stopped', event: index, doing, pattern: before.pattern });
    else this.change({ doing, event: { index, range: events.slices[index]?.range ?? { start: 0, end: 0 } } });
    return !before;
  }

  /** A backtracking expression is about to run. Called each time, so it is quick. */
  patternRuns(): void {
    if (this.isFresh) return;
    this.isFresh = true;
    this.runs = true;
    this.post({ kind: 'doing', ...this.now, runs: true });
  }

  /** Gives others a turn; what is done then is what was done before it. */
  async goOnAfter(turn: Turn): Promise<boolean> {
    const { now } = this;
    const wanted = await turn();
    // What was told before may have been overtaken.
    this.isFresh = false;
    if (this.now !== now) this.change(now);
    return wanted;
  }

  private change(now: Work['now']): void {
    const isOther = this.now.doing !== now.doing;
    this.now = now;
    this.isFresh = false;
    // The same for another event tells of itself soon enough.
    if (!this.runs || !isOther) return;
    this.runs = false;
    this.post({ kind: 'doing', ...now, runs: false });
  }
}

/** What keeps this work from being done for an event of this text, under a rule that still has the expression. */
function find(
  stopped: readonly Stopped[],
  doing: Doing,
  { backtracking }: Plan,
  textOf: () => string,
): Stopped | undefined {
  if (stopped.length === 0) return undefined;
  const text = textOf();
  return stopped.find(
    (s) =>
      s.doing === doing &&
      (s.text === null || s.text === text) &&
      (s.pattern === null || backtracking.some(({ source }) => source === s.pattern)),
  );
}
