import { TOLD } from '../../limits';

/** The most occurrences to report for one value. */
export const MAX_OCCURRENCES = TOLD.hitPlaces.value;

/**
 * The most parts (stars, literals, groups) in the occurrences reported for one value. Otherwise a pattern of ten
 * thousand wildcards would be drawn a hundred times.
 */
export const MAX_PARTS = TOLD.hitMarks.value;
