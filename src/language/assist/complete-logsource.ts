import { LOGSOURCES, type LogsourceFact } from '../../knowledge';
import { LOGSOURCE_KEYS, type LogsourceKey } from '../lint/logsources';
import type { AssistFacts, Item, Source } from './item';

/** The log sources that exist beside what is written, as whole blocks; none once something is written. */
export function logsourceBlocks(source: Source, facts: AssistFacts): readonly Item[] {
  if (Object.keys(source).length > 0) return [];
  return LOGSOURCES.map((fact) => ({ fact, rules: rulesOf(fact, facts) }))
    .sort((a, b) => b.rules - a.rules)
    .map(({ fact, rules }) => {
      const written = LOGSOURCE_KEYS.filter((part) => fact[part] !== null);
      return {
        label: written.map((part) => fact[part]).join(' / '),
        insert: written.map((part) => `${part}: ${fact[part]}`).join('\n'),
        kind: 'snippet',
        detail: rules > 0 ? `${rules.toLocaleString('en')} rules` : undefined,
        doc: sentence(fact),
      } satisfies Partial<Item>;
    })
    .map(withoutUndefined);
}

/** The names of one part that exist beside what the other parts say. */
export function logsourceValues(part: LogsourceKey, source: Source, facts: AssistFacts): readonly Item[] {
  const others = LOGSOURCE_KEYS.filter((p) => p !== part && source[p] !== undefined);
  const fitting = LOGSOURCES.filter((fact) => others.every((p) => fact[p] === source[p]));
  const names = new Map<string, LogsourceFact[]>();
  for (const fact of fitting) {
    const name = fact[part];
    if (name !== null) names.set(name, [...(names.get(name) ?? []), fact]);
  }
  return [...names]
    .map(([name, found]) => ({ name, found, rules: found.reduce((sum, f) => sum + rulesOf(f, facts), 0) }))
    .sort((a, b) => b.rules - a.rules)
    .map(({ name, found, rules }) =>
      withoutUndefined({
        label: name,
        insert: name,
        kind: 'value',
        detail: rules > 0 ? `${rules.toLocaleString('en')} rules` : undefined,
        doc: found.length === 1 ? sentence(found[0]!) : undefined,
      }),
    );
}

function rulesOf({ product, category, service }: LogsourceFact, facts: AssistFacts): number {
  const source = { ...(product && { product }), ...(category && { category }), ...(service && { service }) };
  return facts.uses?.(source)?.rules ?? 0;
}

/** Where the events of what is written stand; empty where no channel is known. */
export function logsourceWords(source: Source): readonly string[] {
  const found = LOGSOURCES.filter((fact) =>
    LOGSOURCE_KEYS.every((part) => (fact[part] ?? undefined) === source[part]),
  );
  return found.flatMap((fact) => sentence(fact) ?? []);
}

/** Where the events of a log source stand; undefined where no channel is known. */
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
