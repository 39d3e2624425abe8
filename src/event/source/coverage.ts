import { CHANNELS, type EventRange, LOGSOURCES, type LogsourceFact, TRACE_PROVIDERS } from '../../knowledge';
import { type FieldMapping, mapsNothing, NO_MAPPING } from '../../text';
import { ByHandCoverage } from './by-hand';
import { type FieldTable, fieldTable } from './fields';
import type { EventKind } from './schema';
import { type EventSource, UNKNOWN } from './source';
import type { Coverage } from './view';
import { FieldView } from './view';

/** A rule's log source as written. */
export interface Logsource {
  readonly product?: string | null | undefined;
  readonly category?: string | null | undefined;
  readonly service?: string | null | undefined;
}

interface Parts {
  readonly product: string | null;
  readonly category: string | null;
  readonly service: string | null;
}

/*
 * Caches earlier results. They depend only on the log source and the event source, and are dropped with the event
 * source, which belongs to one run; results for a mapping are dropped with the mapping, or with what they were made
 * from.
 */
const decided = new WeakMap<EventSource, Map<string, Coverage>>();
const byHand = new WeakMap<FieldMapping, WeakMap<Coverage, Coverage>>();

/** How many spellings of log sources are cached for one source: more occur only if a user types for hours. */
const KEPT = 10_000;

/**
 * Whether a rule for `logsource` sees the events of `source`, and under which names, with the user's mappings first.
 */
export function coverage(
  logsource: Logsource,
  source: EventSource,
  mapping: FieldMapping = NO_MAPPING,
): Coverage {
  const plain = withoutMapping(logsource, source);
  if (mapsNothing(mapping)) return plain;
  let known = byHand.get(mapping);
  if (!known) {
    known = new WeakMap();
    byHand.set(mapping, known);
  }
  let cover = known.get(plain);
  if (!cover) {
    cover = new ByHandCoverage(plain, mapping);
    known.set(plain, cover);
  }
  return cover;
}

function withoutMapping(logsource: Logsource, source: EventSource): Coverage {
  const key = `${logsource.product ?? ''}\n${logsource.category ?? ''}\n${logsource.service ?? ''}`;
  let known = decided.get(source);
  if (!known) {
    known = new Map();
    decided.set(source, known);
  }
  let cover = known.get(key);
  if (!cover) {
    cover = decide(parts(logsource), source);
    if (known.size >= KEPT) known.clear();
    known.set(key, cover);
  }
  return cover;
}

function decide(rule: Parts, source: EventSource): Coverage {
  const verdict = source === UNKNOWN || !source.known ? APPLIES : applicability(rule, source);
  return new FieldView(verdict, tableOf(rule, source), source);
}

/**
 * A category also maps the fields if log sources are ignored, as long as these events have that category. For services
 * whose rules do not use the events' own names, as those for clouds, the service maps them too.
 */
function tableOf(rule: Parts, source: EventSource): FieldTable | undefined {
  if (rule.product !== null && rule.product !== source.product && source.product !== null) return undefined;
  const { kind } = source;
  if (kind) {
    if (rule.category !== null) return kind.categories.includes(rule.category) ? kind : undefined;
    const byService = !kind.ownInServices && rule.service !== null && kind.services.includes(rule.service);
    return byService ? kind : undefined;
  }
  return fieldTable(rule.category, source.channel, source.eventId);
}

interface Applicability {
  readonly applicable: boolean;
  readonly reason: string;
  readonly note: string;
}

const APPLIES: Applicability = { applicable: true, reason: '', note: '' };

