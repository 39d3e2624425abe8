import { writeFileSync } from 'node:fs';
import { faultWords, readEvents, type SigmaEvent } from '../../event';
import {
  failureWords,
  idOf,
  type PairedSuite,
  pairTests,
  type RuleFile,
  type RuleTest,
  runTest,
  titleOf,
  wantedWords,
  writtenEvents,
  type YamlFile,
} from '../../expect';
import type { SpecVersion } from '../../knowledge';
import { compileCollection } from '../../rule';
import { type FieldMapping, LineIndex } from '../../text';
import { readTexts } from '../files';
import { junitXml, type ReportedTest } from '../junit';
import { LastPattern } from '../limited-rules';
import { blocks, fileProblemLines, problemLine, type Terminal, UsageError } from '../terminal';
import { CoverageReport } from '../test-coverage';
import { TestFiles } from '../test-files';
import { OutOfTime, withinTime } from '../time-limit';

export interface TestArguments {
  readonly paths: readonly string[];
  /** The user's field mappings. */
  readonly mapping: FieldMapping;
  readonly ignoreLogsource: boolean;
  /** The version to read rules as that name none. */
  readonly spec: SpecVersion;
  readonly json: boolean;
  /** The file for a report in JUnit's XML; null if none is wanted. */
  readonly junit: string | null;
  readonly coverage: boolean;
  /** The least percentage of selections and values that tests have to exercise; null if any will do. */
  readonly min: number | null;
  readonly failOnMissing: boolean;
}

/** How many milliseconds one test may take. */
const LIMIT = 5000;

/**
 * `test PATH…`: runs the tests of rules, in whatever form they are written, one line a test, and says of each that fails what
 * is nearest to what was expected. Exit code 0; 1 if a test fails, a rule or a test has an error, a file cannot be read,
 * too little is exercised for `--min`, a rule has no test under `--fail-on-missing`, or there is no test at all.
 */
export function test(args: TestArguments, terminal: Terminal): number {
  if (args.paths.length === 0)
    throw new UsageError('test needs a path: a rule with tests, a folder or a zip.');
  if (args.min !== null && !(args.min >= 0 && args.min <= 100))
    throw new UsageError('--min needs a percentage from 0 to 100.');
  return new TestRun(args, terminal).exitCode();
}

class TestRun {
  private readonly pattern = new LastPattern();
  private readonly files: TestFiles;
  private readonly coverage = new CoverageReport();
  private readonly reported: ReportedTest[] = [];
  private readonly lines = new Map<YamlFile, LineIndex>();
  /** Something is wrong that is no test: a rule or a test has an error, a file cannot be read. */
  private failed = false;

  constructor(
    private readonly args: TestArguments,
    private readonly terminal: Terminal,
  ) {
    this.files = new TestFiles(args.paths);
  }

  exitCode(): number {
    const { paths, mapping, spec, coverage, min, junit } = this.args;
    const { texts, failed } = readTexts(paths, 'tests', this.terminal);
    this.failed = failed;
    const files = texts.map(({ name, text }) => ({ path: name, text }));
    const { rules, suites, problems } = pairTests(files, ({ text }) =>
      compileCollection(text, { mapping, spec, onPattern: this.pattern.hear }),
    );
    for (const { path, text, collection } of rules)
      for (const problem of collection.diagnostics.filter(blocks))
        this.tellProblem(problemLine({ name: path, text }, problem));
    for (const { file, problem } of problems)
      this.tellProblem(problemLine({ name: file.path, text: file.text }, problem));
    for (const suite of suites)
      for (const [i, one] of suite.suite.tests.entries()) this.run(suite, one, i + 1);
    const isMissing = this.args.failOnMissing && this.tellMissing(rules, suites);
    const isCovered =
      coverage || min !== null ? this.coverage.tell(min, this.terminal, this.args.json) : true;
    if (junit !== null) writeFileSync(junit, junitXml(this.reported));
    const isPassed = this.tellSum();
    return this.failed || isMissing || !isCovered || !isPassed ? 1 : 0;
  }

  private tellProblem(line: string): void {
    this.failed = true;
    this.terminal.err(line);
  }

