/** What an example is about. */
export const TOPICS = {
  values: 'Values and wildcards',
  conditions: 'Conditions',
  modifiers: 'Modifiers',
  sources: 'Fields and log sources',
  formats: 'Formats of events',
  tuning: 'Tuning and checks',
  correlations: 'Correlations',
  arrays: 'Members of arrays',
} as const;

export type Topic = keyof typeof TOPICS;

/** The two texts of an example. */
export interface ExampleTexts {
  readonly rule: string;
  readonly events: string;
}

/** An example: written for this project. What can be read from its texts is not repeated here; see `facts.json`. */
export interface Example extends ExampleTexts {
  readonly title: string;
  /** One line: the one thing that it teaches. Code stands between backticks. */
  readonly teaches: string;
  readonly topic: Topic;
  /** Characters of the rule, which stand there once: the cursor goes before them. */
  readonly at: string;
  /** The event that is chosen first, counted from 1; the first where it is left out. */
  readonly event?: number;
  /**
   * What the first rule has to make of each event, one character each: `m` has to match, `-` must not match, `o` is of
   * another log source and must not match, `x` cannot be read.
   */
  readonly expected: string;
  /** What fires, by the title of the correlation: the numbers of the events of each firing and of those in it, from 1. */
  readonly fires?: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** What is expected of the checks, where it is about them: their codes. Of all others, none may find anything. */
  readonly found?: readonly string[];
  /** The values of the placeholders of its rule. */
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
}
