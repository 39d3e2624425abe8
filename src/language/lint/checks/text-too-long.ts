import { say } from '../../../text';
import type { Check } from '../check';

const MOST = { title: 256, name: 256, taxonomy: 256, description: 65_535 } as const;

export const textTooLong: Check<'text-too-long'> = {
  id: 'text-too-long',
  severity: 'warning',
  finds: 'A text longer than the schema allows',
  why: 'The JSON schema of 2.1.0 allows 256 characters for `title`, `name` and `taxonomy`, and 65,535 for `description`. Tools that check the schema refuse the rule.',
  bad: `name: «${'backup_catalog_'.repeat(18)}»`,
  good: 'name: backup_catalog_removed',
  document({ meta }, report) {
    for (const key of ['title', 'name', 'taxonomy', 'description'] as const) {
      const found = meta[key];
      if (found && found.value.length > MOST[key])
        report(
          found.range,
          say`\`${key}\` has ${found.value.length} characters, but the schema allows ${MOST[key]}. Shorten it.`,
        );
    }
  },
};
