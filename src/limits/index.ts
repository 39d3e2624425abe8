/*
 * The limits of the program in one place, each with its reason. A name of a limit is what messages call it. Tables of tests
 * beside it hold a case on both sides of each; `app/limits.test.ts` those of the page. Numbers that only guide a search
 * for the best answer (how many candidates a repair tries) stay beside it: beyond those nothing is lost.
 */

export { type Limit, type Limits, told } from './limit';
export { EVENTS } from './of-events';
export { DRAWN, TOLD } from './of-explanations';
export { EXPORTED } from './of-exports';
export { FINDINGS } from './of-findings';
export { LESSONS } from './of-lessons';
export { KEPT, PAGE } from './of-page';
export { RULE } from './of-rules';
export { TERMINAL } from './of-terminal';
