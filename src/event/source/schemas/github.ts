import type { SigmaEvent } from '../../event';
import { has, kindOf, type RecognisedKind, type Schema, textOf } from '../schema';

/* GitHub's audit log, as it is streamed or exported. Its rules use its own names. */

const KIND = kindOf('GitHub audit log', { services: ['audit'] });

function recognise(event: SigmaEvent): RecognisedKind | null {
  if (!/^[a-z_\d]+\.[a-z_\d]+$/.test(textOf(event, 'action') ?? '')) return null;
  if (!has(event, '_document_id') && !(has(event, 'actor') && has(event, 'created_at'))) return null;
  return { kind: KIND, product: 'github', because: ['action', '_document_id', 'actor', 'created_at'] };
}

export const GITHUB: Schema = { name: 'GitHub', signs: ['action'], kinds: [KIND], recognise };
