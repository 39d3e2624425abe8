import type { Diagnostic, Range } from '../text';

/** What the page needs to know of a rule that compiled: plain data. */
export interface RuleInfo {
  readonly title: string;
  readonly titleRange: Range | null;
  /** `windows / process_creation`; empty where the rule names none. */
  readonly logsource: string;
  readonly logsourceRange: Range | null;
  /** The events that carry it: `Sysmon 1 · Security 4688`. */
  readonly coverage: string;
  readonly selections: readonly SelectionInfo[];
  readonly values: readonly ValueInfo[];
  /** References that are safe to open (http or https only), with their ranges. */
  readonly references: readonly { readonly url: string; readonly range: Range }[];
  /** Where filters are joined to the rule: their titles, and the condition that results, as text. */
  readonly filtered?: { readonly by: readonly string[]; readonly condition: string };
  /** Titles of the correlations that refer to the rule so that it gives no alert of its own. */
  readonly silentFor?: readonly string[];
}

export interface SelectionInfo {
  readonly name: string;
  readonly range: Range;
  /** Where the condition names it, patterns and `them` included (a pattern's range stands once per selection). */
  readonly uses: readonly Range[];
}

export interface ValueInfo {
  readonly selection: number;
  readonly range: Range;
  readonly written: string;
  readonly field: string | null;
}

/** A coloured stretch of the events' text and the rule characters that it belongs to. */
export interface Mark {
  readonly event: number;
  readonly selection: number;
  readonly value: number;
  readonly rule: Range;
  readonly text: Range;
  readonly kind: 'match' | 'wildcard' | 'group' | 'dash';
  /** True where the selection as a whole matched this event; marks of a partial match are shown fainter. */
  readonly whole: boolean;
}

export type { Diagnostic };
