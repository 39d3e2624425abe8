import { entry } from '../../../rule';
import { prose } from '../../../text';
import type { Check } from '../check';

export const filterSelection: Check<'filter-selection'> = {
  id: 'filter-selection',
  severity: 'info',
  finds: 'A filter without a selection called `selection`',
  why: 'The schema of filters requires a selection with that name. Other names work here, but tools that check the schema refuse the filter.',
  bad: 'name: catalog_removed\n---\ntitle: Known Backup Hosts\n«filter»:\n    rules:\n        - catalog_removed\n    hosts:\n        User: backup\n    condition: not hosts\n',
  good: 'name: catalog_removed\n---\ntitle: Known Backup Hosts\nfilter:\n    rules:\n        - catalog_removed\n    selection:\n        User: backup\n    condition: not selection\n',
  document({ kind, tree }, report) {
    const filter = kind === 'filter' ? entry(tree, 'filter') : undefined;
    if (filter?.value.kind === 'map' && !entry(filter.value, 'selection'))
      report(
        filter.key.range,
        prose('The schema requires a selection called `selection` in a filter. Rename one.'),
      );
  },
};
