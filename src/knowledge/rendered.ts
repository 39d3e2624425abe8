import sysmon from './events-sysmon.json' with { type: 'json' };
import facts from './rendered.json' with { type: 'json' };

/*
 * How Event Viewer writes events as text, in English: the first sentence of each, and the event's field for each
 * label in the text. Sysmon's labels are the field names.
 */

export interface RenderedEvent {
  readonly channel: string;
  readonly provider: string;
  readonly eventId: number;
  /** The text's first line. */
  readonly sentence: string;
  /** The event's own field names by label, or by `Section / Label`. */
  readonly labels: ReadonlyMap<string, string>;
  /** Sysmon's fields by their places in the text, which are the same in each event; null for other events. */
  readonly order: ReadonlyMap<string, number> | null;
}

type Row = [channel: string, provider: string, events: Record<string, [string, Record<string, string>?]>];

const sysmonFields = new Map(Object.entries(sysmon as unknown as Record<string, readonly string[]>));

function orderOf(id: string): ReadonlyMap<string, number> {
  const fields = ['RuleName', 'EventType', 'UtcTime', ...(sysmonFields.get(id)?.[2] ?? '').split(' ')];
  return new Map(fields.map((field, i) => [field, i]));
}

/** All events whose text is known. */
export const RENDERED: readonly RenderedEvent[] = (facts.events as unknown as Row[]).flatMap(
  ([channel, provider, events]) =>
    Object.entries(events).map(([id, [sentence, labels]]) => ({
      channel,
      provider,
      eventId: Number(id),
      sentence,
      labels: new Map(Object.entries(labels ?? {})),
      order: provider === 'Microsoft-Windows-Sysmon' ? orderOf(id) : null,
    })),
);

const bySentence = new Map<string, RenderedEvent[]>();
for (const event of RENDERED)
  bySentence.set(event.sentence, [...(bySentence.get(event.sentence) ?? []), event]);

/** The events whose text begins with a line. Two share a line if they say the same. */
export function eventsOfSentence(sentence: string): readonly RenderedEvent[] {
  return bySentence.get(sentence) ?? [];
}

const sections = new Map(Object.entries(facts.sections));
const labels = new Map(Object.entries(facts.labels));

/** The field for a label in an event's text; for an unknown label, its words without spaces. */
export function fieldOfLabel(event: RenderedEvent | null, section: string, label: string): string {
  const inSection = `${section} / ${label}`;
  return (
    event?.labels.get(inSection) ??
    event?.labels.get(label) ??
    sections.get(inSection) ??
    labels.get(label) ??
    label.replace(/[^\p{L}\p{N}_]+/gu, '')
  );
}

const ENGLISH: ReadonlySet<string> = new Set([
  ...labels.keys(),
  ...[...sections.keys()].flatMap((path) => path.split(' / ')),
  ...RENDERED.flatMap((event) => [...event.labels.keys()].flatMap((path) => path.split(' / '))),
]);

/** True for a label or a heading that messages have in English. */
export function isEnglishLabel(label: string): boolean {
  return ENGLISH.has(label);
}

const FIELDS: ReadonlySet<string> = new Set([...labels.values(), ...sections.values()]);

/** True for a field whose value a message would say. */
export function isFieldOfMessage(name: string): boolean {
  return FIELDS.has(name);
}

/** True if it is known how an event's message begins in English, which may be written in Windows' language. `source`: its log or its provider. */
export function isTranslated(source: string, id: string): boolean {
  return RENDERED.some(
    ({ channel, provider, eventId, order }) =>
      order === null && String(eventId) === id && (channel === source || provider === source),
  );
}
