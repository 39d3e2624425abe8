import { type EventFormat, type EventSlice, readEvents } from '../event';
import { allFieldsUsed } from '../knowledge';
import type { MatchOptions } from '../match';
import { type Collection, type CompileOptions, compileCollection } from '../rule';
import type { Range } from '../text';
import { addressKey } from './addresses';
import { namesIn } from './collect';
import { decodedIn } from './encoded';
import { type Entry, type Hit, type Kind, written } from './entry';
import { Finder } from './finder';
import { formsIn } from './forms';
import { isProviderField } from './known';
import { besideIn, type Left, leftIn } from './left';
import { MadeUp, type Occurring } from './made-up';
import { hitsIn } from './places';
import { differing, type Findings, findingsOf, Known } from './same';
import { settle } from './settle';

/** What is redacted: the texts, how they are read, and which values are left as they are. */
export interface RedactAsk extends MatchOptions {
  readonly rule: string;
  readonly events: string;
  readonly format?: EventFormat | undefined;
  /** How the rule is compiled. */
  readonly compile?: CompileOptions;
  /** Keys of values that the user wants to keep (`Replaced.key`). */
  readonly off?: readonly string[];
  /** Texts of the settings that are shared beside the events: looked through, never changed. */
  readonly settings?: readonly string[];
  /** The rule is not run: what it finds is not compared. For one that does not come to an end. */
  readonly isUnchecked?: boolean;
}

/** A value in the table of what is replaced. */
export interface Replaced {
  /** The same for the same value of the same texts. */
  readonly key: string;
  readonly kind: Kind;
  readonly original: string;
  readonly replacement: string;
  /** In so many places it was replaced; where it is kept, in so many it stands. */
  readonly places: number;
  /** `replaced`; `off`: the user keeps it; `decides`: the findings would change without it. */
  readonly state: 'replaced' | 'off' | 'decides';
}

export interface Redaction {
  /** The events' text with made-up values. */
  readonly text: string;
  /** Where each event stands in the text before and after. */
  readonly moved: readonly (readonly [before: Range, after: Range])[];
  readonly replaced: readonly Replaced[];
  /** Replaced values that still stand somewhere, in the rule and the settings too, and why. */
  readonly left: readonly Left[];
  /** What was compared over both texts. */
  readonly checked: { readonly rules: number; readonly events: number; readonly verdicts: number };
}

/** Words of the names of fields that rules use: as a key of an event they are no name. */
const USED = new Set(allFieldsUsed().flatMap((name) => name.toLowerCase().split('.')));

/** `redact` in pieces: yields to let others run. */
export function* redactSteps(ask: RedactAsk): Generator<void, Redaction> {
  return (yield* redactTogetherSteps([ask]))[0]!;
}

/**
 * Several texts, each with its rule: the same value is the same made-up one in all of them, and one that is kept in one text
 * because its rule depends on it is kept in all. Yields to let others run.
 */
export function* redactTogetherSteps(asks: readonly RedactAsk[]): Generator<void, Redaction[]> {
  const read: ReadText[] = [];
  for (const ask of asks) {
    const collection = compileCollection(ask.isUnchecked ? '' : ask.rule, ask.compile ?? {});
    read.push({ ask, collection, ...readEvents(ask.events, ask.format) });
    yield;
  }
  const finder = yield* finderFor(read);
  const documents: Document[] = [];
  for (const one of read) documents.push({ ...one, hits: yield* hitsIn(one.text, one.slices, finder) });
  const off = new Set(asks.flatMap((ask) => ask.off ?? []));
  const wanted = finder.entries.filter((entry) => !entry.isFixed && !off.has(keyOf(entry)));
  const { on, findings } = yield* decideTogether(documents, wanted);
  const occurring = new Set(documents.flatMap(({ hits }) => [...placesOf(hits).keys()]));
  const replaced = finder.entries.filter(({ id }) => on.has(id) && occurring.has(id));
  const made: Redaction[] = [];
  for (const [i, document] of documents.entries())
    made.push(yield* redactionOf(document, { finder, on, off, replaced, findings: findings[i]! }));
  return made;
}

/** What holds for all texts, and what was found in this one. */
interface Decided {
  readonly finder: Finder;
  /** The values that are replaced; those that the user keeps; and those of the first that occur. */
  readonly on: ReadonlySet<number>;
  readonly off: ReadonlySet<string>;
  readonly replaced: readonly Entry[];
  readonly findings: Findings;
}

function* redactionOf(
  { ask, collection, text, slices, hits }: Document,
  { finder, on, off, replaced, findings }: Decided,
): Generator<void, Redaction> {
  const made = written(text, hits, (entry) => on.has(entry));
  const places = placesOf(hits);
  const state = (entry: Entry) => (on.has(entry.id) ? 'replaced' : off.has(keyOf(entry)) ? 'off' : 'decides');
  const after = readEvents(made, ask.format).slices;
  return {
    text: made,
    moved: slices.map(({ range }, i) => [range, after[i]?.range ?? range]),
    replaced: finder.entries
      .filter(({ id }) => places.has(id))
      .map((entry) => ({
        key: keyOf(entry),
        kind: entry.kind,
        original: entry.original,
        replacement: entry.replacement,
        places: places.get(entry.id)!,
        state: state(entry),
      })),
    left: [
      ...(yield* besideIn(ask.rule, replaced, finder, 'rule')),
      ...(yield* besideIn((ask.settings ?? []).join('\n'), replaced, finder, 'settings')),
      ...(yield* leftIn(made, replaced, finder)),
    ],
    checked: {
      rules: collection.plans.length,
      events: slices.length,
      verdicts: findings.verdicts,
    },
  };
}

