import { timePartModifier } from './time-part';

export const minute = timePartModifier('minute', 'The minute');
