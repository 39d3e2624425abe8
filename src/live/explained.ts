import type { EventSlice } from '../event';
import { type Evaluator, explainWith, type Mark, type MatchOptions, marksOf, type Trace } from '../match';
import type { Turns } from '../turns';
import { aroundSight, eventsInSight, type OnScreen } from './on-screen';
import type { Work } from './work';

/** What is reported about the events on screen. */
interface ScreenExplained {
  /** All marks of each event that is in sight for the first time. */
  readonly marks: readonly Mark[];
  /** For the chosen event and those beside it; null for one that cannot be read. */
  readonly traces: ReadonlyMap<number, Trace | null>;
}

/** Explanations of the events of one run. The marks of an event are returned once. */
export class Explained {
  private readonly marked = new Set<number>();
  /** The explanations on screen. */
  private shown: ReadonlyMap<number, Trace | null> = new Map();

  constructor(
    private readonly evaluator: Evaluator,
    private readonly slices: readonly EventSlice[],
    private readonly options: MatchOptions,
    private readonly work: Work,
  ) {}

  /** Why an event has its verdict; null if it cannot be read. */
  trace(index: number): Trace | null {
    const known = this.shown.get(index);
    if (known !== undefined) return known;
    const event = this.slices[index]?.event;
    if (!event || !this.work.beginFor('explain', index)) return null;
    return explainWith(this.evaluator, event, this.options);
  }

  /** The explanations on screen, and the marks of the events in sight. */
  onScreen({ event, visible, also = [] }: OnScreen): ScreenExplained {
    const wanted = event === null ? also : [...also, event];
    const traces = new Map(wanted.map((i) => [i, this.trace(i)]));
    this.shown = traces;
    const [first, last] = eventsInSight(this.slices, visible);
    const marks: Mark[] = [];
    for (let i = first; i < last; i++) marks.push(...this.newMarks(i));
    for (const i of wanted) marks.push(...this.newMarks(i));
    return { marks, traces };
  }

  /** The events just out of sight whose marks were not yet returned; null if there are none. */
  ahead({ visible }: OnScreen): readonly number[] | null {
    const [first, last] = aroundSight(this.slices, visible);
    const ahead: number[] = [];
    for (let i = first; i < last; i++) if (!this.marked.has(i)) ahead.push(i);
    return ahead.length > 0 ? ahead : null;
  }

  /** The marks of these events; null if they are no longer wanted. */
  async marksOf(events: readonly number[], turns: Turns): Promise<readonly Mark[] | null> {
    const marks: Mark[] = [];
    for (const event of events) {
      marks.push(...this.newMarks(event));
      if (turns.isOver && !(await turns.goOn())) return null;
    }
    return marks;
  }

  private newMarks(index: number): readonly Mark[] {
    if (this.marked.has(index)) return [];
    this.marked.add(index);
    const trace = this.trace(index);
    return trace ? marksOf(trace) : [];
  }
}
