import { describe, expect, test } from 'vitest';
import { problemsOf, verdictOf } from './check';
import type { Placeholders } from './item';

/** Detection or selection body, event, verdict. */
export type Case = readonly [string, unknown, boolean];

/** One row of the semantics: evaluate, explain and the oracle have to agree on the verdict of each case. */
export function rows(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    test.each(cases)('%s on %j: %s', (detection, event, matched) => {
      expect(verdictOf(detection, event)).toBe(matched);
    });
  });
}

/** Detections with exactly these problems, each as its code and the characters that it marks. */
export function problems(
  name: string,
  cases: readonly (readonly [string, readonly string[], Placeholders?])[],
): void {
  describe(name, () => {
    test.each(cases as readonly (readonly [string, readonly string[], Placeholders])[])(
      '%s',
      (detection, expected, placeholders = {}) => {
        expect(problemsOf(detection, placeholders)).toEqual(expected);
      },
    );
  });
}
