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
