import { logsourceKey } from '../../../src/catalog';
import type { AssistFacts, Completion, SeenValue, Source } from '../../../src/language';
import { complete as completeIn, eventsWanted, type Hover, hover as hoverIn } from '../../../src/language';
import type { Range } from '../../../src/text';
import { seen } from '../../results/connect';
import { withLogCounts } from '../../results/log-counts';
import { results } from '../../results/results';
import { builtInFigures } from '../../state/built-in';
import { session } from '../../state/session';
import { newId } from '../../ui/new-id';

/*
 * What the engine suggests and explains at a place in the rule, with what the page knows: the built-in statistics of
 * SigmaHQ's catalog, the events, the results. Loaded on first use.
 */

/** Suggestions at `offset` of the rule's text. */
export async function complete(text: string, offset: number): Promise<Completion> {
  return completeIn(text, offset, await factsFor(text, offset, 'complete'));
}

/** The hover for the characters at `offset` of the rule's text; null for none. */
export async function hover(text: string, offset: number): Promise<Hover | null> {
  const { placeholders } = session.getState().settings;
  const facts = await factsFor(text, offset, 'hover');
  return hoverIn(text, offset, { ...facts, placeholders, hits: (range) => hitsOf(text, range) });
}

async function factsFor(text: string, offset: number, by: 'complete' | 'hover'): Promise<AssistFacts> {
  const wanted = eventsWanted(text, offset, by);
  const isFields = wanted !== null && 'field' in wanted && wanted.field === null;
  const [found, arrays] = await Promise.all([
    wanted ? seen(wanted) : [],
    isFields || by === 'hover' ? seen({ arrays: true }) : [],
    figures(),
  ]);
  const named = arrays.map(({ value, events }) => ({ name: String(value), events }));
  const { spec } = session.getState().settings;
  const known = { today: today(), id: newId(), uses, arrays: named, ...(spec ? { spec } : {}) };
  if (wanted && 'logsources' in wanted) return { ...known, sources: sourcesOf(found) };
  return {
    ...known,
    ...(wanted?.field === null
      ? { fields: found.map(({ value }) => String(value)) }
      : { values: (field): readonly SeenValue[] => (field === wanted?.field ? found : []) }),
  };
}

/** Milliseconds that suggestions wait for the built-in statistics. Without them, suggestions say less. */
const SOON = 300;

/** Fetches the statistics from this site, once: they are there by the next request at the latest. */
function figures(): Promise<unknown> {
  return Promise.race([builtInFigures.load(), new Promise((resolve) => setTimeout(resolve, SOON))]);
}

const uses: NonNullable<AssistFacts['uses']> = (source: Source) => {
  const served = builtInFigures.store.getState();
  return served.state === 'ready' ? (served.value.figures.get(logsourceKey(source)) ?? null) : null;
};

/** In how many events the value at these characters matched, while the results belong to this text. */
function hitsOf(text: string, { start, end }: Range): { events: number; total: number } | null {
  const { outcome } = results.getState();
  const at = outcome.info?.values.findIndex(({ range }) => range.start === start && range.end === end) ?? -1;
  const { counts, total } = withLogCounts(outcome);
  const events = counts?.done ? counts.values[at] : undefined;
  return outcome.rule !== text || events === undefined || total === 0 ? null : { events, total };
}

/** The log sources of the events, from the engine's answer. */
function sourcesOf(found: readonly SeenValue[]): NonNullable<AssistFacts['sources']> {
  return found.map(({ value, events }) => {
    const [product, category, service] = String(value).split('|');
    const source: Source = {
      ...(product ? { product } : {}),
      ...(category ? { category } : {}),
      ...(service ? { service } : {}),
    };
    return { source, events };
  });
}

/** In the user's time zone. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
