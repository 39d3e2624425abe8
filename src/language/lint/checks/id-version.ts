import { prose } from '../../../text';
import type { Check } from '../check';
import { UUID } from '../uuid';

export const idVersion: Check<'id-version'> = {
  id: 'id-version',
  severity: 'info',
  finds: 'An id that is not random',
  why: 'SigmaHQ requires UUIDs of version 4, which are random: the third group begins with 4, the fourth with 8, 9, a or b. An id that was invented, or made from the time, may already belong to another rule.',
  bad: 'id: «0f1e2d3c-4b5a-1968-8776-5544332211aa»',
  good: 'id: 0f1e2d3c-4b5a-4968-8776-5544332211aa',
  document({ meta: { id } }, report) {
    if (id && UUID.test(id.value) && !/^.{14}4.{4}[89ab]/i.test(id.value))
      report(
        id.range,
        prose('This UUID is not of version 4 (random). If the rule is not yet in use, generate a new one.'),
      );
  },
};
