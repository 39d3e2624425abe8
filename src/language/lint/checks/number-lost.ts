import { prose, say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const numberLost: Check<'number-lost'> = {
  id: 'number-lost',
  severity: 'warning',
  finds: 'A number that YAML reads differently',
  why: 'Without quotes, YAML reads `0x10` as sixteen, `1e9` as a thousand million, and the version `1.10` as 1.1. Versions, hashes and ids are text: put them in quotes.',
  bad: 'detection:\n    selection:\n        LogonId: «0x3e7»\n    condition: selection',
  good: "detection:\n    selection:\n        LogonId: '0x3e7'\n    condition: selection",
  value({ item, scalar, text, range }, report) {
    if (typeof scalar.value !== 'number' || scalar.style !== 'plain' || item.field === null) return;
    // A comparison does expect a number.
    if (item.modifiers.some((name) => COMPARES.has(name))) return;
    if (looksLikeItself(text, scalar.value)) return;
    report(
      range,
      INTEGER.test(text)
        ? say`\`${text}\` has more digits than many programs can store in a number: they read ${BigInt(scalar.value)}. Quote it to keep all digits.`
        : say`Without quotes, \`${text}\` is the number ${scalar.value}. Quote it if you mean the characters.`,
      findsOthers(replace(prose('Put it in single quotes'), range, `'${text}'`)),
    );
  },
};

const COMPARES = new Set(['lt', 'lte', 'gt', 'gte', 'minute', 'hour', 'day', 'week', 'month', 'year']);

/** `yaml-1-1` reports leading zeros. */
const INTEGER = /^[-+]?\d+$/;

/**
 * True for an integer that every program can store, a fraction without zeros at either end, and a necessary exponent.
 */
function looksLikeItself(text: string, value: number): boolean {
  if (INTEGER.test(text)) return !Number.isFinite(value) || BigInt(value) === BigInt(text.replace('+', ''));
  if (/^[-+]?(?:0|[1-9]\d*)\.\d*[1-9]$/.test(text)) return true;
  return /^[-+]?[1-9](?:\.\d*[1-9])?[eE][-+]?[1-9]\d*$/.test(text) && /e|Infinity/.test(String(value));
}
