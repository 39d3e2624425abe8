import { prose, say } from '../../../text';
import { type Check, replace } from '../check';
import { dataSourceTags } from '../draft-points';
import { wholeLine } from '../lines';

export const tagDataSource: Check<'tag-data-source'> = {
  id: 'tag-data-source',
  severity: 'info',
  since: '2.2.0',
  finds: 'A tag for a data source',
  why: 'The 2.2.0 draft has no tags for data sources any more, as ATT&CK has none since version 18. 2.1.0 lists them.',
  bad: 'sigma-version: 2.2\ntags:\n    - attack.impact\n    - attack.t1490\n    - «attack.ds0017»',
  good: 'sigma-version: 2.2\ntags:\n    - attack.impact\n    - attack.t1490',
  document({ meta, text }, report) {
    for (const { value, range } of dataSourceTags(meta.tags)) {
      const line = meta.tags.length > 1 ? wholeLine(text, range) : null;
      report(
        range,
        say`The 2.2.0 draft has no tags for data sources such as \`${value}\`. 2.1.0 lists them.`,
        line ? replace(prose('Remove this line'), line, '') : null,
      );
    }
  },
};
