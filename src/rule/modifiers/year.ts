import { timePartModifier } from './time-part';

export const year = timePartModifier('year', 'The year');
