import type { Cards, CardText } from '../../text';

/** What people read about a fault in a text of events. */
export interface EventCardText extends CardText {
  /** The format that the examples are read as, where a person has to choose it. */
  readonly readAs?: string;
  /** It limits what a text may hold: the examples only show what it is about. */
  readonly limit?: true;
}

export type EventCards<Code extends string> = Cards<Code, EventCardText>;
