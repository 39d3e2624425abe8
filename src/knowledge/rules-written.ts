import table from './rules-written.json' with { type: 'json' };

/*
 * How many rules SigmaHQ's catalog has for each log source. The page ranks by these figures until those served with
 * it have arrived.
 */

type Row = [product: string, category: string, service: string, rules: number];

const counts = new Map(
  (table as Row[]).map(([product, category, service, rules]) => [`${product}|${category}|${service}`, rules]),
);

/** How many rules SigmaHQ's catalog has for a log source with exactly these names. */
export function rulesWritten(
  product: string | null,
  category: string | null,
  service: string | null,
): number {
  return counts.get(`${product ?? ''}|${category ?? ''}|${service ?? ''}`) ?? 0;
}
