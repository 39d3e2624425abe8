import table from './fields-used.json' with { type: 'json' };

/*
 * The fields that at least two rules of SigmaHQ's catalog use, by log source: only names, and only for log sources
 * with at least ten rules. They complete the taxonomy, which lists fields for some log sources only.
 */

type Row = [product: string, category: string, service: string, fields: string[]];

const rows = new Map(
  (table as Row[]).map(([product, category, service, fields]) => [
    `${product}|${category}|${service}`,
    fields,
  ]),
);

/** The fields that rules of a log source use; none if there are few such rules. */
export function fieldsUsed(
  product: string | null,
  category: string | null,
  service: string | null,
): readonly string[] {
  return rows.get(`${product ?? ''}|${category ?? ''}|${service ?? ''}`) ?? [];
}

/** The fields that rules use, for all log sources in the table. */
export function allFieldsUsed(): readonly string[] {
  return [...rows.values()].flat();
}
