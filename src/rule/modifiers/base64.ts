import { base64 as encode } from '../value/bytes';
import { encodeWith } from './encoding';
import type { Modifier } from './modifier';

export const base64: Modifier = {
  name: 'base64',
  doc: {
    summary: 'The field holds the value encoded in base64.',
    example: "CommandLine|base64|contains: 'http://'",
  },
  takes: ['string', 'number', 'bytes'],
  wants: 'text',
  apply: (draft) => encodeWith(draft, (bytes) => [{ text: encode(bytes), offset: null }]),
};