  /** `number`: of the test in its suite, from 1. */
  private run(suite: PairedSuite, one: RuleTest, number: number): void {
    let why: string | null;
    try {
      const events = this.eventsOf(suite, one);
      why = Array.isArray(events) ? withinTime(LIMIT, () => this.failureOf(suite, one, events)) : events;
    } catch (error) {
      const { source } = this.pattern;
      const slow = `it took too long${source ? ` at the pattern \`${source}\`` : ''}.`;
      why = error instanceof OutOfTime ? slow : (error as Error).message;
    }
    this.tell(suite, one, number, why);
  }

  /** The events of a test, or why there are none. */
  private eventsOf({ file }: PairedSuite, { events }: RuleTest): SigmaEvent[] | string {
    if (events.kind === 'written') return writtenEvents(events.events);
    const found = this.files.find(events.path, file.path);
    if (typeof found === 'string') return found;
    for (const line of fileProblemLines(found)) this.terminal.err(line);
    const { slices } = readEvents(found.text);
    for (const slice of slices) {
      if (slice.event) continue;
      const { code, at } = slice;
      this.terminal.err(
        problemLine(found, { code, severity: 'error', range: at, message: faultWords(slice) }),
      );
    }
    const read = slices.flatMap((slice) => slice.event ?? []);
    return read.length === 0 ? `there is no event in ${found.name}.` : read;
  }

  /** Why a test fails; null if it passes. */
  private failureOf(suite: PairedSuite, one: RuleTest, events: readonly SigmaEvent[]): string | null {
    const { subject, rule } = suite;
    const result = runTest(one, subject, rule.collection, events, this.args);
    if (subject.kind === 'rule') this.coverage.add(rule, subject.rule, events);
    return result.passed ? null : failureWords(one, subject, result, events, this.args);
  }

  private tell(
    { subject, file, rule, suite }: PairedSuite,
    one: RuleTest,
    number: number,
    why: string | null,
  ): void {
    const { line, column } = this.linesOf(file).position(one.range.start);
    const name = one.name || `test ${number}`;
    const title = titleOf(subject);
    this.reported.push({ suite: rule.path, name: `${title}: ${name}`, file: file.path, line, why });
    if (this.args.json) {
      const { form } = suite;
      const expected = wantedWords(one.expected, subject);
      const found = { file: file.path, line, column, form, rule: idOf(subject), title, name, expected };
      this.terminal.out(JSON.stringify({ ...found, passed: why === null, ...(why === null ? {} : { why }) }));
      return;
    }
    this.terminal.out(
      why === null
        ? `passed  ${file.path}:${line}: ${title}: ${name}`
        : `FAILED  ${file.path}:${line}:${column}: ${title}: ${name}: ${why}`,
    );
  }

  /** Many tests may stand in one file. */
  private linesOf(file: YamlFile): LineIndex {
    const lines = this.lines.get(file) ?? new LineIndex(file.text);
    this.lines.set(file, lines);
    return lines;
  }

  /** Tells which rules have no test; true if there are any. */
  private tellMissing(rules: readonly RuleFile[], suites: readonly PairedSuite[]): boolean {
    const tested = new Set(
      suites.flatMap(({ suite, subject }) => (suite.tests.length > 0 ? [compiledOf(subject)] : [])),
    );
    const missing = rules.flatMap(({ path, collection }) =>
      [...collection.plans, ...collection.correlations]
        .filter((one) => one.ownVerdict && !tested.has(one))
        .map(({ title }) => `${path}: error: "${title}" has no test. [test-missing]`),
    );
    for (const line of missing) this.terminal.err(line);
    return missing.length > 0;
  }

  /** Says how many tests there were; false if one failed, or if there was none. */
  private tellSum(): boolean {
    const all = this.reported.length;
    const failed = this.reported.filter(({ why }) => why !== null).length;
    const rules = new Set(this.reported.map(({ suite }) => suite)).size;
    this.terminal.err(
      all === 0
        ? 'There is no test.'
        : `${all} ${all === 1 ? 'test' : 'tests'} in ${rules} ${rules === 1 ? 'rule file' : 'rule files'}: ${all - failed} passed, ${failed} failed.`,
    );
    return all > 0 && failed === 0;
  }
}

function compiledOf(subject: PairedSuite['subject']) {
  return subject.kind === 'rule' ? subject.rule : subject.correlation;
}
