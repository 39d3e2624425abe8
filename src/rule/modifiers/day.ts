import { timePartModifier } from './time-part';

export const day = timePartModifier('day', 'The day of the month');
