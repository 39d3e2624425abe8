import { type FieldFigure, type LogsourceFigures, logsourceFigures, logsources } from './statistics';
import { type IndicatorUsage, logsourceKey } from './usage';

/*
 * Statistics of the log sources of a catalog, to be served with the page: names of fields and operators, and how many
 * rules use each. No values, no titles, nothing else of a rule's text.
 */

export const STATISTICS_VERSION = 1;

/** The file: JSON in which each name occurs once and rows refer to it. */
export interface StatisticsFile {
  readonly version: number;
  /** Null for keywords. */
  readonly fields: readonly (string | null)[];
  readonly operators: readonly string[];
  readonly logsources: readonly LogsourceRow[];
}

type LogsourceRow = readonly [
  product: string,
  category: string,
  service: string,
  rules: number,
  fields: readonly FieldRow[],
];

/** A field and its rules, then operators, each followed by its rules. */
type FieldRow = readonly [field: number, rules: number, ...operators: number[]];

/** The statistics of every log source of a catalog. The same rules give the same file, in any order. */
export function statisticsFile(usage: IndicatorUsage): StatisticsFile {
  const fields = new Names<string | null>();
  const operators = new Names<string>();
  const rows = logsources(usage).map(({ logsource }): LogsourceRow => {
    const figures = logsourceFigures(usage, logsource);
    const { product = '', category = '', service = '' } = figures.logsource;
    const own = figures.fields.map((f): FieldRow => {
      const used = f.operators.flatMap(({ operator, rules }) => [operators.place(operator), rules]);
      return [fields.place(f.field), f.rules, ...used];
    });
    return [product, category, service, figures.rules, own];
  });
  return { version: STATISTICS_VERSION, fields: fields.all, operators: operators.all, logsources: rows };
}

/**
 * Reads such a file: the statistics by the key of their log source. If it is not one, throws an error with a sentence
 * for users.
 */
export function readStatistics(file: StatisticsFile): ReadonlyMap<string, LogsourceFigures> {
  if (file.version !== STATISTICS_VERSION)
    throw new Error(
      `The statistics have version ${file.version}, but version ${STATISTICS_VERSION} is needed.`,
    );
  return new Map(
    file.logsources.map(([product, category, service, rules, rows]) => {
      const logsource = {
        ...(product ? { product } : {}),
        ...(category ? { category } : {}),
        ...(service ? { service } : {}),
      };
      const fields = rows.map((row) => fieldFigure(file, row));
      return [logsourceKey(logsource), { logsource, rules, fields }];
    }),
  );
}

function fieldFigure({ fields, operators }: StatisticsFile, [field, rules, ...used]: FieldRow): FieldFigure {
  const pairs = used.flatMap((operator, i) =>
    i % 2 === 0 ? [{ operator: operators[operator] ?? '', rules: used[i + 1] ?? 0 }] : [],
  );
  return { field: fields[field] ?? null, rules, operators: pairs, values: [] };
}

/** Names in the order in which they first occur. */
class Names<T> {
  readonly all: T[] = [];
  private readonly places = new Map<T, number>();

  place(name: T): number {
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.all.length;
      this.all.push(name);
      this.places.set(name, place);
    }
    return place;
  }
}
