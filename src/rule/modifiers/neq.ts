import { draftsBut } from './draft';
import { type Modifier, one } from './modifier';

export const neq: Modifier = {
  name: 'neq',
  doc: {
    summary: 'The field matches none of the values. An absent field therefore matches.',
    example: "IntegrityLevel|neq: 'System'",
  },
  takes: draftsBut('bytes', 'exists'),
  wants: 'a value',
  item: 'neq',
  apply: (draft) => one(draft),
};
