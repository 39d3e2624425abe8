import type { EventSlice, SigmaEvent } from '../../event';
import { coverage, dumpJson, eventJson, knownFields, recognise, ruleName } from '../../event';
import { drained } from '../../match';
import { type Collection, compileCollection, type Plan } from '../../rule';
import { type FieldMapping, NO_MAPPING, own, prose, say } from '../../text';
import { brokenFirings } from '../firings/broken';
import { exemplarOf } from '../firings/exemplar';
import { timedEvents } from '../firings/timed';
import { TriedFirings } from '../firings/tried';
import { unmetFirings } from '../firings/unmet';
import { addFilter, addToSelection, type Recompile } from './add';
import { type AuthorAnswer, type AuthorAsk, refused } from './answer';
import { isPlainName, testOf } from './field-test';
import { ruleFromEvent } from './from-event';
import { ruleFromTests } from './from-tests';
import { pickedAt } from './picked';
import { ruleFromMarked } from './separate';

export interface AuthorContext {
  /** The current rule; null if none compiles. */
  readonly plan: Plan | null;
  readonly slices: readonly EventSlice[];
  readonly recompile: Recompile;
  readonly mapping?: FieldMapping;
  /** All documents of the current rule; null if none compiles. */
  readonly collection?: Collection | null;
  /** Compiles a text as the user's is compiled. */
  readonly compile?: (text: string) => Collection;
  readonly ignoreLogsource?: boolean;
}

/** A new rule is not tested on more events than this. */
const MAX_EVENTS = 5_000;

/** Writes what is asked for. Every result was tested. Never throws. */
export function author(ask: AuthorAsk, context: AuthorContext): AuthorAnswer {
  return drained(authorSteps(ask, context));
}

/** The same in pieces: yields to let others run, where much has to be tried. */
export function* authorSteps(ask: AuthorAsk, context: AuthorContext): Generator<void, AuthorAnswer> {
  switch (ask.kind) {
    case 'firings':
    case 'broken':
    case 'exemplars':
      return yield* ofCorrelations(ask, context);
    default:
      return ofEvents(ask, context);
  }
}

type CorrelationAsk = Extract<AuthorAsk, { kind: 'firings' | 'broken' | 'exemplars' }>;

function ofEvents(ask: Exclude<AuthorAsk, CorrelationAsk>, context: AuthorContext): AuthorAnswer {
  const { slices, mapping = NO_MAPPING } = context;
  switch (ask.kind) {
    case 'json': {
      const write = ask.form === 'dumped' ? dumpJson : eventJson;
      const of = (index: number) => slices[index]?.event;
      return { kind: 'json', events: ask.events.map((index) => (of(index) ? write(of(index)!) : null)) };
    }
    case 'event': {
      const event = slices[ask.event]?.event;
      if (!event) return refused(prose('This event cannot be read.'));
      const all = slices.slice(0, MAX_EVENTS).flatMap((slice) => slice.event ?? []);
      return ruleFromEvent(event, all.includes(event) ? all : [...all, event], ask.stamp, mapping);
    }
    case 'marked': {
      const wanted = new Set(ask.events);
      const chosen = ask.events.flatMap((i) => slices[i]?.event ?? []);
      if (chosen.length < wanted.size) return refused(prose('A marked event cannot be read.'));
      if (slices.length > MAX_EVENTS)
        return refused(say`There are more than ${MAX_EVENTS} events, too many to test a new rule on each.`);
      const others = slices.flatMap(({ event }, i) => (event && !wanted.has(i) ? [event] : []));
      return ruleFromMarked(chosen, others, ask.stamp, mapping);
    }
    case 'tests': {
      const of = (events: readonly number[]) => events.flatMap((i) => slices[i]?.event ?? []);
      return ruleFromTests(of(ask.match), of(ask.noMatch), ask.stamp, mapping);
    }
    case 'timed':
      return { kind: 'timed', tests: timedEvents(ask.tests) };
    default:
      return add(ask, context, mapping);
  }
}

function* ofCorrelations(
  ask: CorrelationAsk,
  { slices, collection, compile = (text) => compileCollection(text), ignoreLogsource = false }: AuthorContext,
): Generator<void, AuthorAnswer> {
  if (!collection) return refused(prose('The rule does not compile.'));
  if (slices.length > MAX_EVENTS)
    return refused(say`There are more than ${MAX_EVENTS} events, too many to try changes on each.`);
  const events = slices.flatMap(({ event }) => event ?? []);
  const twins = new Map(ask.kind === 'exemplars' ? [] : ask.twins);
  if (ask.kind === 'broken') {
    const around = { collection, events, ignoreLogsource, twins, compile };
    return { kind: 'broken', documents: yield* brokenFirings(ask.changes, ask.wanted, around) };
  }
  const tried = new TriedFirings(collection, events, ignoreLogsource, twins);
  return ask.kind === 'firings'
    ? { kind: 'firings', unmet: unmetFirings(tried, ask.wanted, compile) }
    : { kind: 'exemplars', all: ask.of.map((one) => exemplarOf(tried, one)) };
}

function add(
  { kind, range }: Extract<AuthorAsk, { range: unknown }>,
  { plan, slices, recompile }: AuthorContext,
  mapping: FieldMapping,
): AuthorAnswer {
  if (!plan) return refused(prose('The rule does not compile. Fix it first, then add to it.'));
  const event = slices.find(({ range: own }) => own.start <= range.start && range.start <= own.end)?.event;
  const picked = event && pickedAt(event, range);
  if (!event || !picked) return refused(prose('Select a value of an event, or a part of one.'));
  const test = testOf(nameFor(plan, event, picked.field, mapping), picked);
  if (!isPlainName(test.field)) return refused(say`A rule cannot name the field \`${test.field}\`.`);
  return kind === 'selection'
    ? addToSelection(plan, test, event, recompile)
    : addFilter(plan, test, event, recompile);
}

/** The rule's name for one of the event's own fields. */
function nameFor({ logsource }: Plan, event: SigmaEvent, field: string, mapping: FieldMapping): string {
  const byHand = own(mapping, field);
  if (byHand) return byHand;
  const cover = coverage(logsource, recognise(event), mapping);
  return ruleName(cover, knownFields(logsource), event, field);
}
