import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type CatalogRule, LEVELS, type Level, withValue } from '../../../../src/catalog';
import { logsourceWords } from '../../own-rule';
import { LEVEL_NAMES } from '../rows';

/** Which techniques are shown. */
export const SHOWN = ['all', 'covered', 'gaps'] as const;
export type Shown = (typeof SHOWN)[number];

/** What the user has chosen to see in the matrix. */
export interface MatrixLook {
  /** Counts only rules that fired in the last run. */
  readonly fired: boolean;
  readonly shown: Shown;
  /** Does not count rules below this level. */
  readonly least: Level | null;
  /** `windows` or `windows / process_creation`: rules with other log sources are not counted. */
  readonly source: string | null;
  /** Techniques whose sub-techniques are shown. */
  readonly open: ReadonlySet<string>;
}

export const matrixLook = createStore<MatrixLook>(() => ({
  fired: false,
  shown: 'all',
  least: null,
  source: null,
  open: new Set(),
}));

/** The part of it that `select` returns. */
export function useMatrixLook<T>(select: (look: MatrixLook) => T): T {
  return useStore(matrixLook, select);
}

/** True for a rule that is counted. */
export function isCounted(
  rule: CatalogRule,
  { least, source }: Pick<MatrixLook, 'least' | 'source'>,
): boolean {
  if (least !== null && LEVELS.indexOf(rule.level) > LEVELS.indexOf(least)) return false;
  return source === null || sourcesOf(rule).includes(source);
}

/** The log sources that a rule is listed under: its product, and its whole log source. */
function sourcesOf({ logsource }: CatalogRule): readonly string[] {
  const { product } = logsource;
  const whole = logsourceWords(logsource);
  return product && product !== whole ? [product, whole] : [whole];
}

/** All log sources of the rules with their number of rules, in alphabetical order. */
export function sourceCounts(
  rules: readonly CatalogRule[],
): readonly (readonly [source: string, rules: number])[] {
  const counts = new Map<string, number>();
  for (const rule of rules)
    for (const source of sourcesOf(rule)) if (source) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The name of a minimum level: `High and above`. */
export function leastName(least: Level | null): string {
  if (least === null || least === 'none') return 'Any level';
  return least === 'critical' ? LEVEL_NAMES[least] : `${LEVEL_NAMES[least]} and above`;
}

/** The search that finds the rules counted for a technique. */
export function queryFor(
  technique: string,
  { least, source }: Pick<MatrixLook, 'least' | 'source'>,
  rules: readonly CatalogRule[],
): string {
  const query = least === null ? `technique:${technique}` : `technique:${technique} level:>=${least}`;
  if (source === null) return query;
  const key = rules.some(({ logsource }) => logsource.product === source) ? 'product' : 'logsource';
  return withValue(query, key, source.replaceAll(' / ', '/'));
}
