import { comparison } from './compare';

export const gte = comparison('gte', {
  summary: 'The field is a number at least the value.',
  example: 'DestinationPort|gte: 1024',
});
