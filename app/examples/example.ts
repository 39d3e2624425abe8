/** What the editors show of an example: written for this project. */
export interface ExampleTexts {
  readonly rule: string;
  readonly events: string;
}

/** What the menu shows of an example. Its texts are loaded when it is opened. */
export interface ExampleEntry {
  readonly id: string;
  readonly title: string;
  /** One line for the menu: what the example teaches. */
  readonly teaches: string;
  /** The fingerprints of its texts, by which an unchanged example is known before its texts are loaded. */
  readonly prints: readonly [rule: string, events: string];
}

export type Example = ExampleEntry & ExampleTexts;
