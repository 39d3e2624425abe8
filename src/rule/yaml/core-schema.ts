/** Resolves plain scalars under the core schema of YAML 1.2.2 (section 10.3.2). */

const NULL = /^(?:null|Null|NULL|~|)$/;
const TRUE = /^(?:true|True|TRUE)$/;
const FALSE = /^(?:false|False|FALSE)$/;
const DECIMAL = /^[-+]?[0-9]+$/;
const OCTAL = /^0o[0-7]+$/;
const HEX = /^0x[0-9a-fA-F]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INFINITE = /^([-+]?)\.(?:inf|Inf|INF)$/;
const NAN = /^\.(?:nan|NaN|NAN)$/;

/** The value of a plain (unquoted) scalar: null, boolean, number, or the text itself. */
export function resolvePlain(text: string): string | number | boolean | null {
  if (NULL.test(text)) return null;
  const first = text.charCodeAt(0);
  // Most plain scalars are words. Anything but a string begins with one of these characters.
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  if (first > 0x39 || first < 0x2b) return text;
  if (DECIMAL.test(text) || FLOAT.test(text)) return Number(text);
  if (OCTAL.test(text)) return Number.parseInt(text.slice(2), 8);
  if (HEX.test(text)) return Number.parseInt(text.slice(2), 16);
  const infinite = INFINITE.exec(text);
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return NAN.test(text) ? Number.NaN : text;
}

const BOOLEAN_1_1 = /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|y|Y|n|N)$/;
const OCTAL_1_1 = /^[-+]?0[0-7]+$/;
const GROUPED_1_1 = /^[-+]?(?:0b[01_]+|[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?)$/;
const SEXAGESIMAL_1_1 = /^[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?$/;
/** Numbers in 1.2 but not in 1.1: `0o17`, `08`, and exponents without a dot or a sign. */
const TEXT_1_1 = /^(?:0o[0-7]+|[-+]?0\d*[89]\d*|[-+]?\d+[eE][-+]?\d+|[-+]?(?:\d+\.\d*|\.\d+)[eE]\d+)$/;
const DATE_1_1 = /^\d{4}-\d\d?-\d\d?(?:[Tt ].*)?$/;

/**
 * What a YAML 1.1 parser would read for a plain scalar, if that differs from 1.2: `a boolean`, `an octal number`, …
 * Null if both agree.
 */
export function readOtherwiseBy11(text: string): string | null {
  if (BOOLEAN_1_1.test(text)) return 'a boolean';
  if (OCTAL_1_1.test(text)) return 'an octal number';
  if (GROUPED_1_1.test(text)) return 'a number';
  if (SEXAGESIMAL_1_1.test(text)) return 'a number in base 60';
  if (DATE_1_1.test(text)) return 'a date';
  if (TEXT_1_1.test(text)) return 'text';
  return null;
}
