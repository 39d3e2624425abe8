import { type FieldFigure, type LogsourceFigures, logsourceFigures, logsources } from './statistics';
import { type IndicatorUsage, logsourceKey } from './usage';

/*
 * Figures about the log sources of a catalog, to be served with the page: names of fields and of comparisons, and in how
 * many rules each is used. No value, no title, nothing else of a rule's text.
 */

export const STATISTICS_VERSION = 1;

/** The file: JSON, in which names stand once and rows point at them. */
export interface StatisticsFile {
  readonly version: number;
  /** Null stands for keywords. */
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

/** A field, its rules, and in turn a comparison and its rules. */
type FieldRow = readonly [field: number, rules: number, ...operators: number[]];

/** The figures of every log source of a catalog. The same rules give the same file, in whatever order they come. */
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

/** Reads such a file: the figures by the key of their log source. Throws, with a sentence for people, where it is none. */
export function readStatistics(file: StatisticsFile): ReadonlyMap<string, LogsourceFigures> {
  if (file.version !== STATISTICS_VERSION)
    throw new Error(`The figures have version ${file.version}; version ${STATISTICS_VERSION} is known here.`);
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

/** Names in the order in which they first come. */
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
