import { timePartModifier } from './time-part';

export const month = timePartModifier('month', 'The month');
