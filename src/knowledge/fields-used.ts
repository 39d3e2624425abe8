import table from './fields-used.json' with { type: 'json' };

/*
 * The fields that two rules or more of SigmaHQ's catalog use, by log source: names alone, of log sources with ten rules or
 * more. They complete the taxonomy, which lists fields for some log sources only.
 */

type Row = [product: string, category: string, service: string, fields: string[]];

const rows = new Map(
  (table as Row[]).map(([product, category, service, fields]) => [
    `${product}|${category}|${service}`,
    fields,
  ]),
);

/** The fields that rules of a log source use; none where there are few such rules. */
export function fieldsUsed(
  product: string | null,
  category: string | null,
  service: string | null,
): readonly string[] {
  return rows.get(`${product ?? ''}|${category ?? ''}|${service ?? ''}`) ?? [];
}

/** The fields that rules use, of all log sources in the table. */
export function allFieldsUsed(): readonly string[] {
  return [...rows.values()].flat();
}
