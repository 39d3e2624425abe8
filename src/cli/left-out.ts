import type { LeftOut } from '../match';

/** Why an event that matches a rule of a correlation is not counted. */
export const LEFT_OUT: Readonly<Record<LeftOut['reason'], string>> = {
  'no timestamp': 'it has no time that can be read for sure',
  'no group': 'it lacks a field of `group-by`',
  'no value': 'the field of the condition is absent or no number',
};
