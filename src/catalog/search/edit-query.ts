import { fold, type Key } from './keys';
import { type Clause, parseQuery } from './query';

/** The values, folded, that the query has for `key`, each by itself. */
export function chosenValues(query: string, key: Key): string[] {
  return parseQuery(query).clauses.flatMap((clause) => {
    const value = clause.needles[0].text;
    return asksFor(clause, key, value) ? [value] : [];
  });
}

/** True if the query has `key:value`. */
export function hasValue(query: string, key: Key, value: string): boolean {
  return chosenValues(query, key).includes(fold(value));
}

/** The query with `key:value` appended; unchanged if it already has it. */
export function withValue(query: string, key: Key, value: string): string {
  if (hasValue(query, key, value)) return query;
  const before = query.trim();
  return `${before}${before === '' ? '' : ' '}${key}:${quoted(value)}`;
}

/** The query without any `key:value`. */
export function withoutValue(query: string, key: Key, value: string): string {
  const wanted = fold(value);
  let text = query;
  for (const clause of [...parseQuery(query).clauses].reverse()) {
    if (!asksFor(clause, key, wanted)) continue;
    const { start, end } = clause.range;
    text = `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`;
  }
  return text === query ? query : text.trim();
}

function asksFor({ key: own, negated, needles }: Clause, key: Key, folded: string): boolean {
  const [needle, ...others] = needles;
  return (
    own === key &&
    !negated &&
    others.length === 0 &&
    needle.text === folded &&
    !needle.comparison &&
    !needle.wild
  );
}

/** Quoted if it would otherwise be read differently. */
function quoted(value: string): string {
  return /[\s",*]|^[<>]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
