import type { NavigatorLayer } from '../describe';
import type { CatalogCoverage, TechniqueCoverage } from './coverage';

/** The title of a layer for many rules, and which of them it covers. */
export interface LayerTitle {
  readonly name: string;
  readonly description: string;
}

/**
 * The coverage as a layer of the ATT&CK Navigator. A score is the number of rules as the matrix here shows it: those of
 * a technique include those of its sub-techniques. Techniques without a rule have no score.
 */
export function coverageLayer(coverage: CatalogCoverage, { name, description }: LayerTitle): NavigatorLayer {
  const techniques = coverage.tactics.flatMap(({ tactic, techniques: column }) =>
    column.flatMap((technique) =>
      [technique, ...technique.parts]
        .filter(({ rules }) => rules.length > 0)
        .map((one) => ({
          techniqueID: one.technique.id,
          tactic: tactic.shortname,
          score: one.rules.length,
          comment: commentOf(one),
          enabled: true as const,
          showSubtechniques: one.parts.some(({ rules }) => rules.length > 0),
        })),
    ),
  );
  return {
    name,
    versions: { attack: coverage.version.split('.')[0]!, layer: '4.5' },
    domain: 'enterprise-attack',
    description,
    techniques,
    gradient: { colors: ['#e8ecff', '#8fa4ff'], minValue: 1, maxValue: Math.max(2, coverage.most) },
  };
}

function commentOf({ own, rules }: TechniqueCoverage): string {
  const all = rules.length === 1 ? '1 rule' : `${rules.length} rules`;
  return own.length === rules.length ? all : `${all}, ${own.length} of them for the technique itself`;
}
