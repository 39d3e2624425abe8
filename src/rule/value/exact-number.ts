import { isNumber, type WrittenNumber } from '../../text';
import { compareDecimals } from './decimal';

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Of numbers in hexadecimal or octal that are longer than this, only the double counts. */
const MOST_DIGITS = 100;

/** True for a number, and for a text that is a decimal number. */
export function isNumeric(value: unknown): value is number | WrittenNumber | string {
  return isNumber(value) || (typeof value === 'string' && DECIMAL.test(value));
}

/** The double nearest to the number that an event's value is, or is written as; undefined where it is none. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return isNumeric(value) ? Number(value) : undefined;
}

/** The number of a rule. Beyond what a double holds its digits count, as they do in the event. */
export class ExactNumber {
  /** In decimal; null for `.inf` and `.nan`. */
  private readonly decimal: string | null;
  /** True where the double says all that the rule does. */
  readonly isPlain: boolean;

  constructor(
    readonly value: number,
    /** As the rule has it. */
    readonly written: string,
  ) {
    this.decimal = decimalText(value, written);
    this.isPlain = this.decimal !== null && compareDecimals(String(value), this.decimal) === 0;
  }

  /** The number for people: the double, or the rule's own characters where it loses digits. */
  get shown(): string {
    return this.isPlain || this.decimal === null ? String(this.value) : this.decimal;
  }

  /** True where the event's number is this one. */
  equals(number: number | WrittenNumber | string): boolean {
    // An event's number is a double only where that keeps what is written.
    if (typeof number === 'number') return number === this.value && this.isPlain;
    return Number(number) === this.value && this.against(String(number)) === 0;
  }

  /** Below, at or above zero as the event's number is to this one; NaN where it cannot be said. */
  compare(number: number | WrittenNumber | string): number {
    const double = Number(number);
    // Two doubles that differ are in the order of the numbers that they came from.
    if (double !== this.value) return double < this.value ? -1 : double > this.value ? 1 : Number.NaN;
    return typeof number === 'number' && this.isPlain ? 0 : this.against(String(number));
  }

  private against(text: string): number {
    return this.decimal === null ? Number.NaN : compareDecimals(text, this.decimal);
  }
}

/** The characters of a rule's number in decimal. */
function decimalText(value: number, written: string): string | null {
  if (Number.isNaN(value) || /^[-+]?\.inf$/i.test(written)) return null;
  if (!/^0[xo]/.test(written)) return written;
  return written.length <= MOST_DIGITS ? String(BigInt(written)) : String(value);
}
