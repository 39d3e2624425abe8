import type { LogProblem } from './messages';
import type { FirstPiece, FoundFormat } from './source';

/** More than a user reads; beyond it problems are only counted. */
const KEPT = 1000;

/** What is reported about a log as a whole: its formats and its problems. */
export class LogFindings {
  readonly problems: LogProblem[] = [];
  readonly formats: FoundFormat[] = [];
  /** How many problems there are, kept or not. */
  count = 0;

  /** Adds the findings of a piece. */
  add({ place, slices, offsets, damage, formats }: FirstPiece): void {
    for (const [i, slice] of slices.entries()) {
      if (slice.event) continue;
      const { code, message } = slice;
      // A row with another number of cells is still read.
      const severity = code === 'table-more-cells' || code === 'table-fewer-cells' ? 'warning' : 'error';
      this.problem({ code, severity, message, offset: offsets[i]!, event: place.resumed.index + i });
    }
    for (const { code, severity, message, offset } of damage)
      this.problem({ code, severity, message, offset, event: null });
    for (const { format, written, evidence } of formats)
      if (!this.formats.some((known) => known.format === format))
        this.formats.push({ format, written, evidence });
  }

  /** What is wrong with an event, without its line; undefined if it is not among those that are kept. */
  messageOf(event: number): string | undefined {
    return this.problems.find((problem) => problem.event === event)?.message;
  }

  private problem(problem: LogProblem): void {
    this.count++;
    if (this.problems.length < KEPT) this.problems.push(problem);
  }
}
