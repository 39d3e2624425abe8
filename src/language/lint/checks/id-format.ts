import type { Check } from '../check';
import { UUID } from '../uuid';

export const idFormat: Check<'id-format'> = {
  id: 'id-format',
  severity: 'warning',
  finds: 'An id that is no UUID',
  why: 'The JSON schema of 2.1.0 wants a UUID: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12. Other tools sort, join and refuse rules by it.',
  bad: 'id: «backup-catalog-17»',
  good: 'id: 0f1e2d3c-4b5a-4968-8776-5544332211aa',
  document({ meta: { id } }, report) {
    if (id && id.value.trim() !== '' && !UUID.test(id.value))
      report(id.range, 'This is no UUID. Write 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.');
  },
};
