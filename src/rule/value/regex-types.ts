import type { Range, Words } from '../../text';

/** What linear-time engines do not support. */
export type Need = 'a lookahead' | 'a lookbehind' | 'a back reference';

/** A construct that a dialect cannot express, with its range. */
export interface Fault {
  readonly at: Range;
  readonly message: Words;
}

/** An expression in the dialects of both engines, or the first construct that neither can express. */
export type Translation =
  | {
      readonly ok: true;
      /** For the browser's engine. */
      readonly source: string;
      /** For the linear engine, if it needs nothing that this engine lacks. */
      readonly linear: string;
      readonly needs: ReadonlySet<Need>;
      /** The first construct that only the linear engine supports. */
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
  /** `linear`: RE2, whose time grows only with the text. `backtracking`: the browser's engine, which can hang. */
  readonly engine: 'linear' | 'backtracking';
  /**
   * What it uses that the linear engine lacks. Empty if the linear engine refuses it for another reason, such as too
   * high a count.
   */
  readonly needs: ReadonlySet<Need>;
  test(text: string): boolean;
  find(text: string): RegexOccurrence[];
}

export type RegexResult =
  | { readonly ok: true; readonly regex: SigmaRegex }
  /** `at`: offsets in the expression. */
  | { readonly ok: false; readonly at: Range; readonly message: Words };
