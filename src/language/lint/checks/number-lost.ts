import { type Check, replace } from '../check';

export const numberLost: Check<'number-lost'> = {
  id: 'number-lost',
  severity: 'warning',
  finds: 'A number that is another one than it looks',
  why: 'Without quotes YAML reads `0x10` as sixteen, `1e9` as a thousand million, and the version `1.10` as 1.1. Versions, hashes and ids are text: put them in quotes.',
  bad: 'detection:\n    selection:\n        LogonId: «0x3e7»\n    condition: selection',
  good: "detection:\n    selection:\n        LogonId: '0x3e7'\n    condition: selection",
  value({ item, scalar, text, range }, report) {
    if (typeof scalar.value !== 'number' || scalar.style !== 'plain' || item.field === null) return;
    // Where a number is compared, a number is meant.
    if (item.modifiers.some((name) => COMPARES.has(name))) return;
    if (looksLikeItself(text, scalar.value)) return;
    report(
      range,
      INTEGER.test(text)
        ? `\`${text}\` has more digits than many programs keep of a number: they make it ${BigInt(scalar.value)}. In quotes it keeps them everywhere.`
        : `Without quotes \`${text}\` is the number ${scalar.value}. Quote it if the characters are meant.`,
      replace('Put it in single quotes', range, `'${text}'`),
    );
  },
};

const COMPARES = new Set(['lt', 'lte', 'gt', 'gte', 'minute', 'hour', 'day', 'week', 'month', 'year']);

/** Zeros before it are told by `yaml-1-1`. */
const INTEGER = /^[-+]?\d+$/;

/** True for an integer that any program keeps, a fraction without zeros at either end, and an exponent that is needed. */
function looksLikeItself(text: string, value: number): boolean {
  if (INTEGER.test(text)) return !Number.isFinite(value) || BigInt(value) === BigInt(text.replace('+', ''));
  if (/^[-+]?(?:0|[1-9]\d*)\.\d*[1-9]$/.test(text)) return true;
  return /^[-+]?[1-9](?:\.\d*[1-9])?[eE][-+]?[1-9]\d*$/.test(text) && /e|Infinity/.test(String(value));
}
