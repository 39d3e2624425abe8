import { say } from '../../../text';
import type { Check } from '../check';

const MOST = 110;

export const titleLong: Check<'title-long'> = {
  id: 'title-long',
  severity: 'info',
  finds: 'A title of more than 110 characters',
  why: 'Titles appear in lists and as names of alerts, where long ones are cut off. SigmaHQ allows 110 characters. Move the rest to the description.',
  bad: `title: «Backup Catalog Removed From The Command Line Of A Server By Some Account That Is Not One Of The Known Administrators»`,
  good: 'title: Backup Catalog Removed',
  document({ meta: { title } }, report) {
    if (title && title.value.length > MOST && title.value.length <= 256)
      report(
        title.range,
        say`The title has ${title.value.length} characters, but SigmaHQ allows ${MOST}. Shorten it.`,
      );
  },
};
