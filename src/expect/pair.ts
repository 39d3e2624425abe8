import { type Collection, entry } from '../rule';
import { prose, type Range, say } from '../text';
import { type TestDiagnostic, TestDiagnostics } from './codes';
import { yamlDocuments } from './documents';
import type { Suite, SuitesRead } from './model';
import { readExemplars } from './read-exemplars';
import { isInfo, readInfo } from './read-info';
import { readTestCases } from './read-test-cases';
import { readTestDocuments } from './read-test-documents';
import { type Subject, subjectsOf } from './run-test';

/** A YAML file: a rule, or tests of one. */
export interface YamlFile {
  /** With slashes. */
  readonly path: string;
  readonly text: string;
}

/** A rule file, compiled. */
export interface RuleFile extends YamlFile {
  readonly collection: Collection;
}

/** Tests with what they are run on. */
export interface PairedSuite {
  readonly suite: Suite;
  /** The file that the tests stand in. */
  readonly file: YamlFile;
  readonly rule: RuleFile;
  readonly subject: Subject;
}

/** A problem of tests, and the file that has it. */
export interface FileProblem {
  readonly file: YamlFile;
  readonly problem: TestDiagnostic;
}

export interface Paired {
  readonly rules: readonly RuleFile[];
  readonly suites: readonly PairedSuite[];
  readonly problems: readonly FileProblem[];
}

const TEST_NAME = /_test\.ya?ml$/i;

/**
 * What kind of file a YAML file is, by its name and content. `paths`: those of the files it stands among; beside
 * `NAME.yaml`, a `NAME_test.yaml` that has nothing of a rule is a file of tests, however wrong they are.
 */
export function kindOfFile(
  { path, text }: YamlFile,
  paths: ReadonlySet<string> = new Set(),
): 'rule' | 'info' | 'test documents' {
  if (isInfo(text)) return 'info';
  if (!TEST_NAME.test(path)) return 'rule';
  const problems = new TestDiagnostics();
  const documents = yamlDocuments(text, problems);
  const isBroken = problems.all.length > 0;
  const maps = documents.flatMap((one) => (one.kind === 'map' ? [one] : []));
  if (maps.some((map) => RULE_KEYS.some((key) => entry(map, key)))) return 'rule';
  if (isBroken && RULE_LINE.test(text)) return 'rule';
  const isEmpty = !isBroken && documents.every((one) => one.kind === 'scalar' && one.value === null);
  const name = path.replace(TEST_NAME, '');
  const isBeside = paths.has(`${name}.yaml`) || paths.has(`${name}.yml`);
  return isEmpty || isBeside || maps.some((map) => entry(map, 'event')) ? 'test documents' : 'rule';
}

/** A document with one of these is a rule, or a part of one. */
const RULE_KEYS = ['title', 'detection', 'correlation', 'filter', 'action'];
const RULE_LINE = new RegExp(`^(?:${RULE_KEYS.join('|')})\\s*:`, 'm');

/**
 * Finds the tests among files, and the rule of each: exemplars and test cases stand in the rule, test documents in
 * `NAME_test.yaml` beside `NAME.yaml`, regression data names its rule by id.
 */
export function pairTests(files: readonly YamlFile[], compile: (file: YamlFile) => Collection): Paired {
  const paths = new Set(files.map(({ path }) => path));
  const kinds = files.map((file) => ({ file, kind: kindOfFile(file, paths) }));
  const rules = kinds.flatMap(({ file, kind }) =>
    kind === 'rule' ? [{ ...file, collection: compile(file) }] : [],
  );
  const pairing = new Pairing(rules);
  for (const rule of rules) pairing.inRule(rule);
  for (const { file, kind } of kinds) {
    if (kind === 'info') pairing.info(file);
    if (kind === 'test documents') pairing.documents(file);
  }
  return { rules, suites: pairing.suites, problems: pairing.problems };
}

class Pairing {
  readonly suites: PairedSuite[] = [];
  readonly problems: FileProblem[] = [];
  private readonly byId = new Map<string, { readonly rule: RuleFile; readonly subject: Subject }>();
  private readonly byPath = new Map<string, RuleFile>();

