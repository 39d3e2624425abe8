/** Told of a backtracking expression before each of its runs, so it must be quick. */
export type BacktrackingListener = (pattern: string) => void;

/** Says which backtracking expression is about to run, so that a watchdog outside can name the one that hangs. */
export class Beacon {
  private last = '';

  /** `tell` gets a pattern only where the last one was another. */
  constructor(private readonly tell: BacktrackingListener) {}

  /** Belongs in the options of whatever compiles the rules that are watched. */
  readonly hear: BacktrackingListener = (pattern) => {
    if (pattern === this.last) return;
    this.last = pattern;
    this.tell(pattern);
  };

  /** A new run begins: its first pattern is told even where the last run ended with it. */
  forget(): void {
    this.last = '';
  }
}
