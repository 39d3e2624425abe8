import { say } from '../../../text';
import { Damage } from '../damage';

const SAFE = 2 ** 21;

/** An unsigned number of the given size. */
export function unsigned(view: DataView, at: number, size: number): string {
  switch (size) {
    case 1:
      return String(view.getUint8(at));
    case 2:
      return String(view.getUint16(at, true));
    case 4:
      return String(view.getUint32(at, true));
    case 8: {
      const high = view.getUint32(at + 4, true);
      if (high < SAFE) return String(high * 2 ** 32 + view.getUint32(at, true));
      return String(view.getBigUint64(at, true));
    }
    default:
      throw new Damage(say`a number has ${size} bytes`, at);
  }
}

/** A number with a sign. */
export function signed(view: DataView, at: number, size: number): string {
  switch (size) {
    case 1:
      return String(view.getInt8(at));
    case 2:
      return String(view.getInt16(at, true));
    case 4:
      return String(view.getInt32(at, true));
    case 8:
      return String(view.getBigInt64(at, true));
    default:
      throw new Damage(say`a number has ${size} bytes`, at);
  }
}

/** A number that Windows writes in hexadecimal: `0x3e7`. */
export function hex(view: DataView, at: number, size: number): string {
  switch (size) {
    case 1:
      return `0x${view.getUint8(at).toString(16)}`;
    case 2:
      return `0x${view.getUint16(at, true).toString(16)}`;
    case 4:
      return `0x${view.getUint32(at, true).toString(16)}`;
    case 8: {
      const low = view.getUint32(at, true).toString(16);
      const high = view.getUint32(at + 4, true);
      return high === 0 ? `0x${low}` : `0x${high.toString(16)}${low.padStart(8, '0')}`;
    }
    default:
      throw new Damage(say`a number has ${size} bytes`, at);
  }
}

/** A floating-point number in its shortest form; NaN and infinities as XML Schema spells them. */
export function real(view: DataView, at: number, size: number): string {
  if (size !== 4 && size !== 8) throw new Damage(say`a floating-point number has ${size} bytes`, at);
  const value = size === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true);
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  if (Object.is(value, -0)) return '-0';
  if (size === 8) return String(value);
  // The shortest digits that give the same four bytes; String would write those of eight.
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}
