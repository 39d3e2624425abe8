import type { Cards, CardText } from '../../text';

/** The text of a card for a problem in a text of events. */
export interface EventCardText extends CardText {
  /** The format of the examples, if it has to be chosen. */
  readonly readAs?: string;
  /** A limit on what a text may contain: the examples only illustrate it. */
  readonly limit?: true;
}

export type EventCards<Code extends string> = Cards<Code, EventCardText>;
