import type { EventFormat } from '../event';
import type { BacktrackingListener, CompileOptions } from '../rule';
import { type FieldMapping, NO_MAPPING } from '../text';

/** What the person chose beside rule and events. */
export interface LiveSettings {
  readonly ignoreLogsource: boolean;
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
  /** Field names given by hand: an event's own name to the name that rules use. */
  readonly mapping?: FieldMapping;
  /** The one format that all events are to be read as; absent: as recognised. */
  readonly format?: EventFormat;
  /** The ids of checks of the rule that are switched off. */
  readonly lintOff?: readonly string[];
  /** The name of the file that the rule stands in, where it has one. */
  readonly fileName?: string;
  /** A version of the rule that its verdicts are compared with. */
  readonly pinned?: string;
}

/** What of the settings is compiled into a rule, and who is told before a backtracking expression of it runs. */
export function compileOptions(
  { placeholders, mapping = NO_MAPPING }: LiveSettings,
  onBacktracking: BacktrackingListener,
): CompileOptions {
  return { placeholders, mapping, onBacktracking };
}

/** Equal for settings that compile a text to the same. */
export function compileKey(text: string, { placeholders, mapping }: LiveSettings): string {
  return JSON.stringify([text, placeholders, mapping]);
}
