import { prose } from '../../../text';
import type { Check } from '../check';
import { UUID } from '../uuid';

export const idFormat: Check<'id-format'> = {
  id: 'id-format',
  severity: 'warning',
  finds: 'An id that is not a UUID',
  why: 'The JSON schema of 2.1.0 requires a UUID: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12. Other tools rely on it, and may refuse the rule.',
  bad: 'id: «backup-catalog-17»',
  good: 'id: 0f1e2d3c-4b5a-4968-8776-5544332211aa',
  document({ meta: { id } }, report) {
    if (id && id.value.trim() !== '' && !UUID.test(id.value))
      report(
        id.range,
        prose('This is not a UUID. Write 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.'),
      );
  },
};
