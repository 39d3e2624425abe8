import type { Check } from '../check';

const LEAST = 16;

export const descriptionShort: Check<'description-short'> = {
  id: 'description-short',
  severity: 'info',
  finds: 'A description of a word or two',
  why: 'A description of less than 16 characters tells no more than the title does. Say what is seen, and why it matters.',
  bad: 'description: «Backups»',
  good: 'description: Finds a tool that removes the catalog of backups.',
  document({ meta: { description } }, report) {
    const length = description?.value.trim().length ?? 0;
    if (description && length > 0 && length < LEAST)
      report(
        description.range,
        `The description has ${length} characters. Say what is seen, and why it matters.`,
      );
  },
};
