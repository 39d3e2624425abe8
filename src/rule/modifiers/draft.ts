import type { Words } from '../../text';
import type { DetectionCode } from '../codes';
import type { Network } from '../value/network';
import type { RegexFlags } from '../value/regex-types';
import type { SigmaString } from '../value/sigma-string';
import type { TimePart } from '../value/written-time';

export type CompareOperator = 'lt' | 'lte' | 'gt' | 'gte';

/** Comparisons as shown to people. */
export const SIGNS: Readonly<Record<CompareOperator, string>> = { lt: '<', lte: '≤', gt: '>', gte: '≥' };

/** How `fieldref` compares with the other field. */
export type FieldRefMode = 'is' | 'starts' | 'ends' | 'contains';

/** A rule value on its way through the modifiers, from left to right. */
export type Draft =
  | {
      readonly kind: 'string';
      readonly value: SigmaString;
      readonly cased: boolean;
      /** The decoded scalar, as long as modifiers have changed only its ends; null once one encoded it. */
      readonly written: string | null;
      /**
       * The text that `re` and `cidr` read: the scalar's, with placeholders filled in; null once another modifier
       * took it.
       */
      readonly raw: string | null;
    }
  | { readonly kind: 'number'; readonly value: number; readonly written: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly written: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'bytes'; readonly bytes: readonly number[]; readonly cased: boolean }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: RegexFlags }
  | { readonly kind: 'network'; readonly network: Network; readonly written: string }
  | {
      readonly kind: 'compare';
      readonly op: CompareOperator;
      readonly value: number;
      /** The number as written in the rule. */
      readonly written: string;
      readonly part: TimePart | null;
    }
  | { readonly kind: 'time'; readonly part: TimePart; readonly value: number; readonly written: string }
  | {
      readonly kind: 'fieldref';
      readonly field: string;
      readonly mode: FieldRefMode;
      readonly cased: boolean;
    }
  | { readonly kind: 'exists'; readonly value: boolean };

const KINDS: Readonly<Record<Draft['kind'], true>> = {
  string: true,
  number: true,
  boolean: true,
  null: true,
  bytes: true,
  regex: true,
  network: true,
  compare: true,
  time: true,
  fieldref: true,
  exists: true,
};

/** Every kind of draft but these: for modifiers that look at the item and not at the value. */
export function draftsBut(...without: readonly Draft['kind'][]): readonly Draft['kind'][] {
  return (Object.keys(KINDS) as Draft['kind'][]).filter((kind) => !without.includes(kind));
}

/** What a modifier did to a value: encoded it, at one of three offsets, or filled in a placeholder. */
export type Form =
  | { readonly kind: 'base64'; readonly offset: 0 | 1 | 2 | null }
  | { readonly kind: 'placeholder'; readonly name: string; readonly value: string };

/** One way in which a value can match. `base64offset` and `expand` give several. */
export interface DraftVariant {
  readonly draft: Draft;
  /** Which variant this is, for the explanation. */
  readonly forms?: readonly Form[];
}

/** Why a modifier cannot take a value. The caller knows the range. */
export interface Refusal {
  readonly code: DetectionCode;
  readonly message: Words;
  /** The range in the decoded value; absent for all of it. */
  readonly at?: { readonly start: number; readonly end: number };
  /** `warning` for something to know that does not stop the rule. */
  readonly severity?: 'error' | 'warning';
  /** With a warning: the variants to continue with. */
  readonly variants?: readonly DraftVariant[];
}

export function isRefusal(result: readonly DraftVariant[] | Refusal): result is Refusal {
  return !Array.isArray(result);
}
