import type { SigmaEvent } from '../event';
import { OneByOne, RuleSet, type SetOptions } from '../match';
import type { Plan } from '../rule';
import { say, type Words } from '../text';
import type { Turns } from '../turns';

/** Milliseconds that one rule may take for one event once each is asked alone. */
const SLOW = 2000;

/** Why a rule is left out of a run. */
export interface RuleFault {
  readonly rule: number;
  readonly code: 'rule-failed' | 'rule-slow';
  /** As a sentence about the rule. */
  readonly reason: Words;
}

/** What a careful run says and asks while it goes. */
export interface CarefulHost {
  /** A rule is about to be asked alone about the event. */
  begins(rule: number): void;
  /** A rule is left out from here on. */
  leaveOut(fault: RuleFault): void;
  readonly turns: Turns;
}

/**
 * All rules over event after event. Where they fail together, each is asked alone: the guilty one is left out, and the others
 * answer all the same.
 */
export class CarefulRun {
  private set: RuleSet | null = null;
  private readonly singles: OneByOne;

  /** `without`: positions of rules that are left out; more come to it. */
  constructor(
    private readonly plans: readonly Plan[],
    private readonly options: SetOptions,
    private readonly without: Set<number>,
  ) {
    this.singles = new OneByOne(plans, options);
  }

  /** The rules that match the event; null where an error says that each has to be asked alone. */
  together(event: SigmaEvent): number[] | null {
    // Building a set takes longer than a short run; it is kept.
    this.set ??= new RuleSet(this.plans, { ...this.options, without: new Set(this.without) });
    try {
      return this.set.match(event);
    } catch {
      // Half of an event may stand in the set.
      this.set = null;
      return null;
    }
  }

  /** The rules that match the event, each asked alone; null where the run is no longer wanted. `number` names the event. */
  async oneByOne(event: SigmaEvent, number: number, host: CarefulHost): Promise<number[] | null> {
    const matches: number[] = [];
    const leaveOut = (fault: RuleFault) => {
      this.without.add(fault.rule);
      this.set = null;
      host.leaveOut(fault);
    };
    for (let rule = 0; rule < this.plans.length; rule++) {
      if (this.without.has(rule)) continue;
      host.begins(rule);
      const since = performance.now();
      try {
        if (this.singles.matches(rule, event)) matches.push(rule);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        leaveOut({ rule, code: 'rule-failed', reason: say`It failed on event ${number + 1}: ${why}.` });
      }
      const took = performance.now() - since;
      if (took > SLOW && !this.without.has(rule)) {
        const seconds = (took / 1000).toFixed(1);
        leaveOut({ rule, code: 'rule-slow', reason: say`It took ${seconds} s for event ${number + 1}.` });
      }
      if (host.turns.isOver && !(await host.turns.goOn())) return null;
    }
    return matches;
  }
}
