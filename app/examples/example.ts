/** A rule and events, written for this project, and what they show. */
export interface Example {
  readonly id: string;
  readonly title: string;
  /** One line for the menu: what the example teaches. */
  readonly teaches: string;
  readonly rule: string;
  readonly events: string;
}
