import { printable } from './printable';

/** One test in a report: `why` says what was wrong; null if it passed. */
export interface ReportedTest {
  /** The file of the rule. */
  readonly suite: string;
  readonly name: string;
  /** Where the test stands. */
  readonly file: string;
  readonly line: number;
  readonly why: string | null;
}

/** A report in JUnit's XML, as CI servers read it: a suite for each rule file, a case for each test. */
export function junitXml(tests: readonly ReportedTest[]): string {
  const suites = new Map<string, ReportedTest[]>();
  for (const one of tests) {
    const known = suites.get(one.suite);
    if (known) known.push(one);
    else suites.set(one.suite, [one]);
  }
  const failures = (list: readonly ReportedTest[]) => list.filter(({ why }) => why !== null).length;
  const lines = [...suites].flatMap(([suite, list]) => [
    `  <testsuite name="${xml(suite)}" tests="${list.length}" failures="${failures(list)}" errors="0" skipped="0">`,
    ...list.map(caseXml),
    '  </testsuite>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${tests.length}" failures="${failures(tests)}" errors="0" skipped="0">`,
    ...lines,
    '</testsuites>',
    '',
  ].join('\n');
}

function caseXml({ suite, name, file, line, why }: ReportedTest): string {
  const open = `    <testcase classname="${xml(suite)}" name="${xml(name)}" file="${xml(file)}" line="${line}"`;
  return why === null ? `${open}/>` : `${open}>\n      <failure message="${xml(why)}"/>\n    </testcase>`;
}

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
]);

/** Text in an attribute. Characters that XML cannot hold are shown, as on the terminal. */
function xml(text: string): string {
  return printable(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\t]/g, (character) => ENTITIES.get(character)!);
}
