import { utf16 } from '../value/bytes';
import { utf16Modifier } from './encoding';

export const wide = utf16Modifier(
  'wide',
  ['utf16le'],
  {
    summary: 'The value becomes UTF-16 bytes, little endian, for `base64` or `base64offset`.',
    example: "CommandLine|wide|base64offset|contains: 'IEX'",
  },
  (text) => utf16(text, false),
);
