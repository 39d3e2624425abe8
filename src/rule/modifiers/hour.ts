import { timePartModifier } from './time-part';

export const hour = timePartModifier('hour', 'The hour');