function applicability(rule: Parts, source: EventSource): Applicability {
  const notes: string[] = [];
  if (rule.product !== null && rule.product !== source.product) {
    if (source.product !== null) return differs(rule, source);
    notes.push(`the event does not show its product, so it may or may not be ${rule.product}`);
  }
  for (const kind of ['category', 'service'] as const) {
    const name = rule[kind];
    if (name === null) continue;
    if (source.channel === null && serves(source.kind, kind, name)) continue;
    const facts = factsOf(rule, kind, name);
    if (facts.length === 0) {
      notes.push(`${kind} ${name} is in no table of log sources, so it may or may not cover ${source.label}`);
      continue;
    }
    if (source.kind && source.channel === null) return differs(rule, source);
    const ranges = facts.flatMap((fact) => fact.events);
    if (ranges.some((range) => holds(range, source))) continue;
    if (source.eventId === null && ranges.some((range) => sameChannel(range, source))) {
      notes.push(`the event has no EventID, so it may or may not be one of ${name}`);
      continue;
    }
    return differs(rule, source);
  }
  return notes.length === 0
    ? APPLIES
    : { applicable: true, reason: '', note: `${capital(notes.join('; '))}.` };
}

function serves(events: EventKind | null, kind: 'category' | 'service', name: string): boolean {
  return events !== null && (kind === 'category' ? events.categories : events.services).includes(name);
}

/** What is known about a category or service: for the rule's product, or for any if it names none. */
function factsOf(rule: Parts, kind: 'category' | 'service', name: string): LogsourceFact[] {
  return LOGSOURCES.filter(
    (fact) =>
      fact[kind] === name &&
      (rule.product === null || fact.product === null || fact.product === rule.product),
  );
}

function holds(range: EventRange, source: EventSource): boolean {
  if (!sameChannel(range, source)) return false;
  return range.eventIds.length === 0 || (source.eventId !== null && range.eventIds.includes(source.eventId));
}

function sameChannel(range: EventRange, source: EventSource): boolean {
  if (range.channel !== null) return source.channel?.toLowerCase() === range.channel.toLowerCase();
  return range.provider?.toLowerCase() === source.provider?.toLowerCase();
}

function differs(rule: Parts, source: EventSource): Applicability {
  const events = eventsOf(rule);
  const served = events === '' ? '' : ` (${events.replaceAll(' · ', ', ')})`;
  const product = source.product !== null && source.product !== rule.product ? ` (${source.product})` : '';
  const reason = `The rule is for ${nameOf(rule)}${served}; this event is ${source.label}${product}.`;
  return { applicable: false, reason, note: '' };
}

/** The log source as users write it: `windows / process_creation`. */
export function logsourceName(logsource: Logsource): string {
  return nameOf(parts(logsource));
}

function nameOf(rule: Parts): string {
  return [rule.product, rule.category, rule.service].filter((part) => part !== null).join(' / ');
}

/**
 * The events that serve a log source, for a hint beside it: `Sysmon 1 · Security 4688`. Empty if the table has none,
 * and for an empty log source.
 */
export function describeCoverage(logsource: Logsource): string {
  return eventsOf(parts(logsource));
}

function eventsOf(rule: Parts): string {
  if (rule.category === null && rule.service === null) {
    if (rule.product === 'windows') return 'every Windows event';
    return rule.product === 'linux' ? 'Sysmon for Linux' : '';
  }
  const ranges = rangesOf(rule);
  return [...new Set(ranges.map(describeRange))].join(' · ');
}

/** The events that serve a log source; empty if no table has any, and for one with only a product. */
export function eventRanges(logsource: Logsource): readonly EventRange[] {
  return rangesOf(parts(logsource));
}

function rangesOf(rule: Parts): readonly EventRange[] {
  const lists = (['category', 'service'] as const)
    .filter((kind) => rule[kind] !== null)
    .map((kind) => factsOf(rule, kind, rule[kind]!).flatMap((fact) => fact.events));
  const [first = [], second] = lists;
  // Category and service together: only the category's events in one of the service's channels.
  return second && second.length > 0
    ? first.filter((a) => second.some((b) => a.channel === b.channel))
    : first;
}

function describeRange(range: EventRange): string {
  const name =
    range.channel === null
      ? (TRACE_PROVIDERS.get(range.provider!.toLowerCase()) ?? range.provider!)
      : CHANNELS.get(range.channel.toLowerCase())!.label;
  return range.eventIds.length === 0 ? name : `${name} ${range.eventIds.join('/')}`;
}

function parts(logsource: Logsource): Parts {
  return {
    product: fold(logsource.product),
    category: fold(logsource.category),
    service: fold(logsource.service),
  };
}

function fold(value: string | null | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().toLowerCase() : null;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
