import { type Check, replace } from '../check';

export const numberLost: Check<'number-lost'> = {
  id: 'number-lost',
  severity: 'warning',
  finds: 'A number that is another one than it looks',
  why: 'Without quotes YAML reads `0x10` as sixteen, `1e9` as a thousand million, and of more than sixteen digits it keeps what fits. Hashes and ids are text: put them in quotes.',
  bad: 'detection:\n    selection:\n        LogonId: «0x3e7»\n    condition: selection',
  good: "detection:\n    selection:\n        LogonId: '0x3e7'\n    condition: selection",
  value({ item, scalar, text, range }, report) {
    if (typeof scalar.value !== 'number' || scalar.style !== 'plain' || item.field === null) return;
    const plain = /^[-+]?\d+(?:\.\d+)?$/.test(text);
    if (plain && (Number.isSafeInteger(scalar.value) || text.includes('.'))) return;
    report(
      range,
      `Without quotes \`${text}\` is the number ${scalar.value}. Quote it if the characters are meant.`,
      replace('Put it in single quotes', range, `'${text}'`),
    );
  },
};
