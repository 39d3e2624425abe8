import type { Content, Value } from './model';

/** Values in the bytes of the format, for tests. */

export const nothing: Value = { type: 0x00, content: new Uint8Array(0) };

/** A value of any type from its bytes. */
export function bytes(type: number, ...content: number[]): Value {
  return { type, content: Uint8Array.from(content) };
}

/** UTF-16 text; Windows may end it with a zero. */
export function string(text: string, type = 0x01): Value {
  const units = Uint16Array.from(text, (_, i) => text.charCodeAt(i));
  const content = new Uint8Array(text.length * 2);
  const view = new DataView(content.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), true);
  return { type, content: units.length === 0 ? new Uint8Array(0) : content };
}

/** Strings as an array, each with its zero. */
export function strings(...texts: string[]): Value {
  return string(texts.map((text) => `${text}\0`).join(''), 0x81);
}

/** Integers of `size` bytes each, little-endian: one, or an array if the type says so. */
export function integers(type: number, size: number, ...values: (number | bigint)[]): Value {
  const content = new Uint8Array(size * values.length);
  values.forEach((value, i) => {
    let rest = BigInt.asUintN(64, BigInt(value));
    for (let k = 0; k < size; k++, rest >>= 8n) content[i * size + k] = Number(rest & 0xffn);
  });
  return { type, content };
}

/** Floating-point numbers. */
export function reals(type: number, size: 4 | 8, ...values: number[]): Value {
  const content = new Uint8Array(size * values.length);
  const view = new DataView(content.buffer);
  values.forEach((value, i) => {
    if (size === 4) view.setFloat32(i * 4, value, true);
    else view.setFloat64(i * 8, value, true);
  });
  return { type, content };
}

/** The bytes of a GUID in its usual spelling. */
export function guidBytes(text: string): number[] {
  const hex = text.replace(/[{}-]/g, '');
  const all = Array.from({ length: 16 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
  return [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15].map((i) => all[i]!);
}

/** The bytes of `S-1-5-21-…`. */
export function sidBytes(text: string): number[] {
  const [, revision, authority, ...parts] = text.split('-').map(Number);
  const high = Math.floor(authority! / 2 ** 32);
  const six = [high >>> 8, high, authority! >>> 24, authority! >>> 16, authority! >>> 8, authority!];
  const four = parts.flatMap((part) => [part, part >>> 8, part >>> 16, part >>> 24]);
  return [revision!, parts.length, ...six, ...four].map((byte) => byte & 0xff);
}

/** A time in tenths of microseconds since 1601. */
export function ticks(iso: string): bigint {
  const [whole, fraction = ''] = iso.replace('Z', '').split('.');
  const ms = BigInt(Date.parse(`${whole}Z`)) + 11_644_473_600_000n;
  return ms * 10_000n + BigInt(fraction.padEnd(7, '0').slice(0, 7));
}

export function fileTimes(type: number, ...times: string[]): Value {
  return integers(type, 8, ...times.map(ticks));
}

/** Binary XML as a value. */
export function xml(...content: Content[]): Value {
  return { type: 0x21, content };
}
