import table from './logsources.json' with { type: 'json' };

/*
 * Which events belong to which log source: facts of the Sigma taxonomy 2.1.0, completed with Windows' own channels
 * and Sysmon for Linux. The rows are in logsources.json: product, category, service, [channel, event ids] pairs,
 * field set.
 */

/** Where the events of a log source are. Without event ids: every event of the channel. */
export interface EventRange {
  /** The channel's name, or null if events are identified by their provider. */
  readonly channel: string | null;
  readonly provider: string | null;
  readonly eventIds: readonly number[];
}

export interface LogsourceFact {
  readonly product: string | null;
  readonly category: string | null;
  readonly service: string | null;
  /** Empty if the log source is known, but no channel for it. */
  readonly events: readonly EventRange[];
  /** The field names of its rules; empty if the taxonomy lists none. */
  readonly fields: readonly string[];
}

const PROVIDER = 'provider:';
type Row = [string, string, string, [string, number[]][], number];

/** All known log sources, in the order of the taxonomy. */
export const LOGSOURCES: readonly LogsourceFact[] = (table.rows as Row[]).map(
  ([product, category, service, on, fields]) => ({
    product: product || null,
    category: category || null,
    service: service || null,
    events: on.map(([name, eventIds]) => ({
      channel: name.startsWith(PROVIDER) ? null : name,
      provider: name.startsWith(PROVIDER) ? name.slice(PROVIDER.length) : null,
      eventIds,
    })),
    fields: table.fields[fields] ?? [],
  }),
);

/** The products in the taxonomy. */
export const PRODUCTS: ReadonlySet<string> = new Set(
  LOGSOURCES.map((fact) => fact.product).filter((name) => name !== null),
);
