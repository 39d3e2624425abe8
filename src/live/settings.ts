import type { EventFormat } from '../event';
import type { SpecVersion } from '../knowledge';
import type { CompileOptions, PatternListener } from '../rule';
import { type FieldMapping, NO_MAPPING } from '../text';

/** What the user chose besides rule and events. */
export interface LiveSettings {
  readonly ignoreLogsource: boolean;
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
  /** The user's field mappings: an event's own name to the name that rules use. */
  readonly mapping?: FieldMapping;
  /** The one format to read all events as; absent: as recognised. */
  readonly format?: EventFormat;
  /** The ids of checks that are switched off. */
  readonly lintOff?: readonly string[];
  /** The name of the rule's file, if it has one. */
  readonly fileName?: string;
  /** The version of the specification to read rules as that name none; absent: the published one. */
  readonly spec?: SpecVersion;
  /** A version of the rule to compare verdicts with. */
  readonly pinned?: string;
  /** The version of the specification to read it as; absent: the same as the rule. */
  readonly pinnedSpec?: SpecVersion;
}

/** The settings that are compiled into a rule, and the callback before one of its backtracking expressions runs. */
export function compileOptions(
  { placeholders, mapping = NO_MAPPING, spec }: LiveSettings,
  onPattern: PatternListener,
): CompileOptions {
  return { placeholders, mapping, onPattern, ...(spec ? { spec } : {}) };
}

/** Equal for settings that compile a text to the same result. */
export function compileKey(text: string, { placeholders, mapping, spec }: LiveSettings): string {
  return JSON.stringify([text, placeholders, mapping, spec]);
}
