import { type CatalogRule, LEVELS } from '../../src/catalog';
import { type FindingsFilter, NO_FILTER } from '../../src/findings';
import type { SharedFilter } from '../state/found-filter';

/** A filter as a link holds it; null if it filters nothing. */
export function sharedOf(filter: FindingsFilter, rules: readonly CatalogRule[]): SharedFilter | null {
  const { rule: position, level, technique, host, user, file, span } = filter;
  const rule = position === null ? undefined : rules[position];
  const shared: SharedFilter = {
    ...(rule ? { rule: { title: rule.title, path: rule.path } } : {}),
    ...(level === null ? {} : { level }),
    ...(technique === null ? {} : { technique }),
    ...(host === null ? {} : { host }),
    ...(user === null ? {} : { user }),
    ...(file === null ? {} : { file }),
    ...(span ? { span } : {}),
  };
  return Object.keys(shared).length === 0 ? null : shared;
}

/**
 * A filter of a link over these rules and files. A rule at another path is known by its title alone, if only one has it. What
 * is not there is not filtered.
 */
export function filterOf(
  shared: SharedFilter | null,
  rules: readonly CatalogRule[],
  files: readonly string[],
): FindingsFilter {
  if (!shared) return NO_FILTER;
  const { technique = null, host = null, user = null, file, span = null } = shared;
  return {
    rule: shared.rule ? placeOf(shared.rule, rules) : null,
    level: LEVELS.find((level) => level === shared.level) ?? null,
    technique,
    host,
    user,
    file: files.find((name) => name === file) ?? null,
    span,
  };
}

function placeOf({ title, path }: NonNullable<SharedFilter['rule']>, rules: readonly CatalogRule[]) {
  const named = rules.flatMap((rule, i) => (rule.title === title ? i : []));
  const exact = named.find((i) => rules[i]!.path === path);
  return exact ?? (named.length === 1 ? named[0]! : null);
}
