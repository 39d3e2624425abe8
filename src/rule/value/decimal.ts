/** A decimal number of any length: `0.digits` times ten to the power of `exponent`. Zero has no digits. */
interface Decimal {
  readonly negative: boolean;
  /** Without leading and trailing zeros. */
  readonly digits: string;
  readonly exponent: number;
}

const DECIMAL = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;

function decimalOf(text: string): Decimal {
  const [, sign, whole = '', fraction = '', power = '0'] = DECIMAL.exec(text) ?? [];
  const all = whole + fraction;
  const first = all.search(/[1-9]/);
  if (first < 0) return { negative: false, digits: '', exponent: 0 };
  let end = all.length;
  while (all[end - 1] === '0') end--;
  const digits = all.slice(first, end);
  return { negative: sign === '-', digits, exponent: whole.length - first + Number(power) };
}

/**
 * Compares two decimal numbers of any length, digit by digit: below, at or above zero as `a` is less than, equal to
 * or greater than `b`.
 */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [decimalOf(a), decimalOf(b)];
  if (left.digits === '' || right.digits === '') return signOf(left) - signOf(right);
  if (left.negative !== right.negative) return left.negative ? -1 : 1;
  const sign = left.negative ? -1 : 1;
  if (left.exponent !== right.exponent) return left.exponent < right.exponent ? -sign : sign;
  if (left.digits === right.digits) return 0;
  return left.digits < right.digits ? -sign : sign;
}

function signOf({ negative, digits }: Decimal): number {
  return digits === '' ? 0 : negative ? -1 : 1;
}
