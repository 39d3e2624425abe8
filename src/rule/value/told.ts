/** No more occurrences than this are told of one value. */
export const MAX_OCCURRENCES = 100;

/**
 * Once the occurrences told of one value have more parts than this (stars, literals, groups), no further one is told: a
 * pattern of ten thousand wildcards would otherwise be drawn a hundred times.
 */
export const MAX_PARTS = 10_000;
