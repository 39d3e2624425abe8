import { isNumber, type WrittenNumber } from '../../text';
import { compareDecimals } from './decimal';

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** A longer hexadecimal or octal number counts as its double only. */
const MOST_DIGITS = 100;

/** True for a number, and for text that is a decimal number. */
export function isNumeric(value: unknown): value is number | WrittenNumber | string {
  return isNumber(value) || (typeof value === 'string' && DECIMAL.test(value));
}

/** The double nearest to the number that an event's value is or spells; undefined if it is not a number. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return isNumeric(value) ? Number(value) : undefined;
}

/** A number of a rule. Digits beyond the precision of a double count, as they do in events. */
export class ExactNumber {
  /** In decimal; null for `.inf` and `.nan`. */
  private readonly decimal: string | null;
  /** True if the double has the exact value. */
  readonly isPlain: boolean;

  constructor(
    readonly value: number,
    /** As written in the rule. */
    readonly written: string,
  ) {
    this.decimal = decimalText(value, written);
    this.isPlain = this.decimal !== null && compareDecimals(String(value), this.decimal) === 0;
  }

  /** The number for display: the double, or the rule's own characters if the double loses digits. */
  get shown(): string {
    return this.isPlain || this.decimal === null ? String(this.value) : this.decimal;
  }

  /** True if the event's number equals this one. */
  equals(number: number | WrittenNumber | string): boolean {
    // An event's number is a double only if no digits are lost.
    if (typeof number === 'number') return number === this.value && this.isPlain;
    return Number(number) === this.value && this.against(String(number)) === 0;
  }

  /**
   * Below, at or above zero as the event's number is less than, equal to or greater than this one; NaN if they cannot
   * be compared.
   */
  compare(number: number | WrittenNumber | string): number {
    const double = Number(number);
    // Two different doubles have the same order as the numbers that they came from.
    if (double !== this.value) return double < this.value ? -1 : double > this.value ? 1 : Number.NaN;
    return typeof number === 'number' && this.isPlain ? 0 : this.against(String(number));
  }

  private against(text: string): number {
    return this.decimal === null ? Number.NaN : compareDecimals(text, this.decimal);
  }
}

/** The characters of a rule's number, in decimal. */
function decimalText(value: number, written: string): string | null {
  if (Number.isNaN(value) || /^[-+]?\.inf$/i.test(written)) return null;
  if (!/^0[xo]/.test(written)) return written;
  return written.length <= MOST_DIGITS ? String(BigInt(written)) : String(value);
}
