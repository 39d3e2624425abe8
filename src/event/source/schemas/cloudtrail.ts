import type { SigmaEvent } from '../../event';
import { kindOf, type RecognisedKind, type Schema, textOf } from '../schema';

/* AWS CloudTrail. Its rules use CloudTrail's own names. */

const KIND = kindOf('AWS CloudTrail', { services: ['cloudtrail'] });

function recognise(event: SigmaEvent): RecognisedKind | null {
  const isAws = /^[\w.-]{1,80}\.amazonaws\.com$/.test(textOf(event, 'eventSource') ?? '');
  if (!isAws || textOf(event, 'eventName') === undefined) return null;
  return { kind: KIND, product: 'aws', because: ['eventSource', 'eventName'] };
}

export const CLOUDTRAIL: Schema = {
  name: 'AWS CloudTrail',
  signs: ['eventSource'],
  kinds: [KIND],
  recognise,
};
