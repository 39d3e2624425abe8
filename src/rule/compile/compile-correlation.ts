import { code, joinWords, nearest, prose, say } from '../../text';
import type {
  CorrelationDocument,
  CorrelationRule,
  CountComparison,
  DetectionDocument,
  Placed,
  SigmaDocument,
} from '../ast';
import type { RuleDiagnostics } from '../codes';
import { printCondition } from '../condition/print';
import type { CompiledCorrelation, CompiledReference } from './collection-plan';
import type { DocumentNames } from './document-names';
import { identityOf } from './identity';

export interface CompiledCorrelations {
  readonly correlations: readonly CompiledCorrelation[];
  /** Documents without a verdict of their own, because a correlation without `generate` refers to them. */
  readonly silent: ReadonlySet<SigmaDocument>;
}

interface Resolved {
  readonly document: CorrelationDocument;
  readonly correlation: CorrelationRule;
  readonly targets: readonly { readonly placed: Placed; readonly document: SigmaDocument }[];
}

/**
 * Resolves the references of correlations. A correlation is left out if a reference is missing, part of a cycle, or
 * does not compile. `rules` are the detection documents that compile, in the order of the plans.
 */
export function compileCorrelations(
  documents: readonly SigmaDocument[],
  rules: readonly DetectionDocument[],
  names: DocumentNames,
  diagnostics: RuleDiagnostics,
): CompiledCorrelations {
  const resolved = documents.flatMap((d): Resolved[] =>
    d.kind === 'correlation' && d.correlation
      ? [{ document: d, correlation: d.correlation, targets: targetsOf(d.correlation, names, diagnostics) }]
      : [],
  );
  const usable = usableOnes(resolved, rules, diagnostics);
  const silent = new Set(
    resolved.flatMap(({ correlation, targets }) =>
      correlation.generate ? [] : targets.map((t) => t.document),
    ),
  );
  const order = new Map(usable.map((u, i) => [u.document as SigmaDocument, i]));
  const correlations = usable.map(({ document, correlation, targets }): CompiledCorrelation => {
    lintAliases(correlation, targets, diagnostics);
    const references = targets.map(({ placed, document: target }): CompiledReference => {
      const inner = target.kind === 'correlation';
      return {
        kind: inner ? 'correlation' : 'rule',
        index: inner ? order.get(target)! : rules.indexOf(target as DetectionDocument),
        written: placed.value,
        title: identityOf(target).title,
        groupFields: correlation.groupBy.map((f) => fieldFor(correlation, f.value, placed, target)),
        valueFields: correlation.fields.map((f) => fieldFor(correlation, f.value, placed, target)),
      };
    });
    return {
      ...identityOf(document),
      correlation,
      references,
      counted: countedWhat(correlation),
      conditionText: conditionText(correlation),
      ownVerdict: !silent.has(document),
    };
  });
  return { correlations, silent };
}

function targetsOf(correlation: CorrelationRule, names: DocumentNames, diagnostics: RuleDiagnostics) {
  return correlation.rules.flatMap((placed) => {
    const document = names.find(placed.value);
    if (document && document.kind !== 'filter') return [{ placed, document }];
    const close = document ? null : names.nearest(placed.value);
    diagnostics.error(
      'correlation-reference',
      placed.range,
      document
        ? say`\`${placed.value}\` is a filter. A correlation refers to detection rules and correlations only.`
        : say`No rule here has the name or id \`${placed.value}\`.${close ? say` Did you mean \`${close}\`?` : prose(' Add that rule as another document, after `---`, with this `name`.')}`,
      close
        ? [{ title: say`Change to \`${close}\``, edits: [{ range: placed.range, text: close }] }]
        : undefined,
    );
    return [];
  });
}

