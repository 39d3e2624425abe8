import { say } from '../../../text';
import type { Check } from '../check';
import { KEYS } from '../keys';

export const keyEmpty: Check<'key-empty'> = {
  id: 'key-empty',
  severity: 'info',
  finds: 'A key without a value',
  why: 'A key without a value is null, which the schema does not allow. Write a value, or remove the key.',
  bad: '«author»:',
  good: 'author: Jo Example',
  document({ kind, tree }, report) {
    for (const { key, value } of tree.entries) {
      if (!KEYS[kind].includes(key.text)) continue;
      const empty =
        value.kind === 'scalar'
          ? value.value === null || value.text.trim() === ''
          : value.kind === 'sequence' && value.items.length === 0;
      if (empty && key.text !== 'detection' && key.text !== 'logsource')
        report(key.range, say`\`${key.text}\` has no value. Write one, or remove the key.`);
    }
  },
};
