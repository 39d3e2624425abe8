import { draftsBut } from './draft';
import { type Modifier, one } from './modifier';

export const all: Modifier = {
  name: 'all',
  doc: {
    summary: 'Every value of the list must match, not just one.',
    example: "CommandLine|contains|all: ['-urlcache', 'http']",
  },
  takes: draftsBut('exists'),
  wants: 'a list of values',
  item: 'all',
  apply: (draft) => one(draft),
};