/**
 * Replaces names of users, hosts and domains, addresses of networks and of mail, SIDs and GUIDs in events by made-up
 * ones of the same form, the same everywhere. Verdicts, what matches and the reasons stay the same: both texts are run,
 * and a value without which they would change is kept and marked. Equal input gives equal output. Never throws.
 */
export function redact(ask: RedactAsk): Redaction {
  const steps = redactSteps(ask);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function keyOf({ kind, original }: Entry): string {
  return `${kind} ${original.toLowerCase()}`;
}

/** A text with the rules that are run over it. */
interface ReadText {
  readonly ask: RedactAsk;
  readonly collection: Collection;
  readonly text: string;
  readonly slices: readonly EventSlice[];
}

interface Document extends ReadText {
  readonly hits: readonly Hit[];
}

/** Which values are replaced in all texts: as many as leave the findings of each as they are. */
function* decideTogether(
  documents: readonly Document[],
  wanted: readonly Entry[],
): Generator<void, { on: ReadonlySet<number>; findings: readonly Findings[] }> {
  let open = wanted;
  for (;;) {
    const before = open.length;
    const findings: Findings[] = [];
    for (const document of documents) {
      const decided = yield* decide(document, open);
      open = open.filter(({ id }) => decided.on.has(id));
      findings.push(decided.findings);
    }
    // What one text keeps, those before it have to do without, too.
    if (open.length === before || documents.length === 1)
      return { on: new Set(open.map(({ id }) => id)), findings };
  }
}

/** Which values are replaced in one text. */
function* decide(
  { ask, collection, text, slices, hits }: Document,
  wanted: readonly Entry[],
): Generator<void, { on: ReadonlySet<number>; findings: Findings }> {
  const options = { ignoreLogsource: ask.ignoreLogsource ?? false };
  const all = wanted.map(({ id }) => id);
  const findings = yield* findingsOf(collection, text, ask.format, options, new Known());
  function* compared(taken: ReadonlySet<number>, known: Known) {
    const made = written(text, hits, (entry) => taken.has(entry));
    return differing(findings, yield* findingsOf(collection, made, ask.format, options, known));
  }
  const difference = yield* compared(new Set(all), new Known());
  if (difference?.length === 0) return { on: new Set(all), findings };
  // Only what stands in events that differ can be the reason; if all together differ, anything can.
  const found =
    difference &&
    entriesIn(
      hits,
      difference.map((i) => slices[i]!),
    );
  const suspects = all.filter((entry) => !found || found.has(entry));
  const base = all.filter((entry) => found && !found.has(entry));
  // Most events are the same in each attempt: what was found for a text is remembered. At the end all are run anew.
  const memory = new Known();
  for (const [sure, doubtful, remembered] of [
    [base, suspects, memory],
    [[], all, null],
  ] as const) {
    const on = yield* settle(sure, doubtful, function* (taken) {
      return (yield* compared(taken, remembered ?? new Known()))?.length === 0;
    });
    if ((yield* compared(on, new Known()))?.length === 0) return { on, findings };
  }
  return { on: new Set<number>(), findings };
}

function entriesIn(hits: readonly Hit[], slices: readonly EventSlice[]): Set<number> {
  const found = new Set<number>();
  for (const { range } of slices)
    for (const hit of hits)
      if (hit.start < range.end && hit.end > range.start) for (const entry of hit.entries) found.add(entry);
  return found;
}

function placesOf(hits: readonly Hit[]): Map<number, number> {
  const places = new Map<number, number>();
  for (const { entries } of hits)
    for (const entry of entries) places.set(entry, (places.get(entry) ?? 0) + 1);
  return places;
}

/** Looks through the texts once, so that made-up values keep away from all that occurs. */
function* finderFor(read: readonly ReadText[]): Generator<void, Finder> {
  const seen = new Seen();
  for (const { ask, text } of read) {
    seen.take(ask.rule);
    seen.take(text);
  }
  const kept = new Set<string>();
  const fields = new Set<string>();
  const events = read.flatMap(({ slices }) => slices.flatMap(({ event }) => event ?? []));
  for (const event of events) {
    for (const { value } of event.leaves()) if (typeof value === 'string') seen.take(value, true);
    for (const field of event.fields()) {
      for (const part of field.toLowerCase().split('.')) if (USED.has(part)) fields.add(part);
      if (isProviderField(field))
        for (const { text } of formsIn(String(event.get(field)))) kept.add(text.toLowerCase());
    }
    yield;
  }
  const rule = read.map(({ ask }) => ask.rule).join('\n');
  const finder = new Finder(new MadeUp({ rule, ...seen.occurring() }), kept, fields);
  finder.addNames(namesIn(events));
  yield;
  return finder;
}

/** Words and forms of texts. */
class Seen {
  private readonly words = new Set<string>();
  private readonly forms = new Set<string>();

  /** `isValue`: texts inside of it are looked at, too. */
  take(text: string, isValue = false): void {
    for (const [token] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)) {
      this.words.add(token);
      if (token.includes('-')) for (const word of token.split('-')) this.words.add(word);
    }
    for (const { kind, text: found } of formsIn(text))
      this.forms.add(kind === 'address' ? addressKey(found)! : found.toLowerCase());
    if (isValue) for (const { text: inner } of decodedIn(text)) this.take(inner);
  }

  occurring(): Pick<Occurring, 'words' | 'forms'> {
    return { words: this.words, forms: this.forms };
  }
}
