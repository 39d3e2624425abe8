import { say } from '../../../text';
import { type Check, change } from '../check';
import { switchesIn } from '../switches';

export const disableUnknown: Check<'disable-unknown'> = {
  id: 'disable-unknown',
  severity: 'warning',
  finds: 'A comment that switches off an unknown check',
  why: '`# sigma-disable:` takes the ids of checks, as the list of problems shows them. An unknown id has no effect.',
  bad: 'title: Backup Catalog Removed. # sigma-disable: title-dot, «titel-long»',
  good: 'title: Backup Catalog Removed',
  text({ near, text, ids }, report) {
    for (const { id, range } of switchesIn(text)) {
      if (ids.has(id)) continue;
      const meant = near.to(id, ids);
      report(
        range,
        say`There is no check \`${id}\`.${meant ? say` Did you mean \`${meant}\`?` : ''}`,
        meant ? change(range, meant) : null,
      );
    }
  },
};
