import type { Range } from '../../text';

/** What linear-time engines lack. */
export type Need = 'a lookahead' | 'a lookbehind' | 'a back reference';

/** A construct that has no word in a dialect, with its place. */
export interface Fault {
  readonly at: Range;
  readonly message: string;
}

/** An expression in the dialects of both engines, or the first construct that neither has a word for. */
export type Translation =
  | {
      readonly ok: true;
      /** For the browser. */
      readonly source: string;
      /** For the linear engine, in case that it needs nothing which that lacks. */
      readonly linear: string;
      readonly needs: ReadonlySet<Need>;
      /** The first construct that only the linear engine knows. */
      readonly linearOnly: Fault | null;
      readonly names: readonly (string | undefined)[];
    }
  | ({ readonly ok: false } & Fault);

export interface RegexFlags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
}

/** One occurrence of a regular expression: its range, and those of the groups that took part. */
export interface RegexOccurrence {
  readonly range: Range;
  readonly groups: readonly { readonly label: string; readonly range: Range }[];
}

/** A compiled regular expression: unanchored, offsets in UTF-16 units. */
export interface SigmaRegex {
  /** `linear`: RE2, whose time grows with the text only. `backtracking`: the browser's own, which can hang. */
  readonly engine: 'linear' | 'backtracking';
  /** What it has that the linear engine lacks; empty for what that only refuses, such as a repetition counted too high. */
  readonly needs: ReadonlySet<Need>;
  test(text: string): boolean;
  find(text: string): RegexOccurrence[];
}

export type RegexResult =
  | { readonly ok: true; readonly regex: SigmaRegex }
  /** `at`: offsets in the expression. */
  | { readonly ok: false; readonly at: Range; readonly message: string };
