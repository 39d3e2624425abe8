import { allFieldsUsed, LOGSOURCES } from '../../knowledge';

let all: ReadonlySet<string> | undefined;

/** True for a name that rules of some log source use for a field. */
export function isKnownField(name: string): boolean {
  all ??= new Set([...LOGSOURCES.flatMap((fact) => fact.fields), ...allFieldsUsed()]);
  return all.has(name);
}
