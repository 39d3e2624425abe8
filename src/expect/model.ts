import type { Range } from '../text';
import type { TestDiagnostic } from './codes';

/*
 * What a rule must and must not find, whatever form it was written in.
 */

/** What a rule is expected to say of one event, or a correlation of a list of events. */
export type Expectation = 'match' | 'no match';

/** What a test expects. */
export type Expected =
  /** The rule matches the event; over several, at least one. A correlation fires. */
  | { readonly kind: 'match' }
  /** The rule matches none of them. A correlation does not fire. */
  | { readonly kind: 'no match' }
  /** The rule matches exactly so many of the events; a correlation fires so often. */
  | { readonly kind: 'count'; readonly count: number };

/** One event of a test, written in it. */
export interface WrittenEvent {
  /** The event as JSON, its numbers as they are written. */
  readonly json: string;
  /** Milliseconds after the first moment of the test; null if the event's own fields say when it happened. */
  readonly offset: number | null;
  /** Where it stands. */
  readonly range: Range;
}

/** The events of a test. */
export type TestEvents =
  | { readonly kind: 'written'; readonly events: readonly WrittenEvent[] }
  /** In a file; its path is as the test writes it, from the top folder of the rules. */
  | {
      readonly kind: 'file';
      readonly path: string;
      /** As written: `evtx`, `json`, `log`, … */
      readonly type: string;
      readonly provider: string;
    };

/** One test of a rule. */
export interface RuleTest {
  /** Its name; empty if it has none. */
  readonly name: string;
  readonly expected: Expected;
  readonly events: TestEvents;
  /** Where it stands. */
  readonly range: Range;
  /** Where it says what is expected; null if it does not say it itself. */
  readonly expectedRange: Range | null;
}

/** The forms in which people write tests. */
export const TEST_FORMS = ['regression data', 'exemplars', 'test documents', 'test cases'] as const;
export type TestForm = (typeof TEST_FORMS)[number];

/** The tests of one rule, as one text has them. */
export interface Suite {
  readonly form: TestForm;
  /**
   * Where the document of the rule begins, if the tests stand in the rule's own text; null if they stand beside it, or for
   * all rules of the text.
   */
  readonly document: number | null;
  /** The ids of the rules that it is for, if it names them. */
  readonly ids: readonly string[];
  readonly tests: readonly RuleTest[];
}

/** What was read from a text. */
export interface SuitesRead {
  readonly suites: readonly Suite[];
  readonly problems: readonly TestDiagnostic[];
}
