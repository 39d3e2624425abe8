import { type Diagnostic, Diagnostics } from '../text';

/** The codes of all problems that a text with tests can have. */
export type TestCode =
  | 'test-event'
  | 'test-expect'
  | 'test-file'
  | 'test-key'
  | 'test-kind'
  | 'test-list'
  | 'test-name'
  | 'test-offset'
  | 'test-path'
  | 'test-rule'
  | 'test-yaml';

export type TestDiagnostic = Diagnostic<TestCode>;

/** Collects the problems of a text with tests. */
export class TestDiagnostics extends Diagnostics<TestCode> {}
