/*
 * How much of one thing crosses from the engine to the page. The page's own thread reads what is posted, so that a rule
 * of twenty thousand terms must not mean twenty thousand lines there. What is left out is counted and said.
 */

/** Parts of one list of an explanation: more are not read line by line, and are counted instead. */
export const TRACE_PARTS = 100;
/** Parts of a whole explanation: about half a megabyte, read within a frame or two. */
export const TRACE_TOTAL = 2000;
/** Causes of one miss: with more than this the event is simply another one. */
export const TRACE_CAUSES = 20;
