import { comparison } from './compare';

export const lte = comparison('lte', {
  summary: 'The field is a number less than or equal to the value.',
  example: 'ProcessId|lte: 1024',
});
