/** The explanation of a kind of problem. Plain data. */
export interface CardWords {
  /** What it finds, as a heading. */
  readonly finds: string;
  /** Why that matters, and what to write instead. */
  readonly why: string;
}

/** The same, with an example. */
export interface CardText extends CardWords {
  /** Text with the problem, whose characters are between `«` and `»`. */
  readonly bad: string;
  /** The same text without the problem. */
  readonly good: string;
}

/** One card for each code of a union, no fewer and no more. */
export type Cards<Code extends string, Card extends CardWords> = { readonly [C in Code]: Card };
