import { wildcardEnds } from './wildcard-ends';

export const startswith = wildcardEnds(
  'startswith',
  'starts',
  { front: false, back: true },
  {
    summary: 'The field begins with the value.',
    example: "Image|startswith: 'C:\\Users\\'",
  },
);
