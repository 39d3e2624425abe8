import type { Trace } from '../../../src/match';

/** The heading above the explanation of an event, by its verdict and number. */
export const WHY: Readonly<Record<Trace['verdict'], (n: number) => string>> = {
  match: (n) => `Why event ${n} matches`,
  'no match': (n) => `Why event ${n} does not match`,
  'not applicable': (n) => `Why the rule does not apply to event ${n}`,
  error: (n) => `Event ${n} cannot be read`,
};
