import { eventRanges, FieldView, fieldTable, hashField, logsourceName } from '../event';
import {
  CHANNELS,
  channelTurnOn,
  type EventFact,
  type EventRange,
  eventFact,
  LOGSOURCES,
  type OtherEvents,
  otherEvents,
  SYSTEM_FIELDS,
} from '../knowledge';
import type { RuleCard } from './rule-card';

/** How an event carries one of the rule's fields. */
export interface FieldCarried {
  readonly field: string;
  /**
   * `own`: under the rule's name; `mapped`: under another; `derived`: made of two; `never`: not at all, and the
   * engine knows it; `absent`: it is not among the event's fields; `unknown`: no table lists the event's fields.
   */
  readonly how: 'own' | 'mapped' | 'derived' | 'never' | 'absent' | 'unknown';
  /** The event's own names, if they differ from the rule's. */
  readonly from: readonly string[];
}

/** One event that the rule's log source covers. */
export interface EventRow {
  /** Without `Microsoft-Windows-`, as people say it: `Sysmon`, `Security-Auditing`. */
  readonly provider: string;
  readonly channel: string | null;
  /** An event id, or its equivalent elsewhere; null: every event of the channel. */
  readonly id: string | null;
  /** Null if no table has it. */
  readonly title: string | null;
  /** What to enable so that the event is logged; null if no table has it. Settings are in backticks. */
  readonly turnOn: string | null;
  readonly fields: readonly FieldCarried[];
}

export interface EventCoverage {
  /** `windows / process_creation`; empty if the rule names none. */
  readonly logsource: string;
  readonly rows: readonly EventRow[];
  /** A sentence if the rows do not say everything; otherwise empty. */
  readonly note: string;
  /** What has to be enabled, according to the author. */
  readonly definition: string | null;
}

/** If a rule has more event ids, they are not listed one by one. */
const MOST_IDS = 60;

/**
 * The events that a rule's log source covers, with their titles, what to enable for them, and how each carries the
 * rule's fields. If the log source is a whole channel, the event ids that the rule tests.
 */
export function eventCoverage(card: RuleCard): EventCoverage {
  const { product, category, service, definition } = card.logsource;
  const fold = (name: string | null) => name?.trim().toLowerCase() ?? '';
  const named = { product: fold(product), category: fold(category), service: fold(service) };
  const logsource = logsourceName(card.logsource);
  const ranges = unique(eventRanges(card.logsource));
  const listed = listedFields(named);
  const make: MakeRow = (range, id, fact) => rowOf(range, id, fact, card, named.category || null, listed);
  const rows = rowsOf(ranges, card, make);
  for (const other of otherEvents(named)) rows.push(otherRow(other, card, listed));
  return { logsource, rows, note: rows.length > 0 ? '' : nothing(logsource, named.product), definition };
}

function nothing(logsource: string, product: string): string {
  if (logsource === '') return 'The rule has no log source, so it applies to every event.';
  if (logsource === product) {
    return product === 'windows'
      ? 'Every Windows event: the rule has neither category nor service.'
      : `Every event of ${product}: the rule has neither category nor service.`;
  }
  return `The events of ${logsource} are not known here.`;
}

function unique(ranges: readonly EventRange[]): EventRange[] {
  const seen = new Set<string>();
  return ranges.filter((range) => {
    const key = JSON.stringify(range);
    return !seen.has(key) && seen.add(key);
  });
}

type MakeRow = (range: EventRange, id: number | null, fact: EventFact | undefined) => EventRow;

interface Named {
  readonly product: string;
  readonly category: string;
  readonly service: string;
}

/** The fields that the taxonomy lists for the log source: those of its events, unless they have a list of their own. */
function listedFields({ product, category, service }: Named): ReadonlySet<string> {
  const facts = LOGSOURCES.filter(
    (fact) =>
      (product === '' || fact.product === product) &&
      (fact.category ?? '') === category &&
      (category !== '' || fact.service === service),
  );
  return new Set(facts.flatMap((fact) => fact.fields));
}

function rowsOf(ranges: readonly EventRange[], card: RuleCard, make: MakeRow): EventRow[] {
  const factOf = (range: EventRange, id: number) =>
    eventFact(nameOf(range), id, range.eventIds.length === 0 ? card.providers : []);
  return ranges.flatMap((range) => {
    if (range.eventIds.length > 0) return range.eventIds.map((id) => make(range, id, factOf(range, id)));
    // For a whole channel, the events that the rule tests, without those of another channel of the log source.
    const asked = card.eventIds.slice(0, MOST_IDS);
    if (asked.length === 0) return [make(range, null, undefined)];
    return asked
      .map((id) => [id, factOf(range, id)] as const)
      .filter(([id, fact]) => fact !== undefined || !ranges.some((other) => factOf(other, id)))
      .map(([id, fact]) => make(range, id, fact));
  });
}

function nameOf({ channel, provider }: EventRange): string {
  return channel ?? `provider:${provider}`;
}

function rowOf(
  range: EventRange,
  id: number | null,
  fact: EventFact | undefined,
  card: RuleCard,
  category: string | null,
  listed: ReadonlySet<string>,
): EventRow {
  const { channel } = range;
  const provider =
    fact?.provider ??
    (channel === null ? range.provider : CHANNELS.get(channel.toLowerCase())?.provider) ??
    (card.providers.length > 0 ? card.providers.join(', ') : channel);
  const table = fieldTable(category, channel, id);
  const view = table ? new FieldView({ applicable: true, reason: '', note: '' }, table) : null;
  return {
    provider: (provider ?? '').replace(/^Microsoft-Windows-/, ''),
    channel,
    id: id === null ? null : String(id),
    title: fact?.title ?? (id === null ? `Every event of the channel ${channel ?? range.provider}` : null),
    turnOn: fact?.turnOn ?? channelTurnOn(nameOf(range)) ?? null,
    fields: card.fields.map((field) => {
      const origin = view?.origin(field);
      if (origin && (origin.kind !== 'own' || table!.rules.has(field)))
        return { field, how: origin.kind, from: origin.kind === 'own' ? [] : origin.own };
      if (SYSTEM_FIELDS.has(field)) return { field, how: 'own', from: [] };
      const how = carries(fact?.fields ?? null, listed, field);
      const carried = fact?.fields ?? listed;
      const from = how === 'own' ? [] : (hashField(field)?.from ?? []).filter((name) => carried.has(name));
      return from.length > 0 ? { field, how: 'derived', from } : { field, how, from: [] };
    }),
  };
}

function carries(
  own: ReadonlySet<string> | null,
  listed: ReadonlySet<string>,
  field: string,
): FieldCarried['how'] {
  if (own !== null) return own.has(field) ? 'own' : 'absent';
  return listed.has(field) ? 'own' : 'unknown';
}

function otherRow(
  { provider, id, title, turnOn }: OtherEvents,
  card: RuleCard,
  listed: ReadonlySet<string>,
): EventRow {
  const fields = card.fields.map((field) => ({ field, how: carries(null, listed, field), from: [] }));
  return { provider, channel: null, id, title, turnOn, fields };
}
