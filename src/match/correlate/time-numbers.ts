import { isNumber } from '../../text';

/** Below 1973, seconds are more likely a duration or a count **(ours)**. */
export const LEAST_SECONDS = 1e8;

const DIGITS = /^\s*(\d{1,20})(?:\.(\d+))?\s*$/;
const HEXADECIMAL = /^\s*0x([\da-f]{15,16})\s*$/i;
/** A date as PowerShell's ConvertTo-Json writes it. A zone after the number changes nothing. */
const DOTNET = /^\\?\/Date\((-?\d{9,14})(?:[+-]\d{4})?\)\\?\/$/;

/** Windows counts tenths of microseconds since 1601. These are the counts of 1970 and of 2100. */
const FILETIME_1970 = 116_444_736_000_000_000n;
const FILETIME_2100 = 157_469_184_000_000_000n;

/**
 * Reads a number as a moment, in microseconds since 1970. Its size tells the unit: seconds (until the year 5138),
 * milliseconds, microseconds or nanoseconds since 1970, or Windows' FILETIME (from 1970 to 2100). No digit is lost.
 * Null if it is not a number, or too small to be a timestamp.
 */
export function readNumber(value: unknown, least = LEAST_SECONDS): number | null {
  const text = isNumber(value) ? plain(String(value)) : typeof value === 'string' ? value : '';
  if (text.length > 64) return null;
  const dotnet = DOTNET.exec(text);
  if (dotnet) return Number(dotnet[1]) * 1000;
  const hexadecimal = HEXADECIMAL.exec(text);
  if (hexadecimal) return fileTime(BigInt(`0x${hexadecimal[1]}`));
  const digits = DIGITS.exec(text);
  return digits && sized(digits[1]!, digits[2] ?? '', least);
}

/** Writes out a number that has an exponent. */
function plain(text: string): string {
  return /e/i.test(text) ? (Number(text) < 1e20 ? String(Math.round(Number(text))) : '') : text;
}

function sized(whole: string, fraction: string, least: number): number | null {
  const number = Number(whole);
  if (number < least || number >= 1e20) return null;
  const filed = fraction === '' ? fileTime(BigInt(whole)) : null;
  if (filed !== null) return filed;
  // How many places to move the decimal point to get microseconds.
  const places = number < 1e11 ? 6 : number < 1e14 ? 3 : number < 1e17 ? 0 : -3;
  if (places < 0) return Number(BigInt(whole) / 1000n);
  return Number(whole + fraction.padEnd(places, '0').slice(0, places));
}

function fileTime(count: bigint): number | null {
  if (count < FILETIME_1970 || count > FILETIME_2100) return null;
  return Number((count - FILETIME_1970) / 10n);
}
