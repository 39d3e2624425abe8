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
    const length = lengthOf(description?.value.trim() ?? '');
    if (description && length > 0 && length < LEAST)
      report(
        description.range,
        say`The description has only ${count(length, 'character')}. Say what was seen and why it matters.`,
      );
  },
};

/** How many characters a text has; one of a script in which each stands for a word counts as three. */
function lengthOf(text: string): number {
  const words = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
  return text.length + 2 * (words?.length ?? 0);
}
