import { comparison } from './compare';

export const gte = comparison('gte', {
  summary: 'The field is a number greater than or equal to the value.',
  example: 'DestinationPort|gte: 1024',
});
