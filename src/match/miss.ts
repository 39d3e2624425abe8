import type { AskedText, Encoding, Excerpt, FailureKind, Near } from '../rule';
import type { Range, Words } from '../text';

/** Why one value, item or node did not match: the closed list of semantics.md, "Explanation". */
export type MissReason =
  | 'field absent'
  | 'field null'
  | 'field present' // `exists: false` or `null` over a field that has a value
  | 'value differs'
  | 'case differs only'
  | 'would match unescaped' // or with wildcards read differently
  | 'not in network'
  | 'not a number'
  | 'not a time'
  | 'compared field absent'
  | 'source not applicable'
  | 'blocked by negated';

/** What an item asks of its field. */
export interface Asks {
  /** The rule's field, or null for keywords. */
  readonly field: string | null;
  readonly modifiers: readonly string[];
  readonly all: boolean;
  readonly negated: boolean;
}

/** The part that comes nearest, with its places in the events' text. */
export interface PlacedNear extends Near {
  readonly text: readonly Range[];
}

/** The event has no such field. */
export interface AbsentField {
  readonly reason: 'field absent';
  /** Its source never carries it: a whole sentence that says so. */
  readonly never?: Words;
  /** What the source calls it, which is not there either: a whole sentence. */
  readonly named?: Words;
}

/** The value is not there in the encoding that is asked for. */
export interface NotEncoded {
  readonly reason: 'value differs';
  readonly by: 'encoded';
  readonly value: Excerpt;
  readonly wanted: Excerpt;
  readonly how: AskedText['how'];
  readonly encoding: Encoding;
  /** At any of three offsets, or only where the encoded text begins with it. */
  readonly anyOffset: boolean;
  /** The encoding in which it is there nevertheless, `plain` or the one that is asked for, but in another place. */
  readonly there?: Encoding | 'plain';
}

/** What a keyword looks for. */
export interface Keyword {
  readonly how: AskedText['how'] | 'matches';
  readonly wanted: Excerpt;
  readonly encoded: boolean;
}

/** No value of the event holds the keyword; one would if it were read otherwise. */
export type NoKeyword = Keyword & { readonly by: 'keyword' } & (
    | { readonly reason: 'value differs' }
    | { readonly reason: 'case differs only' }
  );

/** An item that matches though it must not, the first of its values that does as it is written, and how many it has. */
export interface MatchingItem extends Asks {
  readonly written: string | null;
  readonly count: number;
  readonly absent: boolean;
}

/** What must not match does. */
export type Blocked = { readonly reason: 'blocked by negated' } & (
  | { readonly by: 'neq'; readonly item: MatchingItem }
  | {
      readonly by: 'condition';
      readonly selection: string;
      /** What of the selection matches, and the value as written; null where that is no single item. */
      readonly item: MatchingItem | null;
    }
);

export interface NotApplicable {
  readonly reason: 'source not applicable';
  readonly why: string;
}

export type MissKind = FailureKind | AbsentField | NotEncoded | NoKeyword | Blocked | NotApplicable;

/** Why something did not match, as a record: the words are made from it by `missWords`. Plain data. */
export type Miss = MissKind & {
  /** The rule's field; null for keywords, and where no item is meant. */
  readonly field: string | null;
  readonly near?: PlacedNear;
  /** How far it is from a match among others of its kind, from 0 to 1; absent for 1. */
  readonly distance?: number;
  /** For a keyword: the name of the event's field whose value would match if it were read otherwise. */
  readonly at?: string;
  /** The value comes out of placeholders, as one of so many. */
  readonly filled?: { readonly names: readonly string[]; readonly count: number };
  /** The name that the event uses instead: other case, other spelling. */
  readonly otherField?: string;
  /** What the source says of a field without a value: whole sentences, which say more than the record. */
  readonly because?: Words;
  /** Of an item with several values of which one would be enough: how many, and what it asks. The miss is the nearest. */
  readonly several?: { readonly count: number; readonly asks: Asks };
};
