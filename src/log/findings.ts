import { faultWords } from '../event';
import type { Words } from '../text';
import type { LogProblem } from './messages';
import type { FirstPiece, FoundFormat } from './source';

/** More than a user reads; beyond it problems are only counted. */
const KEPT = 1000;

/** What is reported about a log as a whole: its formats and its problems. */
export class LogFindings {
  readonly problems: LogProblem[] = [];
  readonly formats: FoundFormat[] = [];
  /** What is wrong with an event, without its line, for those that are kept. */
  private readonly faults = new Map<number, Words>();
  /** How many problems there are, kept or not. */
  count = 0;
  private readonly counts = new Map<number, number>();

  /** Adds the findings of a piece. */
  add({ place, slices, offsets, damage, formats, file = 0, fileBegin = 0 }: FirstPiece): void {
    for (const [i, slice] of slices.entries()) {
      if (slice.event) continue;
      const { code } = slice;
      // A row with another number of cells is still read.
      const severity = code === 'table-more-cells' || code === 'table-fewer-cells' ? 'warning' : 'error';
      const event = place.resumed.index + i;
      if (this.problems.length < KEPT) this.faults.set(event, slice.message);
      this.problem({
        code,
        severity,
        message: faultWords(slice),
        offset: offsets[i]! - fileBegin,
        event,
        file,
      });
    }
    for (const { code, severity, message, offset } of damage)
      this.problem({ code, severity, message, offset: offset - fileBegin, event: null, file });
    for (const { format, written, evidence } of formats)
      if (!this.formats.some((known) => known.format === format))
        this.formats.push({ format, written, evidence });
  }

  /** What is wrong with an event, without its line; undefined if it is not among those that are kept. */
  messageOf(event: number): Words | undefined {
    return this.faults.get(event);
  }

  /** How many problems each file has that has any. */
  get ofFiles(): { readonly file: number; readonly count: number }[] {
    return [...this.counts].map(([file, count]) => ({ file, count }));
  }

  private problem(problem: LogProblem): void {
    this.count++;
    this.counts.set(problem.file, (this.counts.get(problem.file) ?? 0) + 1);
    if (this.problems.length < KEPT) this.problems.push(problem);
  }
}
