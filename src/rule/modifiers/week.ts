import { timePartModifier } from './time-part';

export const week = timePartModifier('week', 'The ISO week');
