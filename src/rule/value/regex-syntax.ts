import { byName } from '../../text';

export const SYNTAX = /[\^$\\.*+?()[\]{}|/]/;
const NAME = '[\\p{L}_$][\\p{L}\\p{N}_$]*';
export const NAMED_GROUP = new RegExp(`^\\(\\?P?<(${NAME})>`, 'u');
export const NAMED_REFERENCE = new RegExp(`^(?:\\\\k<(${NAME})>|\\(\\?P=(${NAME})\\))`, 'u');
export const CLASS_NAMES = new Set(
  'alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit'.split(' '),
);
/** What only the linear engine supports: the ends of the text, quoted text, flags for a part. */
export const LINEAR_ESCAPE = /^\\(?:[Az]|Q[\s\S]*?(?:\\E|$))/;
export const LINEAR_FLAGS = /^\(\?[ims]*(?:-[ims]+)?[:)]/;
export const SET_ESCAPE = /^\\[dDwWsSpP]/;
export const LAST_CODE_POINT = 0x10ffff;

/** Escapes that give one character by its number. Two surrogates in a row are one character. */
export const NUMBERED =
  /^\\(?:x\{([0-9a-fA-F]+)\}|u\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|(u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(0[0-7]{0,2}))/;
export const CONTROLS = byName<number>({ a: 7, t: 9, n: 10, v: 11, f: 12, r: 13, e: 27 });

/** The number of the character in a match of `NUMBERED`. */
export function numberOf(found: RegExpExecArray): number {
  const [, braced, bracedU, two, pair, four, octal] = found;
  if (octal !== undefined) return Number.parseInt(octal, 8);
  if (pair === undefined) return Number.parseInt((braced ?? bracedU ?? two ?? four)!, 16);
  const [high, low] = [pair.slice(1, 5), pair.slice(7)].map((unit) => Number.parseInt(unit, 16));
  return String.fromCharCode(high!, low!).codePointAt(0)!;
}

/** Browsers differ in properties and in flags for a group, so ask the engine that runs it. */
export function engineTakes(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
