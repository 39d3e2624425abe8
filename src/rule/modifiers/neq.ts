import { type Modifier, one } from './modifier';

export const neq: Modifier = {
  name: 'neq',
  doc: {
    summary: 'None of the values matches; a field that is absent therefore passes.',
    example: "IntegrityLevel|neq: 'System'",
  },
  takes: ['string', 'number', 'boolean', 'null', 'regex', 'network', 'compare', 'time', 'fieldref'],
  wants: 'a value',
  item: 'neq',
  apply: (draft) => one(draft),
};
