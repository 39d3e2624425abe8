import type { SpecVersion } from '../../knowledge';
import type { PieceBegin } from '../../log';
import type { GroupKey, KeptFields, OwnTime, TimeFacts } from '../../match';
import type { FieldMapping } from '../../text';
import type { NamedText } from '../named-text';

/*
 * What the one that divides the work and those that do it say to each other. Plain data: the others may be threads.
 */

/** The rules, and how they are read. */
export interface RulesAsked {
  readonly rules: readonly NamedText[];
  /** The user's field mappings. */
  readonly mapping: FieldMapping;
  readonly ignoreLogsource: boolean;
  /** The version to read rules as that name none. */
  readonly spec: SpecVersion;
  /** The texts of so many of each rule's first events in a share come with it. */
  readonly texts: number;
}

/** A rule as results name it. */
export interface RuleFacts {
  readonly id: string | null;
  readonly title: string;
  readonly level: string | null;
  /** False if only correlations count it. */
  readonly ownVerdict: boolean;
}

/** What came of reading the rules. */
export interface RulesRead {
  readonly rules: readonly RuleFacts[];
  /** What prevents rules from being evaluated, as lines. */
  readonly problems: readonly string[];
  /** The texts that have correlations: which one, and the position of its first rule. */
  readonly correlating: readonly { readonly text: number; readonly first: number }[];
}

/** The bytes of a share: in a file, or at hand. */
export type ShareBytes =
  | { readonly path: string }
  | {
      /** Bytes from `start` on; `head` begins the file, as event logs need it. */
      readonly bytes: Uint8Array;
      readonly start: number;
      readonly head: Uint8Array;
      readonly goesOn: boolean;
    };

/** Where the events of a text are read from: `column` is that of the place in its line. */
export interface TextBegin extends PieceBegin {
  readonly column: number;
}

/** What events begin like where nobody has read what is before them. */
export interface Guess {
  readonly format: string | null;
  readonly prelude: string;
  /** The characters that the line of an event begins with. */
  readonly opening: string;
}

/** A stretch of a file: the events that begin before byte `until`, from where it says. */
export interface Share {
  readonly bytes: ShareBytes;
  readonly until: number;
  readonly from:
    | { readonly kind: 'known'; readonly begin: TextBegin | null }
    | { readonly kind: 'guessed'; readonly at: number; readonly guess: Guess }
    | { readonly kind: 'evtx'; readonly at: number };
  /** Positions of rules that were left out before. */
  readonly leftOut: readonly number[];
}

/** One event that matches rules. Its index counts from the share's first event. */
export interface EventMatches {
  readonly event: number;
  readonly rules: readonly {
    readonly position: number;
    readonly selections: readonly string[];
    /** The beginning of the event's text, where it is asked for. */
    readonly text?: string;
  }[];
}

/** A problem of events as lines tell it; lines count from the share's first. */
export interface EventProblem {
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  /** The line that the message names first, for an event that cannot be read. */
  readonly fault?: number;
  readonly fixes: string;
}

/** A rule that was left out, and on which event. The line is what is before the event's name and behind it. */
export interface RuleLeftOut {
  readonly position: number;
  readonly event: number;
  readonly line: readonly [before: string, after: string];
}

/** A match that correlations may count. */
export interface KeptMatch {
  readonly position: number;
  readonly event: number;
  readonly time: OwnTime;
  readonly fields: KeptFields;
}

/** What came of a share. */
export interface ShareResult {
  /** How many events there are, malformed ones counted. */
  readonly events: number;
  readonly matches: readonly EventMatches[];
  /** Damage of an event log, as lines without the file's name. */
  readonly damage: readonly string[];
  readonly problems: readonly EventProblem[];
  readonly leftOut: readonly RuleLeftOut[];
  readonly kept: readonly KeptMatch[];
  readonly times: TimeFacts | null;
  /** Where its first event begins; null if there is none. */
  readonly firstEvent: number | null;
  /** The number of the line that it begins in, as the share counts. */
  readonly firstLine: number;
  /** How many lines it has; only for an event log. */
  readonly lines: number;
  /** What follows it: how reading resumes there; null at the end of the file. */
  readonly next: TextBegin | null;
  readonly nextEvent: number | null;
  /** True if it tells what depends on the true number of its lines. */
  readonly isUnsure: boolean;
}

/** A share whose bytes are not all at hand: it has to be asked again with more of them. */
export const BEYOND = 'beyond';

/** One match, as `--format jsonl` writes it. */
export interface MatchLine {
  readonly rule: string | null;
  readonly title: string;
  readonly file: string;
  /** Index in the file; for a firing, that of its last member. */
  readonly event: number;
  readonly selections: readonly string[];
  /** The members of a firing. */
  readonly events?: readonly number[];
  /** The file of each member, where they are in several. */
  readonly files?: readonly string[];
  readonly key?: GroupKey;
}
