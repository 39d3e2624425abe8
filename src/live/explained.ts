import type { EventSlice } from '../event';
import { type Evaluator, explainWith, type Mark, type MatchOptions, marksOf, type Trace } from '../match';
import type { Turns } from '../turns';
import { eventsInSight, type OnScreen } from './on-screen';
import type { Work } from './work';

/** What is told of the events on screen. */
interface ScreenExplained {
  /** All marks of each event that is named. */
  readonly marks: readonly Mark[];
  /** Of the chosen event and of those beside it; null for one that cannot be read. */
  readonly traces: ReadonlyMap<number, Trace | null>;
}

/** Explanations of the events of one run. */
export class Explained {
  private last: { readonly event: number; readonly trace: Trace | null } | null = null;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly slices: readonly EventSlice[],
    private readonly options: MatchOptions,
    private readonly work: Work,
  ) {}

  /** Why an event has its verdict; null where it cannot be read. The last one is kept. */
  trace(event: number): Trace | null {
    if (this.last?.event !== event) this.last = { event, trace: this.explain(event) };
    return this.last.trace;
  }

  /** The marks of the events in sight, and the explanations that are shown. */
  onScreen({ event, visible, also = [] }: OnScreen): ScreenExplained {
    const [first, last] = eventsInSight(this.slices, visible);
    const shown = new Set(event === null ? also : [...also, event]);
    const marks: Mark[] = [];
    const traces = new Map<number, Trace | null>();
    for (let i = first; i < last; i++) {
      const trace = i === event ? this.trace(i) : this.explain(i);
      if (trace) marks.push(...marksOf(trace));
      if (shown.has(i)) traces.set(i, trace);
    }
    for (const i of shown) {
      if (traces.has(i)) continue;
      const trace = i === event ? this.trace(i) : this.explain(i);
      traces.set(i, trace);
      if (trace) marks.push(...marksOf(trace));
    }
    return { marks, traces };
  }

  /** The marks of the events out of sight, so that scrolling finds them there; null where they are no longer wanted. */
  async outOfSight({ visible }: OnScreen, turns: Turns): Promise<readonly Mark[] | null> {
    const [first, last] = eventsInSight(this.slices, visible);
    const marks: Mark[] = [];
    for (let i = 0; i < this.slices.length; i++) {
      if (i >= first && i < last) continue;
      const trace = this.explain(i);
      if (trace) marks.push(...marksOf(trace));
      if (turns.isOver && !(await turns.goOn())) return null;
    }
    return marks;
  }

  private explain(index: number): Trace | null {
    const event = this.slices[index]?.event;
    if (!event || !this.work.beginFor('explain', index)) return null;
    return explainWith(this.evaluator, event, this.options);
  }
}
