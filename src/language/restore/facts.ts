import { type ConditionNames, conditionsIn, namesIn } from './condition-names';

/** What is known about a document before the indentation of its lines. */
export interface DocumentFacts {
  readonly kind: 'detection' | 'correlation' | 'filter';
  readonly names: ConditionNames;
  /** On how many lines each key occurs. */
  readonly keys: ReadonlyMap<string, number>;
}

/** Reads them from the lines of a document; null if the lines are not a document. */
export function factsOf(lines: readonly string[]): DocumentFacts | null {
  const keys = new Map<string, number>();
  let kind: DocumentFacts['kind'] | null = null;
  for (const line of lines) {
    const key = /^([^\s'"#:-][^\s:]*)\s*:(?:\s|$)/.exec(line)?.[1];
    if (key === undefined) continue;
    keys.set(key, (keys.get(key) ?? 0) + 1);
    const opens = /:\s*(?:#.*)?$/.test(line);
    if (key === 'detection' && opens) kind = 'detection';
    else if (kind !== 'detection' && key === 'correlation' && opens) kind = 'correlation';
    else if (kind === null && key === 'filter' && opens) kind = 'filter';
  }
  if (kind === null || (kind !== 'correlation' && keys.get('condition') !== 1)) return null;
  return { kind, names: namesIn(conditionsIn(lines)), keys };
}
