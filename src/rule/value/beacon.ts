/** Called before each run of a backtracking expression, so it must be quick. */
export type BacktrackingListener = (pattern: string) => void;

/** Reports which backtracking expression is about to run, so that a watchdog outside can name one that hangs. */
export class Beacon {
  private last = '';

  /** `tell` is called only if the pattern differs from the last one. */
  constructor(private readonly tell: BacktrackingListener) {}

  /** Pass this in the options of whatever compiles the rules to watch. */
  readonly hear: BacktrackingListener = (pattern) => {
    if (pattern === this.last) return;
    this.last = pattern;
    this.tell(pattern);
  };

  /** Starts a new run: its first pattern is reported even if the last run ended with it. */
  forget(): void {
    this.last = '';
  }
}
