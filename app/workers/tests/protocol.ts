import type { SpecVersion } from '../../../src/knowledge';
import type { FieldMapping } from '../../../src/text';
import type { Beacon } from '../wire';

/*
 * The requests to the worker that runs the tests of many rules.
 */

/** A file with its path within what was opened. */
export interface GivenFile {
  readonly path: string;
  readonly file: Blob;
}

export interface TestsAsk {
  readonly files: readonly GivenFile[];
  readonly ignoreLogsource: boolean;
  /** The user's field mappings, if any. */
  readonly mapping?: FieldMapping;
  /** The version that rules are read as that name none; absent: the published one. */
  readonly spec?: SpecVersion;
  /** The numbers of tests that are told already. */
  readonly from: number;
}

/** What came of one test. */
export interface TestTold {
  /** Its number among all, from 0. */
  readonly number: number;
  /** The file of the rule. */
  readonly rule: string;
  /** The title of the rule. */
  readonly title: string;
  /** The name of the test. */
  readonly name: string;
  /** Why it fails, as the end of a sentence; null if it passes. */
  readonly why: string | null;
}

/** What is said besides the tests. */
export interface TestsEnd {
  /** What is wrong with a file. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  /** Rules that no test is for. */
  readonly untested: readonly string[];
}

/** The test that is run next. */
export interface TestsBeacon extends Beacon {
  readonly test?: Omit<TestTold, 'why'>;
}

export type TestsRequests = {
  readonly run: { readonly asks: TestsAsk; readonly tells: TestTold; readonly gives: TestsEnd };
};
