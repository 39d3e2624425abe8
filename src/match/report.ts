import type { Diagnostic, Range } from '../text';

/** What the page needs to know about a compiled rule, as plain data. */
export interface RuleInfo {
  readonly title: string;
  readonly titleRange: Range | null;
  /** `windows / process_creation`; empty if the rule names none. */
  readonly logsource: string;
  readonly logsourceRange: Range | null;
  /** The events that it covers: `Sysmon 1 · Security 4688`. */
  readonly coverage: string;
  readonly selections: readonly SelectionInfo[];
  readonly values: readonly ValueInfo[];
  /** References that are safe to open (http or https only), with their ranges. */
  readonly references: readonly { readonly url: string; readonly range: Range }[];
  /** If filters apply to the rule: their titles, and the resulting condition as text. */
  readonly filtered?: { readonly by: readonly string[]; readonly condition: string };
  /** Titles of the correlations that refer to the rule, so that it gives no alert of its own. */
  readonly silentFor?: readonly string[];
}

export interface SelectionInfo {
  readonly name: string;
  readonly range: Range;
  /**
   * Where the condition refers to it, through patterns and `them` too (a pattern's range is listed once per
   * selection).
   */
  readonly uses: readonly Range[];
}

export interface ValueInfo {
  readonly selection: number;
  readonly range: Range;
  readonly written: string;
  readonly field: string | null;
}

/** A coloured stretch of the events' text, and the rule characters that it belongs to. */
export interface Mark {
  readonly event: number;
  readonly selection: number;
  readonly value: number;
  readonly rule: Range;
  readonly text: Range;
  readonly kind: 'match' | 'wildcard' | 'group' | 'dash';
  /** True if the selection as a whole matched this event. Marks of a partial match are fainter. */
  readonly whole: boolean;
}

export type { Diagnostic };
