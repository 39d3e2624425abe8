/** What people read about a kind of problem. Plain data. */
export interface CardWords {
  /** What it finds, as a heading. */
  readonly finds: string;
  /** Why that matters, and what to write instead. */
  readonly why: string;
}

/** The same with an example. */
export interface CardText extends CardWords {
  /** Text that has the problem; the characters it is found at stand between `«` and `»`. */
  readonly bad: string;
  /** The same as it should be. */
  readonly good: string;
}

/** One card for each code of a union: no fewer, no more. */
export type Cards<Code extends string, Card extends CardWords> = { readonly [C in Code]: Card };
