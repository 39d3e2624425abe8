import {
  CHANNELS,
  type ChannelFact,
  channelLabel,
  PROVIDER_CHANNELS,
  SECURITY,
  TRACE_PROVIDERS,
} from '../../knowledge';
import { EVENTS } from '../../limits';
import { isNumber, shortened } from '../../text';
import type { SigmaEvent } from '../event';
import { SchemaFinder } from './by-schema';
import { byShape } from './by-shape';
import type { EventKind, RecognisedKind } from './schema';
import { besideChannel } from './schemas/winlogbeat';
import { fullChannel, splunkChannel } from './short-channels';
import { type EventSource, Sources, UNKNOWN } from './source';

/** How many channels, providers and event ids are cached, each with its source: no recording has more. */
const KEPT = 4000;

/** What was recognised under one channel, or one provider without a channel. Keys are values as events have them. */
interface Known {
  readonly fact: ChannelFact | null;
  readonly name: string;
  /** True if the channel has many providers, so that the event's own must be checked. */
  readonly manyProviders: boolean;
  readonly ecs: boolean;
  readonly byEventId: Map<unknown, EventSource>;
  readonly byProvider: Map<unknown, Map<unknown, EventSource>>;
}

/**
 * Recognises the log sources of the events of one run. It caches results, so that an event costs only a few look-ups
 * and no string is built; two runs share nothing.
 */
export class Recogniser {
  private readonly sources = new Sources();
  private readonly schemas = new SchemaFinder();
  private readonly byChannel = new Map<string, Known>();
  /** The same for events that may have names of the Elastic Common Schema beside their own. */
  private readonly byChannelEcs = new Map<string, Known>();
  private readonly byProvider = new Map<string, Known>();
  private readonly byKind = new Map<EventKind, Map<string | null, EventSource>>();

  // The last event's source: usually the next has the same, and comparing two strings is faster than hashing one.
  private lastChannel = '';
  private lastKnown: Known | undefined;
  private lastId: unknown;
  private lastSource: EventSource | undefined;

  /**
   * An event's source, by its channel, else its provider, else its fields, whether of Windows or of a schema
   * (semantics.md, "Log source"). Equal sources are the same object.
   */
  recognise(event: SigmaEvent): EventSource {
    const written = text(event.get('Channel'));
    const channel = written === undefined ? splunkChannel(event) : fullChannel(event, written);
    const source = channel === undefined ? this.withoutChannel(event) : this.underChannel(event, channel);
    if (source !== UNKNOWN) return source;
    const found = this.schemas.find(event);
    return found ? this.schemaSource(found) : UNKNOWN;
  }

  private withoutChannel(event: SigmaEvent): EventSource {
    const provider = text(event.get('Provider_Name'));
    if (provider !== undefined) return this.underProvider(event, provider);
    return byShape(event, number(event.get('EventID')), (name, eventId, evidence) =>
      this.shaped(name, eventId, evidence),
    );
  }

  private underChannel(event: SigmaEvent, channel: string): EventSource {
    const known = this.channel(channel, event.ecs === true);
    const id = event.get('EventID');
    if (known === this.lastKnown && id === this.lastId && !known.manyProviders) return this.lastSource!;
    let ids = known.byEventId;
    let provider: string | undefined;
    if (known.manyProviders) {
      provider = text(event.get('Provider_Name'));
      const found = known.byProvider.get(provider);
      ids = found ?? new Map();
      if (!found && known.byProvider.size < KEPT) known.byProvider.set(provider, ids);
    }
    let source = ids.get(id);
    if (source === undefined) {
      source = this.channelSource(known, provider ?? null, number(id));
      if (typeof id !== 'object' && ids.size < KEPT) ids.set(id, source);
    }
    this.lastChannel = channel;
    this.lastKnown = known;
    this.lastId = id;
    this.lastSource = source;
    return source;
  }

  private channel(channel: string, ecs: boolean): Known {
    if (channel === this.lastChannel && this.lastKnown?.ecs === ecs) return this.lastKnown;
    const channels = ecs ? this.byChannelEcs : this.byChannel;
    let known = channels.get(channel);
    if (known === undefined) {
      const fact = CHANNELS.get(channel.toLowerCase()) ?? null;
      const manyProviders = fact === null || (fact.provider === null && fact.name !== SECURITY);
      known = {
        fact,
        name: channel,
        manyProviders,
        ecs,
        byEventId: new Map(),
        byProvider: new Map(),
      };
      if (channels.size < KEPT) channels.set(channel, known);
    }
    return known;
  }