  constructor(rules: readonly RuleFile[]) {
    for (const rule of rules) {
      this.byPath.set(withoutEnding(rule.path), rule);
      for (const { subject } of subjectsOf(rule.collection)) {
        const id = idOf(subject)?.toLowerCase();
        if (id !== undefined && !this.byId.has(id)) this.byId.set(id, { rule, subject });
      }
    }
  }

  inRule(rule: RuleFile): void {
    const subjects = new Map(subjectsOf(rule.collection).map(({ document, subject }) => [document, subject]));
    for (const [key, read] of IN_RULE) {
      if (!rule.text.includes(key)) continue;
      for (const suite of this.told(read(rule.text), rule)) {
        const subject = subjects.get(suite.document!);
        // A rule that does not compile says so itself.
        if (subject) this.suites.push({ suite, file: rule, rule, subject });
      }
    }
  }

  info(file: YamlFile): void {
    for (const suite of this.told(readInfo(file.text), file)) {
      for (const id of suite.ids) {
        const found = this.byId.get(id.toLowerCase());
        if (found) this.suites.push({ suite, file, ...found });
        else if (suite.tests.length > 0)
          this.lacks(file, suite, say`No rule with the id \`${id}\` is among the files.`);
      }
    }
  }

  documents(file: YamlFile): void {
    const rule = this.byPath.get(withoutEnding(file.path.replace(TEST_NAME, '')));
    const read = readTestDocuments(file.text);
    if (rule && read.problems.length === 0 && read.suites.every(({ tests }) => tests.length === 0))
      this.problems.push({ file, problem: noTest(file.text) });
    for (const suite of this.told(read, file)) {
      const subjects = rule ? subjectsOf(rule.collection) : [];
      for (const { subject } of subjects) this.suites.push({ suite, file, rule: rule!, subject });
      if (!rule)
        this.lacks(
          file,
          suite,
          prose(
            'The rule of these tests is not among the files: it would have the same name without `_test`.',
          ),
        );
    }
  }

  private told({ suites, problems }: SuitesRead, file: YamlFile): readonly Suite[] {
    for (const problem of problems) {
      // What is wrong with the YAML of a rule is told with the rule.
      if (problem.code === 'test-yaml' && this.byPath.get(withoutEnding(file.path))?.path === file.path)
        continue;
      this.problems.push({ file, problem });
    }
    return suites;
  }

  private lacks(file: YamlFile, suite: Suite, message: TestDiagnostic['message']): void {
    const range: Range = suite.tests[0]?.range ?? { start: 0, end: 1 };
    this.problems.push({
      file,
      problem: {
        code: 'test-rule',
        severity: 'error',
        range: { start: range.start, end: range.start + 1 },
        message,
      },
    });
  }
}

function noTest(text: string): TestDiagnostic {
  const range = { start: 0, end: Math.min(1, text.length) };
  const message = prose('This file of tests has no test. A test is a document with `event` and `match`.');
  return { code: 'test-list', severity: 'error', range, message };
}

const IN_RULE: readonly (readonly [string, (text: string) => SuitesRead])[] = [
  ['rsigma.exemplars', readExemplars],
  ['testcases', readTestCases],
];

/** The id of a rule or correlation; null if it has none. */
export function idOf(subject: Subject): string | null {
  return subject.kind === 'rule' ? subject.rule.id : subject.correlation.id;
}

/** The title of a rule or correlation. */
export function titleOf(subject: Subject): string {
  return subject.kind === 'rule' ? subject.rule.title : subject.correlation.title;
}

const withoutEnding = (path: string) => path.replace(/\.ya?ml$/i, '');

/** True for a path that is absolute, or leads upward: it is not read, wherever it leads. */
export function leadsOut(written: string): boolean {
  const path = written.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
  return /^(?:\/|[a-z]:)/i.test(path) || path.split('/').includes('..');
}

/**
 * The paths at which the file of a test may be, the likeliest first: regression data writes it from the top folder of the
 * repository, which is above the `info.yml`; a folder that was taken out of it has the file beside that.
 */
export function placesOf(written: string, info: string): string[] {
  const path = written.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
  if (leadsOut(written)) return [];
  const folders = info.replaceAll('\\', '/').split('/').slice(0, -1);
  const above = folders.map((_, i) => [...folders.slice(0, folders.length - i), path].join('/'));
  const beside = [...folders, path.slice(path.lastIndexOf('/') + 1)].join('/');
  return [...new Set([...above, path, beside])];
}
