import { count, say } from '../../../text';
import type { Check } from '../check';

const LEAST = 16;

export const descriptionShort: Check<'description-short'> = {
  id: 'description-short',
  severity: 'info',
  finds: 'A very short description',
  why: 'A description of fewer than 16 characters says no more than the title. Say what was seen and why it matters.',
  bad: 'description: «Backups»',
  good: 'description: Finds a tool that removes the catalog of backups.',
  document({ meta: { description } }, report) {
    const length = description?.value.trim().length ?? 0;
    if (description && length > 0 && length < LEAST)
      report(
        description.range,
        say`The description has only ${count(length, 'character')}. Say what was seen and why it matters.`,
      );
  },
};
