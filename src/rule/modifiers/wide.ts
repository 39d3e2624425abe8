import { utf16 } from '../value/bytes';
import { utf16Modifier } from './encoding';

export const wide = utf16Modifier(
  'wide',
  ['utf16le'],
  {
    summary: 'The value as UTF-16, little endian, before it is encoded.',
    example: "CommandLine|wide|base64offset|contains: 'IEX'",
  },
  (text) => utf16(text, false),
);
