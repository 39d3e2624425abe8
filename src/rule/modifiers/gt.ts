import { comparison } from './compare';

export const gt = comparison('gt', {
  summary: 'The field is a number greater than the value.',
  example: 'ProcessId|gt: 1024',
});
