import { byName, count, say } from '../../../text';
import type { Check } from '../check';

const DIGITS = byName<number>({ md5: 32, sha1: 40, sha256: 64, imphash: 32 });

export const hashLength: Check<'hash-length'> = {
  id: 'hash-length',
  severity: 'warning',
  finds: 'A hash of the wrong length',
  why: 'An MD5 and an import hash have 32 hexadecimal digits, a SHA-1 has 40, a SHA-256 has 64. A hash of another length was cut or mistyped; as a whole value it never matches.',
  bad: "detection:\n    selection:\n        Hashes|contains: «'SHA1=0f1e2d3c4b5a69788776'»\n    condition: selection",
  good: "detection:\n    selection:\n        Hashes|contains: 'SHA1=0f1e2d3c4b5a6978877665544332211aa0b1c2d3'\n    condition: selection",
  value(value, report) {
    const { item, text } = value;
    if (item.field === null || item.comparison === null) return;
    const field = item.field.toLowerCase();
    // In other fields, such as the query of an address, the name is that of a parameter.
    const named = /hash/.test(field) ? /^(md5|sha1|sha256|imphash)=([0-9a-z]+)$/i.exec(text) : null;
    const kind = named ? named[1]!.toLowerCase() : item.comparison === 'exact' ? field : '';
    const digits = named ? named[2]! : text;
    const length = DIGITS.get(kind) ?? 0;
    if (length === 0 || (!named && !isLikeHash(text))) return;
    if (digits.length !== length || !/^[0-9a-f]+$/i.test(digits))
      report(
        value.range,
        say`${kind.toUpperCase()} has ${length} hexadecimal digits; this has ${count(digits.length, 'character')}.`,
      );
  },
};

/** True for what can only be a hash, not a word such as `unknown`. */
function isLikeHash(text: string): boolean {
  return /^(?:[0-9a-f]{8,}|[0-9a-z]{16,})$/i.test(text);
}
