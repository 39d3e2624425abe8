import { fieldsUsed, LOGSOURCES, type LogsourceFact } from '../../knowledge';
import type { Placed, RuleLogsource } from '../../rule';

/** The keys that name a log source. */
export const LOGSOURCE_KEYS = ['product', 'category', 'service'] as const;
export type LogsourceKey = (typeof LOGSOURCE_KEYS)[number];

/** The names that are known for each key. */
export const NAMES: Readonly<Record<LogsourceKey, ReadonlySet<string>>> = {
  product: namesOf('product'),
  category: namesOf('category'),
  service: namesOf('service'),
};

function namesOf(part: LogsourceKey): ReadonlySet<string> {
  return new Set(LOGSOURCES.map((fact) => fact[part]).filter((name) => name !== null));
}

/** What is written of a log source; keys without a value are left out. */
export function writtenParts(
  logsource: RuleLogsource,
): readonly (Placed & { readonly part: LogsourceKey })[] {
  return LOGSOURCE_KEYS.flatMap((part) => {
    const found = logsource[part];
    return found && found.value.trim() !== '' ? [{ part, ...found }] : [];
  });
}

/** The log sources that a rule's names, as far as they are written, stand for. */
export function factsFor(logsource: RuleLogsource): readonly LogsourceFact[] {
  let found = facts.get(logsource);
  if (!found) {
    found = lookUp(logsource);
    facts.set(logsource, found);
  }
  return found;
}

/** Many checks ask the same of one rule. A memo that goes with the rule. */
const facts = new WeakMap<RuleLogsource, readonly LogsourceFact[]>();

function lookUp(logsource: RuleLogsource): readonly LogsourceFact[] {
  const written = writtenParts(logsource);
  if (written.length === 0) return [];
  return LOGSOURCES.filter((fact) => written.every(({ part, value }) => fact[part] === value));
}

/** The one log source that a rule names, all its keys and no other; undefined if it is not known. */
export function factOf(logsource: RuleLogsource): LogsourceFact | undefined {
  return factsFor(logsource).find((fact) =>
    LOGSOURCE_KEYS.every((part) => (fact[part] ?? '') === (logsource[part]?.value ?? '')),
  );
}

/** Names of the part of an event that all Windows events share, and names that pipelines add to every event. */
const EVERYWHERE = [
  'EventID',
  'Channel',
  'Computer',
  'Hostname',
  'ComputerName',
  'Provider_Name',
  'Provider_Guid',
  'Level',
  'Task',
  'Opcode',
  'Keywords',
  'Message',
  'EventRecordID',
  'Version',
  'Execution_ProcessID',
  'Execution_ThreadID',
  'Security_UserID',
  'UserID',
  'UtcTime',
  'RuleName',
  'Data',
  'md5',
  'sha1',
  'sha256',
  'Imphash',
  'Hashes',
  'Hash',
];

/** The field names that are known for a rule's log source, by the taxonomy or from other rules; null if none are. */
export function fieldsOf(logsource: RuleLogsource): ReadonlySet<string> | null {
  const fact = factOf(logsource);
  return fact ? known(fact) : null;
}

/** True if the taxonomy lists the fields of a rule's log source, so that others are not to be expected. */
export function isListed(logsource: RuleLogsource): boolean {
  return (factOf(logsource)?.fields.length ?? 0) > 0;
}

/** A memo with at most one entry a row of the table. */
const cache = new Map<LogsourceFact, ReadonlySet<string> | null>();

function known(fact: LogsourceFact): ReadonlySet<string> | null {
  let fields = cache.get(fact);
  if (fields === undefined) {
    const used = fieldsUsed(fact.product, fact.category, fact.service);
    fields = fact.fields.length + used.length > 0 ? new Set([...fact.fields, ...used, ...EVERYWHERE]) : null;
    cache.set(fact, fields);
  }
  return fields;
}

/** Every field name that the taxonomy lists for some log source. */
export const ALL_FIELDS: ReadonlySet<string> = new Set(LOGSOURCES.flatMap(({ fields }) => fields));
