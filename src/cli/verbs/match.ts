import { availableParallelism } from 'node:os';
import type { SpecVersion } from '../../knowledge';
import type { FieldMapping } from '../../text';
import { leftOutLine, readTexts, reasonOf } from '../files';
import type { NamedText } from '../named-text';
import { compileText } from '../shares/compiled-rules';
import { type EventFile, EventFiles } from '../shares/event-files';
import { type Committed, FileRun, SHARES, type ShareSizes } from '../shares/file-run';
import { type Findings, findingsIn, type MatchFormat, SHOWN } from '../shares/findings';
import { type Correlating, Firings } from '../shares/firings';
import { type Lane, LaneEnded, OwnLane } from '../shares/lane';
import { Pool } from '../shares/pool';
import { Progress } from '../shares/progress';
import type { EventProblem, MatchLine, RuleFacts, RulesAsked, RulesRead } from '../shares/share';
import { type Terminal, UsageError } from '../terminal';

export interface MatchArguments {
  readonly rules: readonly string[];
  readonly events: readonly string[];
  /** The user's field mappings. */
  readonly mapping: FieldMapping;
  readonly ignoreLogsource: boolean;
  /** The version to read rules as that name none. */
  readonly spec: SpecVersion;
  readonly format: MatchFormat;
  readonly failOn: 'match' | 'miss' | null;
  /** How many share the work; null: as many as there are cores, less one. */
  readonly jobs: number | null;
}

/** What a run has besides its arguments; tests choose it. */
export interface MatchMeans {
  /** Starts one of several that share the work; absent: all of it is done in this thread. */
  readonly lane?: (asked: RulesAsked, beat: (events: number) => void) => Lane;
  readonly sizes?: ShareSizes;
  /** Matches that correlations may count are in memory up to this number, and in a file beyond. */
  readonly inMemory?: number;
}

/**
 * `match --rules PATH… --events PATH…`: one line a match with the rule's id, its title, the events' file, the event's
 * index from 0 and the selections that matched; a firing of a correlation has its members too, and comes behind all
 * matches. Matches come in the order of files and events, however many share the work. Exit code 0; 1 where a rule has
 * an error, takes too long or fails, where a file cannot be read, or as `--fail-on-match` and `--fail-on-miss` ask.
 * `--fail-on-match` is not met by events that could not be read: they might have matched.
 */
export async function match(
  args: MatchArguments,
  terminal: Terminal,
  means: MatchMeans = {},
): Promise<number> {
  if (args.rules.length === 0 || args.events.length === 0)
    throw new UsageError('match needs --rules PATH and --events PATH.');
  const rules = readTexts(args.rules, 'rules', terminal);
  const run = new MatchRun(args, terminal, rules.texts, new EventFiles(args.events), means);
  return await run.exitCode(rules.failed);
}

/** As many as there are cores, less one for the page of whoever waits. */
function jobsOf({ jobs }: MatchArguments): number {
  return jobs ?? Math.max(1, availableParallelism() - 1);
}

/** Surprises of a kind that are told of one file. */
const MOST_TOLD = 20;

/** One run of all rules over all files of events. */
class MatchRun {
  private readonly findings: Findings;
  private readonly progress: Progress;
  private readonly pool: Pool;
  /** Positions of the rules that were left out so far, in the order of events. */
  private readonly leftOut = new Set<number>();
  private rules: readonly RuleFacts[] = [];
  private correlating: readonly Correlating[] = [];
  private firings = new Firings([]);
  private matches = 0;
  private files = 0;
  private events = 0;
  /** Bytes of the files that are through. */
  private bytes = 0;
  /** A rule has an error, or a file could not be read. */
  private failed = false;
  /** Some event could not be read. */
  private isIncomplete = false;

  constructor(
    private readonly args: MatchArguments,
    private readonly terminal: Terminal,
    private readonly texts: readonly NamedText[],
    private readonly found: EventFiles,
    private readonly means: MatchMeans,
  ) {
    this.findings = findingsIn(args.format, terminal);
    this.progress = new Progress(terminal, found.size);
    const { mapping, ignoreLogsource, spec, format } = args;
    const asked = { rules: texts, mapping, ignoreLogsource, spec, texts: format === 'md' ? SHOWN : 0 };
    const jobs = jobsOf(args);
    const beat = (events: number) => this.progress.more(events);
    const lane = (jobs > 1 && means.lane) || ((of: RulesAsked) => new OwnLane(of, beat));
    this.pool = new Pool(jobs, () => lane(asked, beat));
  }

  async exitCode(failed: boolean): Promise<number> {
    this.failed = failed;
    try {
      this.takeRules(await this.pool.ready);
      await this.runOverAll();
    } catch (error) {
      if (!(error instanceof LaneEnded)) throw error;
      this.failed = true;
      this.terminal.err(`error: The rules could not be read: ${error.message}. [worker-ended]`);
    } finally {
      this.pool.close();
      this.firings.close();
      this.progress.end();
    }
    const { failOn } = this.args;
    if (this.failed || this.leftOut.size > 0) return 1;
    if (failOn === 'match') return this.matches > 0 || this.isIncomplete ? 1 : 0;
    return failOn === 'miss' && this.matches === 0 ? 1 : 0;
  }

