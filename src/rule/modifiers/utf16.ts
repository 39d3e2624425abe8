import { utf16 as bytesOf } from '../value/bytes';
import { utf16Modifier } from './encoding';

export const utf16 = utf16Modifier(
  'utf16',
  [],
  {
    summary:
      'The value becomes UTF-16 bytes, little endian with a byte order mark (FF FE), for `base64` or `base64offset`.',
    example: "CommandLine|utf16|base64|contains: 'IEX'",
  },
  (text) => [0xff, 0xfe, ...bytesOf(text, false)],
);
