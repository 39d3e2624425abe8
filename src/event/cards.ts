import type { CardText, CardWords } from '../text';
import type { EventCards } from './cards/card';
import { EVTX_CARDS } from './cards/evtx';
import { JSON_CARDS } from './cards/json';
import { LINE_CARDS } from './cards/lines';
import { XML_CARDS } from './cards/xml';
import type { EventCode } from './codes';
import type { EvtxCode } from './evtx/problem';

/** The cards of every problem that a text of events can have. */
export const EVENT_CARDS: EventCards<EventCode> = { ...JSON_CARDS, ...XML_CARDS, ...LINE_CARDS };

/** The card for a problem in a text of events. */
export function eventCard(code: EventCode): CardText {
  return EVENT_CARDS[code];
}

/** True for the code of damage in an event log file. */
export function isEvtxCode(code: EventCode | EvtxCode): code is EvtxCode {
  return Object.hasOwn(EVTX_CARDS, code);
}

/** The card for damage in an event log file. */
export function evtxCard(code: EvtxCode): CardWords {
  return EVTX_CARDS[code];
}
