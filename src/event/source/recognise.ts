import {
  CHANNELS,
  type ChannelFact,
  channelLabel,
  PROVIDER_CHANNELS,
  SECURITY,
  TRACE_PROVIDERS,
} from '../../knowledge';
import { isNumber } from '../../text';
import type { SigmaEvent } from '../event';
import { bySchema } from './by-schema';
import { byShape } from './by-shape';
import { besideChannel } from './schemas/winlogbeat';
import { type EventSource, newSource, sourceCount, UNKNOWN } from './source';

/** Sources beyond this many are not told apart by their event id: no recording has so many. */
const MOST_SOURCES = 4000;

/** What was recognised under one channel, or one provider without a channel. Keys are values as they stand in events. */
interface Known {
  readonly fact: ChannelFact | null;
  readonly name: string;
  /** True where the channel has many providers, so that an event's own is asked for. */
  readonly manyProviders: boolean;
  readonly ecs: boolean;
  readonly byEventId: Map<unknown, EventSource>;
  readonly byProvider: Map<unknown, Map<unknown, EventSource>>;
}

const byChannel = new Map<string, Known>();
/** The same for events beside whose own names those of the Elastic Common Schema may stand. */
const byChannelEcs = new Map<string, Known>();
const byProvider = new Map<string, Known>();

/**
 * Where an event comes from, by its channel, else its provider, else its fields, be they of Windows or of a schema that has its
 * own (semantics.md, "Log source"). Equal sources are the same object. Runs once for every event: no text is put together
 * on the way.
 */
export function recognise(event: SigmaEvent): EventSource {
  const channel = text(event.get('Channel'));
  const source = channel === undefined ? withoutChannel(event) : underChannel(event, channel);
  return source === UNKNOWN ? (bySchema(event)?.source ?? UNKNOWN) : source;
}

function withoutChannel(event: SigmaEvent): EventSource {
  const provider = text(event.get('Provider_Name'));
  if (provider !== undefined) return underProvider(event, provider);
  return byShape(event, number(event.get('EventID')), (name, eventId, evidence) =>
    shaped(name, eventId, evidence),
  );
}

/** What the last event was: mostly the next one is the same, and comparing two texts is faster than hashing one. */
let lastChannel = '';
let lastKnown: Known | undefined;
let lastId: unknown;
let lastSource: EventSource | undefined;

function underChannel(event: SigmaEvent, channel: string): EventSource {
  const ecs = event.ecs === true;
  const channels = ecs ? byChannelEcs : byChannel;
  let known = channel === lastChannel && lastKnown?.ecs === ecs ? lastKnown : channels.get(channel);
  if (known === undefined) {
    const fact = CHANNELS.get(channel.toLowerCase()) ?? null;
    known = {
      fact,
      name: channel,
      manyProviders: fact === null || (fact.provider === null && fact.name !== SECURITY),
      ecs,
      byEventId: new Map(),
      byProvider: new Map(),
    };
    if (channels.size < MOST_SOURCES) channels.set(channel, known);
  }
  const id = event.get('EventID');
  if (known === lastKnown && id === lastId && !known.manyProviders) return lastSource!;
  let ids = known.byEventId;
  let provider: string | undefined;
  if (known.manyProviders) {
    provider = text(event.get('Provider_Name'));
    const found = known.byProvider.get(provider);
    ids = found ?? new Map();
    if (!found && known.byProvider.size < MOST_SOURCES) known.byProvider.set(provider, ids);
  }
  let source = ids.get(id);
  if (source === undefined) {
    source = channelSource(known, provider ?? null, number(id));
    if (typeof id !== 'object' && ids.size < MOST_SOURCES) ids.set(id, source);
  }
  lastChannel = channel;
  lastKnown = known;
  lastId = id;
  lastSource = source;
  return source;
}

const made = new Map<string, EventSource>();

/** Makes a source, or finds the one that was made before under other spellings of the same values. */
function intern(key: string, facts: Omit<EventSource, 'id'>): EventSource {
  const known = made.get(key);
  if (known) return known;
  if (sourceCount() > MOST_SOURCES) return UNKNOWN;
  const source = newSource(facts);
  made.set(key, source);
  return source;
}

function channelSource(known: Known, provider: string | null, eventId: number | null): EventSource {
  const { fact, name } = known;
  const isWindows = fact !== null || name.startsWith('Microsoft-') || (provider !== null && eventId !== null);
  if (!isWindows) return UNKNOWN;
  const writer = provider ?? fact?.provider ?? null;
  const channel = fact?.name ?? name;
  const kind = known.ecs ? besideChannel(channel, eventId) : null;
  return intern(`channel\n${kind !== null}\n${channel.toLowerCase()}\n${writer}\n${eventId}`, {
    label: label(fact?.label ?? channelLabel(name), eventId),
    product: fact?.product ?? 'windows',
    channel,
    provider: writer,
    eventId,
    known: true,
    because: ['Channel', 'EventID'],
    evidence: evidence('Channel', channel, eventId),
    kind,
  });
}

function underProvider(event: SigmaEvent, provider: string): EventSource {
  let known = byProvider.get(provider);
  if (known === undefined) {
    const fact = PROVIDER_CHANNELS.get(provider.toLowerCase()) ?? null;
    known = {
      fact,
      name: provider,
      manyProviders: false,
      ecs: false,
      byEventId: new Map(),
      byProvider: new Map(),
    };
    if (byProvider.size < MOST_SOURCES) byProvider.set(provider, known);
  }
  const id = event.get('EventID');
  const source = known.byEventId.get(id);
  if (source !== undefined) return source;
  const made = providerSource(known, number(id));
  if (typeof id !== 'object' && known.byEventId.size < MOST_SOURCES) known.byEventId.set(id, made);
  return made;
}

function providerSource({ fact, name }: Known, eventId: number | null): EventSource {
  const trace = TRACE_PROVIDERS.get(name.toLowerCase());
  if (!fact && trace === undefined && !name.startsWith('Microsoft-')) return UNKNOWN;
  return intern(`provider\n${name.toLowerCase()}\n${eventId}`, {
    label: label(fact?.label ?? trace ?? channelLabel(name), eventId),
    product: fact?.product ?? 'windows',
    channel: fact?.name ?? null,
    provider: fact?.provider ?? name,
    eventId,
    known: true,
    because: ['Provider_Name', 'EventID'],
    evidence: `${evidence('Provider_Name', name, eventId)} (the event names no channel)`,
    kind: null,
  });
}

function shaped(channel: string, eventId: number | null, why: string): EventSource {
  const fact = CHANNELS.get(channel.toLowerCase())!;
  return intern(`shape\n${channel}\n${eventId}\n${why}`, {
    label: label(fact.label, eventId),
    product: fact.product,
    channel: fact.name,
    provider: fact.provider,
    eventId,
    known: true,
    because: [],
    evidence: why,
    kind: null,
  });
}

function label(name: string, eventId: number | null): string {
  return eventId === null ? name : `${name} ${eventId}`;
}

function evidence(field: string, value: string, eventId: number | null): string {
  return eventId === null ? `${field} is ${value}` : `${field} is ${value} and EventID is ${eventId}`;
}

/** A value that is a text, or the first of a list (Elasticsearch's `fields`); the empty text tells nothing. */
function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return Array.isArray(value) ? text(value[0]) : undefined;
}

function number(value: unknown): number | null {
  if (isNumber(value)) return Number.isSafeInteger(Number(value)) ? Number(value) : null;
  if (typeof value === 'string') return /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : null;
  return Array.isArray(value) ? number(value[0]) : null;
}
