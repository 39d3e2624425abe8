import { useMemo } from 'react';
import type { CatalogRule } from '../../../src/catalog/catalog';
import { useCatalog } from '../../catalog/catalog';
import { RuleList } from './RuleList';

const NONE: readonly CatalogRule[] = [];

/** The rules of the catalog. */
export function Rules() {
  const rules = useCatalog((s) => s.catalog?.rules ?? NONE);
  const positions = useMemo(
    () =>
      rules
        .map((_, position) => position)
        .sort((a, b) => rules[a]!.title.localeCompare(rules[b]!.title, 'en')),
    [rules],
  );
  if (rules.length === 0) return <p className="empty">None of these files holds a rule that can run.</p>;
  return <RuleList label="Rules" rules={rules} positions={positions} />;
}
