import { wildcardEnds } from './wildcard-ends';

export const contains = wildcardEnds(
  'contains',
  'contains',
  { front: true, back: true },
  {
    summary: 'The field contains the value.',
    example: "CommandLine|contains: ' -enc '",
  },
);
