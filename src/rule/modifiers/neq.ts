import { type Modifier, one } from './modifier';

export const neq: Modifier = {
  name: 'neq',
  doc: {
    summary: 'The field matches none of the values. An absent field therefore matches.',
    example: "IntegrityLevel|neq: 'System'",
  },
  takes: ['string', 'number', 'boolean', 'null', 'regex', 'network', 'compare', 'time', 'fieldref'],
  wants: 'a value',
  item: 'neq',
  apply: (draft) => one(draft),
};
