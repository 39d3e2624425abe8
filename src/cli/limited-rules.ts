import type { SigmaEvent } from '../event';
import { Evaluator, OneByOne, RuleSet } from '../match';
import type { CompiledRule, PatternListener } from '../rule';
import { code, say } from '../text';
import type { NamedText } from './named-text';
import { problemLine } from './terminal';
import { OutOfTime, withinTime } from './time-limit';

/** A rule and the file that it stands in. */
export interface RuleInFile {
  readonly rule: CompiledRule;
  readonly file: NamedText;
}

/** A rule that matches an event. */
export interface RuleMatch {
  readonly position: number;
  readonly selections: readonly string[];
}

/** Milliseconds of work between two looks at the clock. */
const STRETCH = 250;
/** Milliseconds in which all rules are done with an event; longer, and each has to show how long it takes. */
const ALL = 1000;
/** Milliseconds in which one rule is done with one event. */
const ONE = 3000;

/** The pattern that was last begun, for whoever compiles the rules and whoever stops them. */
export class LastPattern {
  source = '';
  readonly hear: PatternListener = (pattern) => {
    this.source = pattern;
  };
}

/**
 * Rules over events, each rule with a limit on the time that it takes for one event. One that takes longer, or fails, is told
 * with its pattern and left out from there on; the others go on.
 */
export class LimitedRules {
  /** Positions of the rules that are left out. */
  private leftOut = new Set<number>();
  private set: RuleSet;
  private readonly singles: OneByOne;
  private readonly evaluators = new Map<number, Evaluator>();
  private limit = ALL;

  constructor(
    private readonly rules: readonly RuleInFile[],
    private readonly options: { readonly ignoreLogsource: boolean },
    private readonly pattern: LastPattern,
    /** Is told of each rule that is left out, with why, as a line. */
    private readonly leaves: (position: number, why: string) => void,
    /** Called while it works, so that whoever waits knows that it does. */
    private readonly beat: () => void = () => {},
  ) {
    this.singles = new OneByOne(this.plans, options);
    this.set = this.setOfRest();
  }

  /** From here on exactly these rules are left out, by their positions. */
  leaveOut(positions: Iterable<number>): void {
    const next = new Set(positions);
    if (next.size === this.leftOut.size && [...next].every((one) => this.leftOut.has(one))) return;
    this.leftOut = next;
    this.set = this.setOfRest();
  }

  /** Asks all rules about each event, in order; `tell` gets the matches of each, `where` names it in what is told of a rule. */
  run(
    events: readonly SigmaEvent[],
    where: (index: number) => string,
    tell: (index: number, matches: readonly RuleMatch[]) => void,
  ): void {
    for (let next = 0; next < events.length; ) {
      const found: number[][] = [];
      const isThrough = this.stretch(events, next, found);
      for (const positions of found) {
        const index = next++;
        tell(index, this.withSelections(positions, events[index]!, where(index)));
      }
      if (isThrough || next >= events.length) continue;
      const event = events[next]!;
      const positions = this.oneByOne(event, where(next));
      tell(next, this.withSelections(positions, event, where(next)));
      next++;
    }
  }

  /** Asks about the events from `first` on until it is time to tell. False where the event behind the last found was too much. */
  private stretch(events: readonly SigmaEvent[], first: number, found: number[][]): boolean {
    const until = performance.now() + STRETCH;
    try {
      withinTime(STRETCH + this.limit, () => {
        while (first + found.length < events.length && performance.now() < until)
          found.push(this.set.match(events[first + found.length]!));
      });
      return true;
    } catch {
      // Whichever rule it was shows when each is asked alone.
      return false;
    }
  }

  /** Asks each rule alone, and leaves out those that fail. */
  private oneByOne(event: SigmaEvent, where: string): number[] {
    const before = this.leftOut.size;
    const positions = this.rules.flatMap((_, position) => {
      if (this.leftOut.has(position)) return [];
      this.beat();
      const matches = this.limited(position, where, () => this.singles.matches(position, event));
      return matches === true ? [position] : [];
    });
    // Then it was the number of rules that took so long, or making their set.
    if (this.leftOut.size === before) this.limit *= 4;
    this.set = this.setOfRest();
    return positions;
  }

  private withSelections(positions: readonly number[], event: SigmaEvent, where: string): RuleMatch[] {
    return positions.map((position) => {
      const evaluator = this.evaluators.get(position) ?? new Evaluator(this.rules[position]!.rule.plan);
      this.evaluators.set(position, evaluator);
      const selections = this.limited(position, where, () => evaluator.matchedSelections(event));
      return { position, selections: selections ?? [] };
    });
  }

  /** Has a rule do something; undefined where it fails or takes too long, and is left out. */
  private limited<T>(position: number, where: string, work: () => T): T | undefined {
    if (this.leftOut.has(position)) return undefined;
    this.pattern.source = '';
    try {
      return withinTime(ONE, work);
    } catch (error) {
      this.leftOut.add(position);
      this.set = this.setOfRest();
      const { rule, file } = this.rules[position]!;
      this.leaves(position, ruleProblem(rule, file, where, this.pattern, error));
      return undefined;
    }
  }

  private setOfRest(): RuleSet {
    return new RuleSet(this.plans, { ...this.options, without: new Set(this.leftOut) });
  }

  private get plans() {
    return this.rules.map(({ rule }) => rule.plan);
  }
}

/** Why a rule is left out, as a line: the pattern where one ran, at its place in the rule. */
export function ruleProblem(
  { plan, title }: CompiledRule,
  file: NamedText,
  where: string,
  { source }: LastPattern,
  error: unknown,
  then = 'The rule is left out from here on.',
): string {
  const pattern = plan.patterns.find((one) => one.source === source);
  const range = pattern?.range ?? plan.condition.range;
  const what = pattern ? say`The pattern ${code(source ?? '')} of "${title}"` : [`"${title}"`];
  const [kind, message] =
    error instanceof OutOfTime
      ? ['rule-slow', say`${what} took too long on ${where} and was stopped. ${then}`]
      : ['rule-failed', say`${what} failed on ${where} (${messageOf(error)}). ${then}`];
  return problemLine(file, { code: kind, severity: 'error', range, message });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
