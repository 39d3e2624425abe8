import { utf16 } from '../value/bytes';
import { utf16Modifier } from './encoding';

export const utf16be = utf16Modifier(
  'utf16be',
  [],
  {
    summary: 'The value becomes UTF-16 bytes, big endian, for `base64` or `base64offset`.',
    example: "CommandLine|utf16be|base64offset|contains: 'IEX'",
  },
  (text) => utf16(text, true),
);
