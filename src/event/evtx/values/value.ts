import { prose, say } from '../../../text';
import type { Chunk } from '../chunk';
import { Damage, hexByte } from '../damage';
import { binary, guid, sid, sidSize } from './identity';
import { hex, real, signed, unsigned } from './numbers';
import { fileTime, systemTime } from './time';
import { ARRAY, TYPE } from './types';

/** One value as the text that Windows writes; null has none. */
export function valueText(chunk: Chunk, type: number, at: number, size: number): string {
  if (size === 0 || type === TYPE.null) return '';
  const { view, bytes } = chunk;
  switch (type) {
    case TYPE.string:
    case TYPE.xml:
      return string(chunk, at, size);
    case TYPE.uint8:
    case TYPE.uint16:
    case TYPE.uint32:
    case TYPE.uint64:
      return unsigned(view, at, size);
    case TYPE.hexInt32:
    case TYPE.hexInt64:
    case TYPE.sizeT:
    case TYPE.handle:
      return hex(view, at, size);
    case TYPE.guid:
      return guid(bytes, fixed(at, size, 16));
    case TYPE.fileTime:
      return fileTime(view, fixed(at, size, 8));
    case TYPE.sid:
      return sid(bytes, view, at, size);
    case TYPE.int8:
    case TYPE.int16:
    case TYPE.int32:
    case TYPE.int64:
      return signed(view, at, size);
    case TYPE.boolean:
      return unsigned(view, at, size) === '0' ? 'false' : 'true';
    case TYPE.real32:
    case TYPE.real64:
      return real(view, at, size);
    case TYPE.binary:
      return binary(bytes, at, size);
    case TYPE.ansiString:
      return ansi(bytes, at, size);
    case TYPE.systemTime:
      return systemTime(view, fixed(at, size, 16));
    default:
      throw new Damage(say`${hexByte(type)} is not a type of value`, at);
  }
}

/** True for a type whose text may have any character; that of all others has only letters, digits and a few signs. */
export function isText(type: number): boolean {
  return type === TYPE.string || type === TYPE.ansiString || type === TYPE.xml;
}

/** The members of an array. */
export function members(chunk: Chunk, type: number, at: number, size: number): string[] {
  const member = type & ~ARRAY;
  if (member === TYPE.string) return terminated(chunk.text(at, size >> 1));
  if (member === TYPE.ansiString) return terminated(decode(chunk.bytes, at, size));
  const texts: string[] = [];
  const end = at + size;
  while (at < end) {
    const one = member === TYPE.sid ? sidMember(chunk, at, end) : memberSize(member, at, size);
    if (at + one > end) throw new Damage(prose('the last member of an array is cut off'), at);
    texts.push(valueText(chunk, member, at, one));
    at += one;
  }
  return texts;
}

const SIZES = new Map<number, number>([
  [TYPE.int8, 1],
  [TYPE.uint8, 1],
  [TYPE.int16, 2],
  [TYPE.uint16, 2],
  [TYPE.int32, 4],
  [TYPE.uint32, 4],
  [TYPE.int64, 8],
  [TYPE.uint64, 8],
  [TYPE.real32, 4],
  [TYPE.real64, 8],
  [TYPE.boolean, 4],
  [TYPE.guid, 16],
  [TYPE.fileTime, 8],
  [TYPE.systemTime, 16],
  [TYPE.hexInt32, 4],
  [TYPE.hexInt64, 8],
]);

function sidMember(chunk: Chunk, at: number, end: number): number {
  return at + 8 > end ? 8 : sidSize(chunk.bytes, at);
}

function memberSize(type: number, at: number, size: number): number {
  // An address is as wide as the machine's: only a size divisible by four but not by eight shows it.
  if (type === TYPE.sizeT) return size % 8 === 0 ? 8 : 4;
  const known = SIZES.get(type);
  if (known === undefined) throw new Damage(say`${hexByte(type | ARRAY)} is not a type of array`, at);
  return known;
}

function fixed(at: number, size: number, needed: number): number {
  if (size < needed) throw new Damage(say`a value that needs ${needed} bytes has ${size}`, at);
  return at;
}

/** UTF-16 text without the zeros that end it. */
function string(chunk: Chunk, at: number, size: number): string {
  let units = size >> 1;
  while (units > 0 && chunk.view.getUint16(at + units * 2 - 2, true) === 0) units--;
  return chunk.text(at, units);
}

/** What windows-1252 has where Latin-1 has control characters; five code points stay the same. */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Text of one byte a character, without the zeros that end it. */
function ansi(bytes: Uint8Array, at: number, size: number): string {
  while (size > 0 && bytes[at + size - 1] === 0) size--;
  return decode(bytes, at, size);
}

/** The file does not name its code page; western Europe's is the most common. */
function decode(bytes: Uint8Array, at: number, size: number): string {
  let text = '';
  for (const byte of bytes.subarray(at, at + size))
    text += byte >= 0x80 && byte < 0xa0 ? UPPER[byte - 0x80] : String.fromCharCode(byte);
  return text;
}

/** Strings that each end with a zero, except perhaps the last. */
function terminated(text: string): string[] {
  return (text.endsWith('\0') ? text.slice(0, -1) : text).split('\0');
}
