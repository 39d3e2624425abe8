import { wildcardEnds } from './wildcard-ends';

export const contains = wildcardEnds(
  'contains',
  'contains',
  { front: true, back: true },
  {
    summary: 'The value occurs anywhere in the field.',
    example: "CommandLine|contains: ' -enc '",
  },
);
