/**
 * A number of an event whose characters a double does not preserve: it has more digits than a double holds, or is
 * written as `1.0` or `1e21` (see `isLost`). It keeps its characters: `String(n)` returns them, `Number(n)` the
 * nearest double.
 *
 * It has only methods, so no field name of a rule reaches into it.
 */
export class WrittenNumber {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  valueOf(): number {
    return Number(this.#text);
  }
}

/** A value that is neither a list nor an object. */
export type Scalar = string | number | boolean | WrittenNumber;

/** A number, however it is stored. */
export function isNumber(value: unknown): value is number | WrittenNumber {
  return typeof value === 'number' || value instanceof WrittenNumber;
}

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'boolean' || isNumber(value);
}

/**
 * True for a number whose characters `String(Number(text))` does not return. An exponent is only a way to write an
 * integer if a double holds that integer: `1e3` is 1000.
 */
export function isLost(text: string): boolean {
  const number = Number(text);
  if (number === 0 && text === '-0') return false;
  return String(number) !== text && !(/[eE]/.test(text) && Number.isSafeInteger(number));
}

/** The number with these characters: a double if that preserves them. */
export function numberWritten(text: string): number | WrittenNumber {
  return isLost(text) ? new WrittenNumber(text) : Number(text);
}
