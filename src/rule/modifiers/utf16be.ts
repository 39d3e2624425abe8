import { utf16 } from '../value/bytes';
import { utf16Modifier } from './encoding';

export const utf16be = utf16Modifier(
  'utf16be',
  [],
  {
    summary: 'The value as UTF-16, big endian, before it is encoded.',
    example: "CommandLine|utf16be|base64offset|contains: 'IEX'",
  },
  (text) => utf16(text, true),
);
