import type { SigmaEvent } from '../../event';
import { has, kindOf, mapped, type RecognisedKind, type Schema, textOf } from '../schema';

/* Okta's System Log, as its API returns it. Rules use its own names, some in lower case. */

const KIND = kindOf(
  'Okta System Log',
  { services: ['okta'] },
  mapped(
    ['eventtype', 'eventType'],
    ['displaymessage', 'displayMessage'],
    ['legacyeventtype', 'legacyEventType'],
    ['actor.alternateid', 'actor.alternateId'],
    ['securitycontext.isproxy', 'securityContext.isProxy'],
  ),
);

function recognise(event: SigmaEvent): RecognisedKind | null {
  const type = textOf(event, 'eventType');
  if (type === undefined || !/^[a-z_\d]+(?:\.[a-z_\d]+)+$/i.test(type)) return null;
  if (!has(event, 'actor.alternateId') && !has(event, 'legacyEventType')) return null;
  return { kind: KIND, product: 'okta', because: ['eventType', 'actor.alternateId', 'legacyEventType'] };
}

export const OKTA: Schema = { name: 'Okta', signs: ['eventType'], kinds: [KIND], recognise };
