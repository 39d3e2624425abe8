import fc from 'fast-check';
import type { CountedRule } from '../catalog';
import { indicators } from '../describe';
import { pair } from './generate';
import { planOf } from './oracle/check';

/** Catalogs of generated rules, some of which share an id. */
export const generatedRules = fc
  .array(
    fc.tuple(
      pair,
      fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'g')),
      fc.constantFrom('x', 'y', undefined),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) =>
    list.map(([{ rule, placeholders }, id, service]): CountedRule => {
      const found = indicators(planOf(rule, placeholders));
      return { id, logsource: service ? { service } : {}, indicators: found };
    }),
  );
