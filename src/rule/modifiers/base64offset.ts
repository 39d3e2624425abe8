import { base64At } from '../value/bytes';
import { encodeWith } from './encoding';
import type { Modifier } from './modifier';

export const base64offset: Modifier = {
  name: 'base64offset',
  doc: {
    summary:
      'The value encoded in base64 at each of the three alignments that it can have inside a longer text.',
    example: "CommandLine|wide|base64offset|contains: 'DownloadString'",
  },
  takes: ['string', 'number', 'bytes'],
  wants: 'text',
  apply: (draft) =>
    encodeWith(draft, (bytes) =>
      ([0, 1, 2] as const)
        .map((alignment) => ({ text: base64At(bytes, alignment), offset: alignment }))
        // A value of one byte leaves no character that it alone decides at some alignments; an empty text would match anything.
        .filter((variant) => variant.text !== ''),
    ),
};