  private channelSource(known: Known, provider: string | null, eventId: number | null): EventSource {
    const { fact, name } = known;
    const isWindows =
      fact !== null || name.startsWith('Microsoft-') || (provider !== null && eventId !== null);
    if (!isWindows) return UNKNOWN;
    const writer = provider ?? fact?.provider ?? null;
    const channel = fact?.name ?? name;
    const kind = known.ecs ? besideChannel(channel, eventId) : null;
    return this.sources.of(
      `channel\n${kind !== null}\n${channel.toLowerCase()}\n${writer}\n${eventId}`,
      () => ({
        label: label(fact?.label ?? channelLabel(name), eventId),
        product: fact?.product ?? 'windows',
        channel,
        provider: writer,
        eventId,
        known: true,
        because: ['Channel', 'EventID'],
        evidence: evidence('Channel', channel, eventId),
        kind,
      }),
    );
  }

  private underProvider(event: SigmaEvent, provider: string): EventSource {
    let known = this.byProvider.get(provider);
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
      if (this.byProvider.size < KEPT) this.byProvider.set(provider, known);
    }
    const id = event.get('EventID');
    const source = known.byEventId.get(id);
    if (source !== undefined) return source;
    const made = this.providerSource(known, number(id));
    if (typeof id !== 'object' && known.byEventId.size < KEPT) known.byEventId.set(id, made);
    return made;
  }

  private providerSource({ fact, name }: Known, eventId: number | null): EventSource {
    const trace = TRACE_PROVIDERS.get(name.toLowerCase());
    if (!fact && trace === undefined && !name.startsWith('Microsoft-')) return UNKNOWN;
    return this.sources.of(`provider\n${name.toLowerCase()}\n${eventId}`, () => ({
      label: label(fact?.label ?? trace ?? channelLabel(name), eventId),
      product: fact?.product ?? 'windows',
      channel: fact?.name ?? null,
      provider: fact?.provider ?? name,
      eventId,
      known: true,
      because: ['Provider_Name', 'EventID'],
      evidence: `${evidence('Provider_Name', name, eventId)} (the event names no channel)`,
      kind: null,
    }));
  }

  private shaped(channel: string, eventId: number | null, why: string): EventSource {
    const fact = CHANNELS.get(channel.toLowerCase())!;
    return this.sources.of(`shape\n${channel}\n${eventId}\n${why}`, () => ({
      label: label(fact.label, eventId),
      product: fact.product,
      channel: fact.name,
      provider: fact.provider,
      eventId,
      known: true,
      because: [],
      evidence: why,
      kind: null,
    }));
  }

  /** One source for each kind and product: both come from closed lists, so there are few. */
  private schemaSource({ kind, product }: RecognisedKind): EventSource {
    let byProduct = this.byKind.get(kind);
    if (!byProduct) {
      byProduct = new Map();
      this.byKind.set(kind, byProduct);
    }
    let source = byProduct.get(product);
    if (!source) {
      source = this.sources.add({
        label: kind.label,
        product,
        channel: null,
        provider: null,
        eventId: null,
        known: true,
        because: [],
        evidence: 'its fields are those of the schema',
        kind,
      });
      byProduct.set(product, source);
    }
    return source;
  }
}

/** The source of one event. For many events, a `Recogniser` is cheaper and has one object for equal sources. */
export function recognise(event: SigmaEvent): EventSource {
  return new Recogniser().recognise(event);
}

function label(name: string, eventId: number | null): string {
  const shown = shortened(name, EVENTS.sourceName.value);
  return eventId === null ? shown : `${shown} ${eventId}`;
}

function evidence(field: string, value: string, eventId: number | null): string {
  const named = `${field} is ${shortened(value, EVENTS.sourceName.value)}`;
  return eventId === null ? named : `${named} and EventID is ${eventId}`;
}

/** A value that is a text, or the first of a list (Elasticsearch's `fields`); an empty text shows nothing. */
function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return Array.isArray(value) ? text(value[0]) : undefined;
}

function number(value: unknown): number | null {
  if (isNumber(value)) return Number.isSafeInteger(Number(value)) ? Number(value) : null;
  if (typeof value === 'string') return /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : null;
  return Array.isArray(value) ? number(value[0]) : null;
}
