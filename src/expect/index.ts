/*
 * Expectations: what a rule must and must not find, in the forms in which people write it.
 */

export { changeSuite } from './change';
export type { TestCode, TestDiagnostic } from './codes';
export { TestCoverage } from './coverage';
export type {
  Expectation,
  Expected,
  RuleTest,
  Suite,
  SuitesRead,
  TestEvents,
  TestForm,
  WrittenEvent,
} from './model';
export { TEST_FORMS } from './model';
export { offsetOf, offsetText } from './offset';
export {
  type FileProblem,
  idOf,
  kindOfFile,
  leadsOut,
  type Paired,
  type PairedSuite,
  pairTests,
  placesOf,
  type RuleFile,
  titleOf,
  type YamlFile,
} from './pair';
export { readExemplars } from './read-exemplars';
export { isInfo, readInfo } from './read-info';
export { readTestCases } from './read-test-cases';
export { readTestDocuments } from './read-test-documents';
export {
  ignoresLogsource,
  isMet,
  runTest,
  type Subject,
  subjectsOf,
  type TestResult,
  writtenEvents,
} from './run-test';
export { type Change, isSameExpected, type NewTest, noChange, type SuiteChange } from './suite-change';
export { failureWords, wantedWords } from './test-words';
export { identityOf, type NewInfo, namedInfo, newInfo, regressionFolder } from './write-info';
export { documentOf } from './write-test-documents';