/** The correlations whose references all exist and lead to rules in the end. A cycle is reported where it closes. */
function usableOnes(
  resolved: readonly Resolved[],
  rules: readonly DetectionDocument[],
  diagnostics: RuleDiagnostics,
): Resolved[] {
  const byDocument = new Map<SigmaDocument, Resolved>(resolved.map((r) => [r.document, r]));
  const state = new Map<Resolved, 'open' | boolean>();
  const compiled = new Set<SigmaDocument>(rules);
  const path: Resolved[] = [];
  const visit = (one: Resolved): boolean => {
    state.set(one, 'open');
    path.push(one);
    let usable = !one.document.failed && one.targets.length === one.correlation.rules.length;
    for (const { placed, document } of one.targets) {
      if (document.kind !== 'correlation') {
        usable &&= compiled.has(document);
        continue;
      }
      const inner = byDocument.get(document);
      const known = inner && state.get(inner);
      if (inner && known === 'open') {
        const cycle = [...path.slice(path.indexOf(inner)), inner].map((r) =>
          code(identityOf(r.document).title),
        );
        diagnostics.error(
          'correlation-cycle',
          placed.range,
          cycle.length === 2
            ? prose('The correlation refers to itself. List the rules that it correlates.')
            : say`These correlations refer to one another in a circle: ${joinWords(cycle, ' → ')}. Remove one of these references.`,
        );
        usable = false;
      } else usable = inner !== undefined && (known ?? visit(inner)) === true && usable;
    }
    path.pop();
    state.set(one, usable);
    return usable;
  };
  for (const one of resolved) if (!state.has(one)) visit(one);
  return resolved.filter((one) => state.get(one) === true);
}

/** The field that a name stands for in one rule's events: its alias, or the name itself if it has none **(ours)**. */
function fieldFor(correlation: CorrelationRule, name: string, placed: Placed, target: SigmaDocument): string {
  const alias = correlation.aliases.find((a) => a.name.value === name);
  return alias?.fields.find(({ rule }) => means(rule.value, placed, target))?.field.value ?? name;
}

function means(written: string, placed: Placed, { meta }: SigmaDocument): boolean {
  return (
    written === placed.value ||
    written === meta.name?.value ||
    written.toLowerCase() === meta.id?.value.toLowerCase()
  );
}

function lintAliases(
  correlation: CorrelationRule,
  targets: Resolved['targets'],
  diagnostics: RuleDiagnostics,
): void {
  const used = new Set([...correlation.groupBy, ...correlation.fields].map((f) => f.value));
  for (const { name, fields } of correlation.aliases) {
    for (const { rule } of fields) {
      if (targets.some((t) => means(rule.value, t.placed, t.document))) continue;
      const close = nearest(
        rule.value,
        targets.map((t) => t.placed.value),
      );
      diagnostics.lint(
        'correlation-alias',
        rule.range,
        say`The correlation does not refer to \`${rule.value}\`, so this entry has no effect.${close ? say` Did you mean \`${close}\`?` : ''}`,
        close
          ? [{ title: say`Change to \`${close}\``, edits: [{ range: rule.range, text: close }] }]
          : undefined,
      );
    }
    const without = targets.filter(
      (t) => !fields.some(({ rule }) => means(rule.value, t.placed, t.document)),
    );
    if (!used.has(name.value)) {
      diagnostics.lint(
        'correlation-alias',
        name.range,
        say`The alias \`${name.value}\` is not used. Add it to \`group-by\`, or remove it.`,
      );
    } else if (without.length > 0) {
      diagnostics.lint(
        'correlation-alias',
        name.range,
        say`The alias \`${name.value}\` names no field for ${joinWords(
          without.map((t) => code(t.placed.value)),
          ', ',
        )}, so the field of that name is used there.`,
      );
    }
  }
}

/** `number of events ≥ 10`, or the condition over the rules. */
function conditionText(correlation: CorrelationRule): string {
  const { expression } = correlation;
  return expression
    ? printCondition(expression.tree)
    : `${countedWhat(correlation)} ${comparisonsText(correlation)}`;
}

const SIGNS = { gt: '>', gte: '≥', lt: '<', lte: '≤', eq: '=', neq: '≠' } as const;

/** What is compared: `number of events`. */
function countedWhat({ type, fields, percentile }: CorrelationRule): string {
  const names = fields.map((f) => f.value).join(', ');
  return {
    event_count: 'number of events',
    value_count: `number of different values of ${names}`,
    temporal: 'number of different rules',
    temporal_ordered: 'number of different rules in this order',
    value_sum: `sum of ${names}`,
    value_avg: `average of ${names}`,
    value_percentile: percentile === 50 ? `median of ${names}` : `percentile ${percentile} of ${names}`,
  }[type.value];
}

/** `≥ 10 and < 20`. */
function comparisonsText({ comparisons, rules }: CorrelationRule): string {
  const all: readonly Pick<CountComparison, 'operator' | 'value'>[] =
    comparisons.length > 0 ? comparisons : [{ operator: 'gte', value: rules.length }];
  return `${all.map((c) => `${SIGNS[c.operator]} ${c.value}`).join(' and ')}`;
}
