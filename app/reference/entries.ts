import { LOGSOURCES, type LogsourceFact } from '../../src/knowledge';
import {
  CARDS,
  fieldSources,
  fieldsOfSource,
  logsourceName,
  TOPIC_KINDS,
  type Topic,
  type TopicKind,
  topics,
  wholeExample,
} from '../../src/language';
import { asYamlScalar } from '../../src/rule';
import { unmarked } from '../../src/text';
import { ARRAY_SNIPPETS } from './arrays';
import { CONDITION_SNIPPETS, CORRELATION_SNIPPETS, keySnippet, VALUE_SNIPPETS } from './forms';
import { MODIFIER_SNIPPETS } from './modifiers';
import { lines, type Snippet, selecting } from './snippet';

/** What an entry's kind is called over its entries, and beside one. */
export const KIND_WORDS: Readonly<Record<TopicKind, readonly [many: string, one: string]>> = {
  modifier: ['Modifiers', 'modifier'],
  condition: ['Conditions', 'condition'],
  value: ['Values', 'form of a value'],
  array: ['Members of arrays', 'form for arrays'],
  correlation: ['Types of correlations', 'type of correlation'],
  key: ['Keys', 'key'],
  logsource: ['Log sources', 'log source'],
  field: ['Fields', 'field'],
  check: ['Checks', 'check'],
};

let made: readonly Topic[] | null = null;

/** All entries, by kind. */
export function entries(): readonly Topic[] {
  made ??= topics();
  return made;
}

/** An entry's name in links: unique over all kinds. */
export function idOf({ kind, name }: Pick<Topic, 'kind' | 'name'>): string {
  return `${kind}:${name}`;
}

/** The entry with an id or, after the order of kinds, with a name: `windash`; null if there is none. */
export function entryNamed(text: string): Topic | null {
  const all = entries();
  const wanted = text.toLowerCase();
  const named = (is: (topic: Topic) => boolean) => all.find(is) ?? null;
  return (
    named((topic) => idOf(topic) === text) ??
    named((topic) => idOf(topic).toLowerCase() === wanted) ??
    TOPIC_KINDS.reduce<Topic | null>(
      (found, kind) => found ?? named((t) => t.kind === kind && t.name.toLowerCase() === wanted),
      null,
    )
  );
}

/** The entries that fit what was typed: all of its words, those in names first. */
export function found(typed: string): readonly Topic[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return entries();
  const ranked = entries().flatMap((topic) => {
    const name = topic.name.toLowerCase();
    const whole = `${name} ${KIND_WORDS[topic.kind][1]} ${textOf(topic)}`;
    if (!words.every((word) => whole.includes(word))) return [];
    const first = words[0]!;
    const rank = name === first ? 0 : name.startsWith(first) ? 1 : name.includes(first) ? 2 : 3;
    return [{ topic, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ topic }) => topic);
}

const texts = new WeakMap<Topic, string>();

function textOf(topic: Topic): string {
  const known = texts.get(topic) ?? topic.says.map(unmarked).join(' ').toLowerCase();
  texts.set(topic, known);
  return known;
}

/** What runs beside an entry: one snippet, or for a check one with the problem and one without. */
export function snippetsOf({ kind, name }: Pick<Topic, 'kind' | 'name'>): readonly Snippet[] {
  const one = (snippet: Snippet | null | undefined) => (snippet ? [snippet] : []);
  switch (kind) {
    case 'modifier':
      return one(MODIFIER_SNIPPETS.get(name));
    case 'condition':
      return one(CONDITION_SNIPPETS.get(name));
    case 'value':
      return one(VALUE_SNIPPETS.get(name));
    case 'array':
      return one(ARRAY_SNIPPETS.get(name));
    case 'correlation':
      return one(CORRELATION_SNIPPETS.get(name));
    case 'key':
      return one(keySnippet(name));
    case 'logsource':
      return one(sourceSnippet(LOGSOURCES.find((fact) => logsourceName(fact) === name)));
    case 'field':
      return one(fieldSnippet(name));
    case 'check':
      return checkSnippets(name);
  }
}

/** A rule for a log source, with an event of it that it finds and one that it does not. */
function sourceSnippet(fact: LogsourceFact | undefined): Snippet | null {
  if (!fact) return null;
  const [field = 'message'] = fieldsOfSource(fact).filter((one) => one !== 'EventID');
  return fieldIn(fact, field);
}

function fieldSnippet(field: string): Snippet | null {
  const sources = fieldSources().get(field) ?? [];
  // Where the channel of the events is known, the events say what they are.
  const fact = sources.find(({ events }) => events.length > 0) ?? sources[0];
  return fact ? fieldIn(fact, field) : null;
}

function fieldIn(fact: LogsourceFact, field: string): Snippet {
  const parts = (['product', 'category', 'service'] as const).flatMap((part) =>
    fact[part] ? [`    ${part}: ${fact[part]}`] : [],
  );
  const [range] = fact.events;
  const [id] = range?.eventIds ?? [];
  const own = new Map<string, unknown>([
    ...(range?.channel ? [['Channel', range.channel] as const] : []),
    ...(range?.provider ? [['Provider_Name', range.provider] as const] : []),
    ...(id === undefined ? [] : [['EventID', id] as const]),
  ]);
  // A field that says which source it is has its own value; every other event is of another source.
  const fixed = own.get(field);
  const value = fixed === undefined ? 'example' : String(fixed);
  const event = (fields: Readonly<Record<string, unknown>>) => ({ ...Object.fromEntries(own), ...fields });
  return {
    rule: selecting(`${asYamlScalar(`${field}|contains`)}: ${asYamlScalar(value)}`, parts.join('\n')),
    events: lines(
      fixed === undefined
        ? [event({ [field]: 'an example' }), event({ [field]: 'something else' })]
        : [event({}), { other: 'text' }],
    ),
    expected: fixed === undefined ? ['match', 'no match'] : ['match'],
  };
}

function checkSnippets(id: string): readonly Snippet[] {
  const card = CARDS.get(id);
  if (!card) return [];
  return (['bad', 'good'] as const).map((which) => ({
    rule: wholeExample(card, which).text,
    events: card.events ?? '',
    expected: card.events ? [which === 'bad' ? 'no match' : 'match'] : [],
    label: which === 'bad' ? 'Reported' : 'Not reported',
    problems: which === 'bad' ? [id] : [],
    ...(which === 'bad' && card.file ? { file: card.file } : {}),
  }));
}
