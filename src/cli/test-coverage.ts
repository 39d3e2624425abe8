import type { SigmaEvent } from '../event';
import { type RuleFile, TestCoverage } from '../expect';
import type { CompiledRule } from '../rule';
import { LineIndex } from '../text';
import type { Terminal } from './terminal';

/** What the tests of a run exercise of each rule that has any. */
export class CoverageReport {
  private readonly rules = new Map<
    CompiledRule,
    { readonly file: RuleFile; readonly coverage: TestCoverage }
  >();

  /** Adds the events of a test of a rule. */
  add(file: RuleFile, rule: CompiledRule, events: readonly SigmaEvent[]): void {
    const known = this.rules.get(rule) ?? { file, coverage: new TestCoverage(rule) };
    this.rules.set(rule, known);
    known.coverage.add(events);
  }

  /**
   * Prints a line for each rule, and one for each selection and value that no test exercises. False if the rules together
   * have a smaller percentage of them exercised than `min`.
   */
  tell(min: number | null, terminal: Terminal, json: boolean): boolean {
    let [all, exercised] = [0, 0];
    for (const [rule, { file, coverage }] of this.rules) {
      all += coverage.all;
      exercised += coverage.exercised;
      if (json) terminal.out(JSON.stringify(asJson(rule, file, coverage)));
      else for (const line of linesOf(rule, file, coverage)) terminal.out(line);
    }
    // Rounded down: 99.9 % are not all.
    const percent = all === 0 ? 100 : Math.floor((100 * exercised) / all);
    terminal.err(`${exercised} of ${all} selections and values are exercised (${percent} %).`);
    if (min === null || percent >= min) return true;
    terminal.err(`error: --min asks for ${min} %. [test-coverage]`);
    return false;
  }
}

function linesOf(rule: CompiledRule, { path, text }: RuleFile, coverage: TestCoverage): string[] {
  const lines = new LineIndex(text);
  return [
    `covered ${path}: ${rule.title}: ${coverage.exercised} of ${coverage.all} selections and values`,
    ...coverage.idleSelections.map((name) => `  no test matches the selection ${name}`),
    ...coverage.idleValues.map((range) => {
      const { line, column } = lines.position(range.start);
      return `  ${path}:${line}:${column}: no test matches ${text.slice(range.start, range.end)}`;
    }),
  ];
}

function asJson(rule: CompiledRule, { path, text }: RuleFile, coverage: TestCoverage) {
  const lines = new LineIndex(text);
  return {
    file: path,
    rule: rule.id,
    title: rule.title,
    exercised: coverage.exercised,
    of: coverage.all,
    idleSelections: coverage.idleSelections,
    idleValues: coverage.idleValues.map((range) => ({
      ...lines.position(range.start),
      value: text.slice(range.start, range.end),
    })),
  };
}
