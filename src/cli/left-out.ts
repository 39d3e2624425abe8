import type { LeftOut } from '../match';

/** Why an event that matches a rule of a correlation is not counted. */
export const LEFT_OUT: Readonly<Record<LeftOut['reason'], string>> = {
  'no timestamp': 'it has no unambiguous time',
  'no group': 'it lacks a field of `group-by`',
  'no value': 'the field of the condition is absent or not a number',
};
