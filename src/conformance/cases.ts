import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SpecVersion } from '../knowledge';
import type { Verdict } from '../match';

/*
 * The cases as README.md describes them. They are plain JSON for engines that know nothing of this one. The types are
 * only for the loop in conformance.test.ts.
 */

/** A stretch of the decoded field value: start, end, kind, and a group's number or name. */
export type Stretch = readonly [start: number, end: number, kind: string, label?: string];

export interface Matched {
  readonly selection: string;
  readonly field: string;
  readonly value: string;
  readonly ranges: readonly Stretch[];
  /** With `base64offset`: which of the three alignments. */
  readonly alignment?: number;
}

interface Base {
  readonly id: string;
  readonly clause: string;
  readonly interpretation?: string;
  readonly note?: string;
  /** The version to read rules as that name none; absent: the published one. */
  readonly spec?: SpecVersion;
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
  readonly ignoreLogsource?: boolean;
}

export interface VerdictCase extends Base {
  readonly rule: string;
  readonly event?: unknown;
  /** Replaces `event` if its exact characters matter. */
  readonly eventText?: string;
  readonly verdict: Verdict;
  readonly matched: readonly Matched[];
  readonly reason?: string;
  readonly blockedBy?: string;
  readonly resultingCondition?: string;
}

export interface SuiteDiagnostic {
  readonly code: string;
  readonly severity: 'error' | 'lint error' | 'warning' | 'info';
  readonly range: readonly [start: number, end: number];
}

export interface DiagnosticsCase extends Base {
  readonly rule: string;
  readonly diagnostics: readonly SuiteDiagnostic[];
}

export interface ShownFiring {
  readonly correlation: string;
  readonly group: Readonly<Record<string, string>>;
  readonly events: readonly number[];
  readonly values: readonly number[];
}

export interface CorrelationCase extends Base {
  readonly rules: string;
  readonly events: readonly unknown[];
  readonly firings: readonly ShownFiring[];
  readonly leftOut?: readonly { readonly event: number; readonly reason: string }[];
  readonly silent?: readonly string[];
}

export type ConformanceCase = VerdictCase | DiagnosticsCase | CorrelationCase;

export interface Topic {
  readonly name: string;
  readonly cases: readonly ConformanceCase[];
}

/** All files of the suite, by name. */
export function readTopics(): Topic[] {
  const folder = dirname(fileURLToPath(import.meta.url));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.json'.length),
      cases: JSON.parse(readFileSync(join(folder, file), 'utf8')) as ConformanceCase[],
    }));
}
