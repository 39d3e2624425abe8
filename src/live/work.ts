import type { Plan } from '../rule';
import type { Turn } from '../turns';
import type { Doing, Stopped } from './doing';
import type { EventsRead } from './events-read';
import type { LiveMessage } from './messages';
import type { RuleInForce } from './rule-in-force';

/**
 * Announces the current work and its event, for a watchdog outside: but only when a backtracking expression runs, and
 * when none runs any more. Work that did not end before is not started again.
 */
export class Work {
  private now: Omit<Extract<LiveMessage, { kind: 'doing' }>, 'kind' | 'runs'> = {
    doing: 'evaluate',
    event: null,
  };
  /** Whether a pattern runs, as announced; and whether that was announced since other work last ran. */
  private runs = false;
  private isFresh = false;
  stopped: readonly Stopped[] = [];

  constructor(
    private readonly rule: RuleInForce,
    private readonly events: EventsRead,
    private readonly post: (message: LiveMessage) => void,
  ) {}

  /** This work begins; it is for no single event. */
  begin(doing: Doing): void {
    this.change({ doing, event: null });
  }

  /** This work begins for an event. False, and reported, if it did not end before. */
  beginFor(doing: Doing, index: number): boolean {
    const { stopped, rule, events } = this;
    const before = rule.chosen && find(stopped, doing, rule.chosen.plan, () => events.textOf(index));
    if (before) this.post({ kind: 'stopped', event: index, doing, pattern: before.pattern });
    else this.change({ doing, event: { index, range: events.slices[index]?.range ?? { start: 0, end: 0 } } });
    return !before;
  }

  /** True if the work is for a single event, so that few patterns run. */
  get isOfOne(): boolean {
    const { doing, event } = this.now;
    // A repair is tried on all events.
    return event !== null && doing !== 'repair';
  }

  /** A pattern is about to run. Called each time, so it is quick. */
  patternRuns(): void {
    if (this.isFresh) return;
    this.isFresh = true;
    this.runs = true;
    this.post({ kind: 'doing', ...this.now, runs: true });
  }

  /** Lets other work run; afterwards, the work is the same as before. */
  async goOnAfter(turn: Turn): Promise<boolean> {
    const { now } = this;
    const wanted = await turn();
    // Earlier announcements may have been superseded.
    this.isFresh = false;
    if (this.now !== now) this.change(now);
    return wanted;
  }

  private change(now: Work['now']): void {
    const isOther = this.now.doing !== now.doing;
    this.now = now;
    this.isFresh = false;
    // The same work for another event announces itself soon enough.
    if (!this.runs || !isOther) return;
    this.runs = false;
    this.post({ kind: 'doing', ...now, runs: false });
  }
}

/** What prevents this work for an event with this text, under a rule that still has the expression. */
function find(
  stopped: readonly Stopped[],
  doing: Doing,
  { patterns }: Plan,
  textOf: () => string,
): Stopped | undefined {
  if (stopped.length === 0) return undefined;
  const text = textOf();
  return stopped.find(
    (s) =>
      s.doing === doing &&
      (s.text === null || s.text === text) &&
      (s.pattern === null || patterns.some(({ source }) => source === s.pattern)),
  );
}
