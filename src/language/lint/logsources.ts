import { fieldsUsed, LOGSOURCES, type LogsourceFact } from '../../knowledge';
import type { Placed, RuleLogsource } from '../../rule';

/** The keys that identify a log source. */
export const LOGSOURCE_KEYS = ['product', 'category', 'service'] as const;
export type LogsourceKey = (typeof LOGSOURCE_KEYS)[number];

/** The known names for each key. */
export const NAMES: Readonly<Record<LogsourceKey, ReadonlySet<string>>> = {
  product: namesOf('product'),
  category: namesOf('category'),
  service: namesOf('service'),
};

function namesOf(part: LogsourceKey): ReadonlySet<string> {
  return new Set(LOGSOURCES.map((fact) => fact[part]).filter((name) => name !== null));
}

/** The written parts of a log source, without keys that have no value. */
export function writtenParts(
  logsource: RuleLogsource,
): readonly (Placed & { readonly part: LogsourceKey })[] {
  return LOGSOURCE_KEYS.flatMap((part) => {
    const found = logsource[part];
    return found && found.value.trim() !== '' ? [{ part, ...found }] : [];
  });
}

/** The log sources that a rule's log source covers, as far as it is written. */
export function factsFor(logsource: RuleLogsource): readonly LogsourceFact[] {
  let found = facts.get(logsource);
  if (!found) {
    found = lookUp(logsource);
    facts.set(logsource, found);
  }
  return found;
}

/** Many checks ask this for the same rule, so remember it with the rule. */
const facts = new WeakMap<RuleLogsource, readonly LogsourceFact[]>();

function lookUp(logsource: RuleLogsource): readonly LogsourceFact[] {
  const written = writtenParts(logsource);
  if (written.length === 0) return [];
  return LOGSOURCES.filter((fact) => written.every(({ part, value }) => fact[part] === value));
}

/** The one log source with exactly the keys that a rule names; undefined if it is unknown. */
export function factOf(logsource: RuleLogsource): LogsourceFact | undefined {
  return factsFor(logsource).find((fact) =>
    LOGSOURCE_KEYS.every((part) => (fact[part] ?? '') === (logsource[part]?.value ?? '')),
  );
}

/** Field names that all Windows events share, and names that pipelines add to every event. */
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

/** The known field names for a rule's log source, from the taxonomy or from other rules; null if none are known. */
export function fieldsOf(logsource: RuleLogsource): ReadonlySet<string> | null {
  const fact = factOf(logsource);
  return fact ? known(fact) : null;
}

/** True if the taxonomy lists the fields of a rule's log source, so that no others are expected. */
export function isListed(logsource: RuleLogsource): boolean {
  return (factOf(logsource)?.fields.length ?? 0) > 0;
}

/** A memo with at most one entry per row of the table. */
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

/** Every field name that the taxonomy lists for any log source. */
export const ALL_FIELDS: ReadonlySet<string> = new Set(LOGSOURCES.flatMap(({ fields }) => fields));
