import { comparison } from './compare';

export const lt = comparison('lt', {
  summary: 'The field is a number less than the value.',
  example: 'CommandLineLength|lt: 1024',
});
