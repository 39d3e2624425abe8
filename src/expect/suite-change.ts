import type { Expected, RuleTest, Suite } from './model';

/** A test that is added: its events are written in it. */
export interface NewTest {
  readonly name: string;
  readonly expected: Expected;
  readonly events: readonly { readonly json: string; readonly offset: number | null }[];
}

/** What becomes of a suite. */
export interface SuiteChange {
  /** For each of its tests, what it expects from now on; null takes it out. */
  readonly tests: readonly (Expected | null)[];
  readonly added: readonly NewTest[];
}

/** Takes the text that a suite was read from, and gives its text after the change; null if it cannot be written there. */
export type Change = (text: string, suite: Suite, change: SuiteChange) => string | null;

/** The change that leaves a suite as it is. */
export function noChange({ tests }: Suite): SuiteChange {
  return { tests: tests.map(({ expected }) => expected), added: [] };
}

/** True if two expectations are the same. */
export function isSameExpected(a: Expected, b: Expected): boolean {
  return a.kind === b.kind && (a.kind !== 'count' || b.kind !== 'count' || a.count === b.count);
}

/** The tests of a suite that stay, with what each expects from now on. */
export function staying({ tests }: Suite, change: SuiteChange): (RuleTest & { readonly wanted: Expected })[] {
  return tests.flatMap((one, i) => {
    const wanted = change.tests[i];
    return wanted ? [{ ...one, wanted }] : [];
  });
}
