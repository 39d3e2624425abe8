import { fieldsUsed, LOGSOURCES, type LogsourceFact } from '../../knowledge';
import { MODIFIERS } from '../../rule';
import { code, prose, say, type Words } from '../../text';
import { ARRAY_FORMS, SELECTORS } from '../assist/array-docs';
import { CHOICES } from '../assist/choices';
import { logsourceWords } from '../assist/complete-logsource';
import { CONDITION_FORMS, OPERATORS } from '../assist/condition-docs';
import { documentedKeys, keyDoc } from '../assist/key-docs';
import { VALUE_FORMS } from '../assist/value-docs';
import { CARDS } from '../lint/cards';
import { LOGSOURCE_KEYS } from '../lint/logsources';

/** The kinds of what can be looked up, in the order in which a short name is looked for. */
export const TOPIC_KINDS = [
  'modifier',
  'condition',
  'value',
  'array',
  'correlation',
  'key',
  'logsource',
  'field',
  'check',
] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** Something that can be looked up, with the texts that hovers, lists and problems show of it. */
export interface Topic {
  readonly kind: TopicKind;
  /** Unique within its kind: `windash`, `logsource/product`, `windows / security`. */
  readonly name: string;
  readonly says: readonly Words[];
}

/** Everything that can be looked up, by kind. */
export function topics(): readonly Topic[] {
  return [
    ...MODIFIERS.map(({ name, aliases = [], doc }) =>
      topic('modifier', name, prose(doc.summary), [code(doc.example)], ...aliasLine(aliases)),
    ),
    ...[...OPERATORS, ...CONDITION_FORMS].map(([name, says]) => topic('condition', name, prose(says))),
    ...[...VALUE_FORMS].map(([name, says]) => topic('value', name, prose(says))),
    ...[...SELECTORS, ...ARRAY_FORMS].map(([name, says]) => topic('array', name, prose(says), prose(SINCE))),
    ...(CHOICES.get('correlation/type') ?? []).map(([name, says]) => topic('correlation', name, prose(says))),
    ...documentedKeys().map((name) => topic('key', name, prose(keyDoc(name.split('/'))!))),
    ...LOGSOURCES.map(ofLogsource),
    ...[...fieldSources()].map(ofField),
    ...[...CARDS.values()].map(({ id, finds, why }) => topic('check', id, prose(`${finds}.`), prose(why))),
  ];
}

/** What selectors need. */
const SINCE = 'A proposal: it works in rules with `sigma-version: 3`.';

function topic(kind: TopicKind, name: string, ...says: readonly Words[]): Topic {
  return { kind, name, says };
}

function aliasLine(aliases: readonly string[]): readonly Words[] {
  return aliases.map((alias) => say`Also written \`${alias}\`.`);
}

/** A log source as one name: `windows / process_creation`. */
export function logsourceName(source: Pick<LogsourceFact, (typeof LOGSOURCE_KEYS)[number]>): string {
  return LOGSOURCE_KEYS.flatMap((part) => source[part] ?? []).join(' / ');
}

function ofLogsource(fact: LogsourceFact): Topic {
  const source = Object.fromEntries(
    LOGSOURCE_KEYS.flatMap((part) => (fact[part] ? [[part, fact[part]]] : [])),
  );
  const where = logsourceWords(source).map((line): Words => [line]);
  const fields = fieldsOfSource(fact);
  return topic(
    'logsource',
    logsourceName(fact),
    ...(where.length > 0 ? where : [['No channel of Windows has its events.']]),
    ...(fields.length > 0 ? [say`Its fields: ${listed(fields, 12)}.`] : []),
  );
}

/** The fields that rules for a log source use or the taxonomy lists. */
export function fieldsOfSource({ product, category, service, fields }: LogsourceFact): readonly string[] {
  return [...new Set([...fields, ...fieldsUsed(product, category, service)])];
}

/** The log sources that have a field, by field. */
export function fieldSources(): ReadonlyMap<string, readonly LogsourceFact[]> {
  const found = new Map<string, LogsourceFact[]>();
  for (const fact of LOGSOURCES)
    for (const field of fieldsOfSource(fact)) found.set(field, [...(found.get(field) ?? []), fact]);
  return found;
}

function ofField([name, sources]: readonly [string, readonly LogsourceFact[]]): Topic {
  return topic('field', name, say`A field of ${listed(sources.map(logsourceName), 6)}.`);
}

function listed(names: readonly string[], most: number): Words {
  const shown = names.slice(0, most).flatMap((name, i): Words => [...(i > 0 ? [', '] : []), code(name)]);
  return names.length > most ? [...shown, ` and ${names.length - most} more`] : shown;
}
