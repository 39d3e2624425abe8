import { base64At } from '../value/bytes';
import { encodeWith } from './encoding';
import type { Modifier } from './modifier';

export const base64offset: Modifier = {
  name: 'base64offset',
  doc: {
    summary:
      'The field holds the value encoded in base64 as part of a longer text, at any of the three possible offsets.',
    example: "CommandLine|wide|base64offset|contains: 'DownloadString'",
  },
  takes: ['string', 'number', 'bytes'],
  wants: 'text',
  apply: (draft) =>
    encodeWith(draft, (bytes) =>
      ([0, 1, 2] as const)
        .map((alignment) => ({ text: base64At(bytes, alignment), offset: alignment }))
        // At some offsets a one-byte value decides no whole character, and an empty text would match anything.
        .filter((variant) => variant.text !== ''),
    ),
};
