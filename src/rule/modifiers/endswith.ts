import { wildcardEnds } from './wildcard-ends';

export const endswith = wildcardEnds(
  'endswith',
  'ends',
  { front: true, back: false },
  {
    summary: 'The field ends with the value.',
    example: "Image|endswith: '\\certutil.exe'",
  },
);
