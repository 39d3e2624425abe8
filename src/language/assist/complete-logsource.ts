import { LOGSOURCES, type LogsourceFact, rulesWritten } from '../../knowledge';
import { count } from '../../text';
import { LOGSOURCE_KEYS, type LogsourceKey } from '../lint/logsources';
import type { AssistFacts, Item, Source } from './item';

/** The log sources that fit what is written, as whole blocks; none once something is written. */
export function logsourceBlocks(source: Source, facts: AssistFacts): readonly Item[] {
  if (Object.keys(source).length > 0) return [];
  return LOGSOURCES.map((fact) => ({ fact, ...rankOf([fact], facts) }))
    .sort(byRank)
    .map(({ fact, ...rank }) => {
      const written = LOGSOURCE_KEYS.filter((part) => fact[part] !== null);
      return {
        label: written.map((part) => fact[part]).join(' / '),
        insert: written.map((part) => `${part}: ${fact[part]}`).join('\n'),
        kind: 'snippet',
        detail: detailOf(rank),
        doc: sentence(fact),
      } satisfies Partial<Item>;
    })
    .map(withoutUndefined);
}

/** The names for one part that fit the other parts. */
export function logsourceValues(part: LogsourceKey, source: Source, facts: AssistFacts): readonly Item[] {
  const others = LOGSOURCE_KEYS.filter((p) => p !== part && source[p] !== undefined);
  const fitting = LOGSOURCES.filter((fact) => others.every((p) => fact[p] === source[p]));
  const names = new Map<string, LogsourceFact[]>();
  for (const fact of fitting) {
    const name = fact[part];
    if (name !== null) names.set(name, [...(names.get(name) ?? []), fact]);
  }
  return [...names]
    .map(([name, found]) => ({ name, found, ...rankOf(found, facts) }))
    .sort(byRank)
    .map(({ name, found, ...rank }) =>
      withoutUndefined({
        label: name,
        insert: name,
        kind: 'value',
        detail: detailOf(rank),
        doc: found.length === 1 ? sentence(found[0]!) : undefined,
      }),
    );
}

/** What decides the order: the events of these log sources, and the rules written for them. */
interface Rank {
  readonly events: number;
  readonly rules: number;
}

function rankOf(found: readonly LogsourceFact[], facts: AssistFacts): Rank {
  const events = (facts.sources ?? [])
    .filter(({ source }) =>
      found.some((fact) => LOGSOURCE_KEYS.every((part) => (fact[part] ?? undefined) === source[part])),
    )
    .map((seen) => seen.events);
  return {
    events: Math.max(0, ...events),
    rules: found.reduce((sum, fact) => sum + rulesOf(fact, facts), 0),
  };
}

function byRank(a: Rank, b: Rank): number {
  return b.events - a.events || b.rules - a.rules;
}

function detailOf({ events, rules }: Rank): string | undefined {
  const parts = [events > 0 ? 'in the events' : '', rules > 0 ? count(rules, 'rule') : ''];
  return parts.filter(Boolean).join(' · ') || undefined;
}

function rulesOf({ product, category, service }: LogsourceFact, facts: AssistFacts): number {
  const source = { ...(product && { product }), ...(category && { category }), ...(service && { service }) };
  return facts.uses?.(source)?.rules ?? rulesWritten(product, category, service);
}

/** Where to find the events of the written log source; empty if no channel is known. */
export function logsourceWords(source: Source): readonly string[] {
  const found = LOGSOURCES.filter((fact) =>
    LOGSOURCE_KEYS.every((part) => (fact[part] ?? undefined) === source[part]),
  );
  return found.flatMap((fact) => sentence(fact) ?? []);
}

/** Where to find the events of a log source; undefined if no channel is known. */
function sentence({ events }: LogsourceFact): string | undefined {
  if (events.length === 0) return undefined;
  return events
    .slice(0, 4)
    .map(({ channel, provider, eventIds }) => {
      const place = channel ?? `provider ${provider}`;
      const ids = eventIds.slice(0, 12).join(', ') + (eventIds.length > 12 ? ', …' : '');
      return eventIds.length > 0 ? `${place}: event ${ids}.` : `${place}: every event.`;
    })
    .join(' ');
}

function withoutUndefined(item: { [K in keyof Item]: Item[K] | undefined }): Item {
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== undefined),
  ) as unknown as Item;
}
