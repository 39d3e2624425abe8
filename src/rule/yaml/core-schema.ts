/** What YAML 1.1 reads otherwise than the core schema of YAML 1.2.2 (section 10.3.2). */

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
