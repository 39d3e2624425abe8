import table from './rules-written.json' with { type: 'json' };

/*
 * How many rules of SigmaHQ's catalog are written for each log source: figures that the page can rank by before those are there
 * that are served with it.
 */

type Row = [product: string, category: string, service: string, rules: number];

const counts = new Map(
  (table as Row[]).map(([product, category, service, rules]) => [`${product}|${category}|${service}`, rules]),
);

/** How many rules of SigmaHQ's catalog are written for a log source, by exactly these names. */
export function rulesWritten(
  product: string | null,
  category: string | null,
  service: string | null,
): number {
  return counts.get(`${product ?? ''}|${category ?? ''}|${service ?? ''}`) ?? 0;
}
