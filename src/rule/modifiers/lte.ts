import { comparison } from './compare';

export const lte = comparison('lte', {
  summary: 'The field is a number at most the value.',
  example: 'ProcessId|lte: 1024',
});