  private takeRules({ rules, problems, correlating }: RulesRead): void {
    for (const line of problems) {
      this.failed = true;
      this.terminal.err(line);
    }
    this.rules = rules;
    this.correlating = correlating.map(({ text, first }) => ({
      collection: compileText(this.texts[text]!, this.args),
      first,
    }));
    this.firings = new Firings(this.correlating, this.means.inMemory);
  }

  private async runOverAll(): Promise<void> {
    const { leftOut, events } = { leftOut: this.found.leftOut, events: this.args.events };
    let some = false;
    for await (const file of this.inTurn()) {
      some = true;
      if ('reason' in file) this.unread(file.name, file.reason);
      else await this.runOver(file.run, file.refill);
    }
    if (leftOut.length > 0) this.terminal.err(leftOutLine(leftOut));
    if (!some) throw new UsageError(`There are no events in ${events.join(', ')}.`);
    const found = (rule: RuleFacts, line: MatchLine) => this.say(rule, line);
    const host = { found, warn: (line: string) => this.terminal.err(line) };
    this.firings.tell(host, ({ collection, first }) =>
      [...this.leftOut].some((position) => position >= first && position < first + collection.plans.length),
    );
    const { files } = this;
    this.findings.end({ rules: this.rules.length, files, events: this.events });
    await this.terminal.drained?.();
  }

  /** All files, in order; while one is worked on, shares of it and of those behind it are asked for. */
  private async *inTurn() {
    const waiting: (FileRun | { readonly name: string; readonly reason: string })[] = [];
    const all = this.found.all();
    const isFull = () =>
      waiting.reduce((sum, one) => sum + (one instanceof FileRun ? Math.max(1, one.asked) : 0), 0) >=
      this.pool.ahead;
    const leftOut = () => [...this.leftOut];
    const fetch = (): boolean => {
      const next = all.next();
      if (next.done) return false;
      const file: EventFile | { readonly name: string; readonly reason: string } = next.value;
      if ('reason' in file) waiting.push(file);
      else {
        const run = new FileRun(file, this.pool, leftOut, this.means.sizes ?? SHARES);
        waiting.push(run);
        // What it fails with is told in its turn.
        run.open().then(refill, () => {});
      }
      return true;
    };
    const refill = () => {
      for (const one of waiting) if (one instanceof FileRun) while (!isFull() && one.askAhead());
      while (!isFull() && fetch());
    };
    while (waiting.length > 0 || fetch()) {
      refill();
      const one = waiting[0]!;
      yield one instanceof FileRun ? { run: one, refill } : one;
      waiting.shift();
    }
  }

  private async runOver(run: FileRun, refill: () => void): Promise<void> {
    const { file } = run;
    this.files++;
    this.firings.file(file.name);
    const told = new Map<string, number>();
    try {
      for await (const committed of run.results(refill)) {
        this.take(committed, file.name, told);
        this.progress.through(this.bytes + committed.through);
        await this.terminal.drained?.();
      }
    } catch (error) {
      if (error instanceof LaneEnded)
        this.unread(
          file.name,
          `Two workers ended over the same part (${error.message}). The rest is left out.`,
        );
      else this.unread(file.name, reasonOf(error));
    }
    this.bytes += file.size ?? 0;
  }

  private unread(name: string, reason: string): void {
    this.failed = true;
    this.terminal.err(`${name}: error: ${reason} [file-unread]`);
  }

  /** Takes what came of the next share of a file. */
  private take({ result, first, lines }: Committed, name: string, told: Map<string, number>): void {
    for (const line of result.damage) {
      this.isIncomplete = true;
      this.terminal.err(`${name}:${line}`);
    }
    for (const problem of result.problems) this.tell(problem, name, lines, told);
    this.events += result.events;
    this.firings.add(result.kept, result.times, first, result.events);
    for (const { position, event, line } of result.leftOut)
      if (!this.leftOut.has(position)) this.terminal.err(line.join(`${name}#${first + event}`));
    for (const { event, rules } of result.matches)
      for (const { position, selections, text } of rules) {
        if (this.leftOut.has(position)) continue;
        const rule = this.rules[position]!;
        const { id, title, ownVerdict } = rule;
        if (ownVerdict)
          this.say(rule, { rule: id, title, file: name, event: first + event, selections }, text);
      }
    for (const { position } of result.leftOut) this.leftOut.add(position);
  }

  private tell(problem: EventProblem, name: string, lines: number, told: Map<string, number>): void {
    this.isIncomplete = true;
    const { line, column, severity, code, message, fault, fixes } = problem;
    if (fault === undefined) {
      const before = told.get(code) ?? 0;
      told.set(code, before + 1);
      if (before >= MOST_TOLD) return;
    }
    const said = fault === undefined ? message : `Line ${lines + fault}: ${message}`;
    this.terminal.err(`${name}:${lines + line}:${column}: ${severity}: ${said}${fixes} [${code}]`);
  }

  private say(rule: RuleFacts, line: MatchLine, text?: string): void {
    this.matches++;
    this.findings.take(rule, line, text);
  }
}
