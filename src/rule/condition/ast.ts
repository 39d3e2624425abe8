import type { Range } from '../../text';

/** A condition as written; ranges are offsets in the condition's decoded text. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly range: Range; readonly operands: readonly Condition[] }
  | { readonly kind: 'not'; readonly range: Range; readonly operand: Condition }
  | { readonly kind: 'name'; readonly range: Range; readonly name: string }
  | Quantifier;

/** `1 of` / `any of` (at least one) and `all of`, over `them` or a pattern. */
export interface Quantifier {
  readonly kind: 'quantifier';
  readonly range: Range;
  readonly every: boolean;
  /** `them`, or a pattern with `*`. */
  readonly pattern: string;
  readonly patternRange: Range;
}
