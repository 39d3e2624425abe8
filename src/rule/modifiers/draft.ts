import type { DetectionCode } from '../codes';
import type { Network } from '../value/network';
import type { RegexFlags } from '../value/regex-types';
import type { SigmaString } from '../value/sigma-string';
import type { TimePart } from '../value/written-time';

export type CompareOperator = 'lt' | 'lte' | 'gt' | 'gte';

/** How comparisons are written for people. */
export const SIGNS: Readonly<Record<CompareOperator, string>> = { lt: '<', lte: '≤', gt: '>', gte: '≥' };

/** How much of the other field `fieldref` compares with. */
export type FieldRefMode = 'is' | 'starts' | 'ends' | 'contains';

/** A rule value on its way through the modifiers, from left to right. */
export type Draft =
  | {
      readonly kind: 'string';
      readonly value: SigmaString;
      readonly cased: boolean;
      /** The decoded scalar while no modifier has changed more than its ends; null once it was encoded. */
      readonly written: string | null;
      /** What `re` and `cidr` read: the scalar's text, placeholders filled in; null once another modifier took it. */
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
      /** The number as the rule has it. */
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

/** A form that a modifier gave the value: encoded, at one of three offsets, or with a placeholder filled in. */
export type Form =
  | { readonly kind: 'base64'; readonly offset: 0 | 1 | 2 | null }
  | { readonly kind: 'placeholder'; readonly name: string; readonly value: string };

/** One way in which a value can match; several where a modifier gives variants (`base64offset`, `expand`). */
export interface DraftVariant {
  readonly draft: Draft;
  /** Which variant it is, for the explanation. */
  readonly forms?: readonly Form[];
}

/** Why a modifier cannot take a value; the caller knows the place. */
export interface Refusal {
  readonly code: DetectionCode;
  readonly message: string;
  /** Where in the decoded value, if not all of it. */
  readonly at?: { readonly start: number; readonly end: number };
  /** Something to know that does not stop the rule. */
  readonly severity?: 'error' | 'warning';
  /** With a warning: what to go on with. */
  readonly variants?: readonly DraftVariant[];
}

export function isRefusal(result: readonly DraftVariant[] | Refusal): result is Refusal {
  return !Array.isArray(result);
}
