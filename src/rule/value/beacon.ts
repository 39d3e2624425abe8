/** Called before each run of a pattern that may take long, so it must be quick. */
export type PatternListener = (pattern: string) => void;

/**
 * The linear engine and the wildcards take long on long texts only: they report their runs from this length on. An expression
 * that backtracks may take for ever on a few characters, and reports each run.
 */
export const LONG_TEXT = 256;

/**
 * Reports which pattern is about to run, so that a watchdog outside can name one that hangs. A message for each of a million
 * runs would cost more than the runs: each pattern is reported once, when it first runs. If several have run, the last one
 * reported is not surely the one that hangs; a second, exact run finds out which.
 */
export class Beacon {
  private last = '';
  private readonly known = new Set<string>();
  private exact = false;
  private isStale = false;

  /** `isSure`: the pattern is the only one that can be running until the next report. */
  constructor(private readonly tell: (pattern: string, isSure: boolean) => void) {}

  /** Pass this in the options of whatever compiles the rules to watch. */
  readonly hear: PatternListener = (pattern) => {
    if (!this.isStale && (pattern === this.last || (!this.exact && this.known.has(pattern)))) return;
    this.isStale = false;
    this.last = pattern;
    this.known.add(pattern);
    this.tell(pattern, this.exact || this.known.size === 1);
  };

  /** Exact: a pattern is reported whenever the last run was of another. For work that is short, or known to hang. */
  get isExact(): boolean {
    return this.exact;
  }
  set isExact(exact: boolean) {
    // What was surely running need not be what runs from here on.
    if (this.exact && !exact) this.isStale = true;
    this.exact = exact;
  }

  /** Starts a new run: its patterns are reported even if the last run reported them. */
  forget(): void {
    this.last = '';
    this.known.clear();
    this.isStale = false;
  }
}
