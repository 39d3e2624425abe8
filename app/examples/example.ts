/** A rule with events of our own writing, and what they show. */
export interface Example {
  readonly id: string;
  readonly title: string;
  /** One line for the menu: what a person learns from it. */
  readonly teaches: string;
  readonly rule: string;
  readonly events: string;
}
