import type { AskedText, Encoding, Excerpt, FailureKind, MemberQuantifier, Near } from '../rule';
import type { Range, Words } from '../text';

/** Why one value, item or node did not match: the closed list in semantics.md, "Explanation". */
export type MissReason =
  | 'field absent'
  | 'field null'
  | 'field present' // `exists: false` or `null` for a field that has a value
  | 'value differs'
  | 'case differs only'
  | 'would match unescaped' // or with wildcards read differently
  | 'not in network'
  | 'not a number'
  | 'not a time'
  | 'compared field absent'
  | 'source not applicable'
  | 'blocked by negated'
  | 'no member' // a block about an array that is absent, null or empty
  | 'member matches'; // `none`

/** What an item tests in its field. */
export interface Asks {
  /** The rule's field, or null for keywords. */
  readonly field: string | null;
  readonly modifiers: readonly string[];
  readonly all: boolean;
  readonly negated: boolean;
}

/** The part that comes nearest, with its ranges in the events' text. */
export interface PlacedNear extends Near {
  readonly text: readonly Range[];
}

/** What the event has where a field with positions, or the array of a block, is absent. */
export interface Absence {
  /** The name, with its positions, that the event uses instead. */
  readonly otherField?: string;
  /** The list that has no member at the position, and how many it has; null for a value that is no list. */
  readonly list?: { readonly name: string; readonly count: number | null };
}

/** The event has no such field. */
export interface AbsentField extends Pick<Absence, 'list'> {
  readonly reason: 'field absent';
  /** A complete sentence, if the source never has the field. */
  readonly never?: Words;
  /** A complete sentence with the source's own name for it, which is not there either. */
  readonly named?: Words;
}

/** The value is not there in the required encoding. */
export interface NotEncoded {
  readonly reason: 'value differs';
  readonly by: 'encoded';
  readonly value: Excerpt;
  readonly wanted: Excerpt;
  readonly how: AskedText['how'];
  readonly encoding: Encoding;
  /** True if any of the three offsets counts; false if the encoded text has to begin with it. */
  readonly anyOffset: boolean;
  /** The encoding in which it is there, or `plain`. The required one if it is in another place. */
  readonly there?: Encoding | 'plain';
}

/** What a keyword looks for. */
export interface Keyword {
  readonly how: AskedText['how'] | 'matches';
  readonly wanted: Excerpt;
  readonly encoded: boolean;
}

/** No value of the event contains the keyword, although one might if read otherwise. */
export type NoKeyword = Keyword & { readonly by: 'keyword' } & (
    | { readonly reason: 'value differs' }
    | { readonly reason: 'case differs only' }
  );

/** An item that matches but must not: the first of its values that matches, as written, and how many there are. */
export interface MatchingItem extends Asks {
  readonly written: string | null;
  readonly count: number;
  readonly absent: boolean;
}

/** Something matches that must not. */
export type Blocked = { readonly reason: 'blocked by negated' } & (
  | { readonly by: 'neq'; readonly item: MatchingItem }
  | {
      readonly by: 'condition';
      readonly selection: string;
      /** The item of the selection that matches, with the value as written; null if it is not a single item. */
      readonly item: MatchingItem | null;
    }
);

export interface NotApplicable {
  readonly reason: 'source not applicable';
  readonly why: string;
}

/** A block wants members, and there are none. */
export interface NoMember extends Pick<Absence, 'list'> {
  readonly reason: 'no member';
  /** Null for a block about the one member at a position. */
  readonly quantifier: MemberQuantifier | null;
  /** True if there is no array; false if it is empty. */
  readonly absent: boolean;
}

/** A member satisfies a block that allows none. */
export interface MemberMatches {
  readonly reason: 'member matches';
  readonly member: string;
}

/** The member of an array that a miss is about. */
export interface AtMember {
  /** `connections[1]`, or the field alone if it has a single value. */
  readonly name: string;
  /** Fields of it that are as the rule wants them. */
  readonly holds: readonly string[];
  /** How many other members there are. */
  readonly others: number;
}

export type MissKind =
  | FailureKind
  | AbsentField
  | NotEncoded
  | NoKeyword
  | Blocked
  | NotApplicable
  | NoMember
  | MemberMatches;

/** Why something did not match, as a record. `missWords` makes the words. Plain data. */
export type Miss = MissKind & {
  /** The rule's field; null for keywords, and if the miss is not about an item. */
  readonly field: string | null;
  readonly near?: PlacedNear;
  /** For a field of a member of an array: which one. Fields are then those of the member. */
  readonly inMember?: AtMember;
  /** How far it is from a match, compared with others of its kind, from 0 to 1; 1 if absent. */
  readonly distance?: number;
  /** For a keyword: the event's field whose value would match if read otherwise. */
  readonly at?: string;
  /** The placeholders that the value comes from, and how many values they give. */
  readonly filled?: { readonly names: readonly string[]; readonly count: number };
  /** The name that the event uses instead: other case, other spelling. */
  readonly otherField?: string;
  /** What the source says about a field without a value: complete sentences, which say more than the record. */
  readonly because?: Words;
  /** For an item with several values, of which one would be enough: how many, and the test. The miss is the nearest. */
  readonly several?: { readonly count: number; readonly asks: Asks };
};
