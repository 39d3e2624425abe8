import { RULE, told } from '../../limits';
import { type Range, say } from '../../text';
import type { DetectionDocument, FilterDocument, SigmaDocument } from '../ast';
import { RuleDiagnostics } from '../codes';
import { inOrder, readCollection } from '../collection';
import { applyFilters, filterCovers, resultingCondition } from './apply-filter';
import type { Collection, CollectionEntry, CompiledFilter, CompiledRule, Identity } from './collection-plan';
import { type CompileOptions, compileRule } from './compile';
import { compileCorrelations } from './compile-correlation';
import { DocumentNames } from './document-names';
import { identityOf } from './identity';
import { limitProblems } from './limit-problems';
import type { Plan } from './plan';

export type {
  Collection,
  CollectionEntry,
  CompiledCorrelation,
  CompiledFilter,
  CompiledReference,
  CompiledRule,
} from './collection-plan';

/**
 * Compiles a text of one or more documents: detection rules with their filters, and correlations with the rules that
 * they refer to. Never throws. A document with an error is left out; the others still compile.
 */
export function compileCollection(text: string, options: CompileOptions = {}): Collection {
  const { documents, diagnostics: read } = readCollection(text, options.spec);
  const diagnostics = new RuleDiagnostics();
  diagnostics.all.push(...read);
  const names = new DocumentNames(documents, diagnostics);

  const compiled = new Map<SigmaDocument, Plan | null>();
  for (const document of documents) {
    const plan = compileAlone(text, document, options, diagnostics);
    if (plan !== undefined) compiled.set(document, plan);
  }
  const filters = documents.filter((d): d is FilterDocument => d.kind === 'filter' && compiled.has(d));
  const rules = documents.filter((d): d is DetectionDocument => d.kind === 'detection' && compiled.has(d));
  const applied = applications(filters, names, documents, diagnostics);

  const { correlations, silent } = compileCorrelations(documents, rules, names, diagnostics);
  const plans = rules.flatMap((document): CompiledRule[] => {
    const rule = document.rule!;
    const own = filters.flatMap((_, i) => (applied[i]!.has(document) ? [i] : []));
    const chosen = own.map((i) => filters[i]!.filter!);
    // A rule without filters already has its plan.
    const alone = chosen.length === 0 ? compiled.get(document) : null;
    const filtered = alone
      ? { plan: alone, conditionText: resultingCondition(rule, []) }
      : applyFilters(text, rule, chosen, options);
    if (!filtered) return [];
    const ownVerdict = !silent.has(document);
    return [{ ...identityOf(document), rule, ...filtered, filters: own, ownVerdict }];
  });
  const joined = filters.map((document, i): CompiledFilter => {
    const appliesTo = plans.flatMap((plan, p) => (plan.filters.includes(i) ? [p] : []));
    return { ...identityOf(document), filter: document.filter!, plan: compiled.get(document)!, appliesTo };
  });
  return {
    text,
    documents: entries(documents, compiled, plans, correlations, joined),
    plans,
    correlations,
    filters: joined,
    diagnostics: limitProblems(inOrder(diagnostics.all)),
  };
}

function entries(
  documents: readonly SigmaDocument[],
  alone: ReadonlyMap<SigmaDocument, Plan | null>,
  ...lists: readonly (readonly Identity[])[]
): CollectionEntry[] {
  const places = new Map(lists.flatMap((list) => list.map(({ range }, i): [Range, number] => [range, i])));
  return documents.map((document) => {
    const { range, title } = identityOf(document);
    return {
      kind: document.kind,
      range,
      title,
      meta: document.meta,
      compiled: places.get(range) ?? null,
      document,
      alone: alone.get(document) ?? null,
    };
  });
}

/** Compiles a rule or filter on its own, for its diagnostics; undefined if it fails. A correlation has no plan. */
function compileAlone(
  text: string,
  document: SigmaDocument,
  options: CompileOptions,
  diagnostics: RuleDiagnostics,
): Plan | null | undefined {
  if (document.kind === 'correlation')
    return document.correlation !== null && !document.failed ? null : undefined;
  const content =
    document.kind === 'detection'
      ? document.rule
      : document.filter && { ...document.filter, custom: new Map() };
  if (!content) return undefined;
  const own = new RuleDiagnostics();
  const plan = compileRule(text, content, options, own);
  diagnostics.all.push(...own.all);
  return plan !== null && !own.hasErrors && !document.failed ? plan : undefined;
}

/** For each filter, the rules that it applies to. */
function applications(
  filters: readonly FilterDocument[],
  names: DocumentNames,
  documents: readonly SigmaDocument[],
  diagnostics: RuleDiagnostics,
): Set<SigmaDocument>[] {
  let joined = 0;
  return filters.map((document) => {
    // Past the limit, stop: every further filter would be compared with every rule.
    const chosen =
      joined > RULE.filtered.value
        ? new Set<SigmaDocument>()
        : rulesOf(document, names, documents, diagnostics);
    joined += chosen.size * (document.range.end - document.range.start);
    if (joined <= RULE.filtered.value) return chosen;
    const { start } = document.range;
    diagnostics.error(
      'filter-too-many',
      { start, end: start + 1 },
      say`This filter is left out: with it, filters would add more than ${told(RULE.filtered)} characters to the rules. List the rules that each filter is for.`,
    );
    return new Set();
  });
}

function rulesOf(
  document: FilterDocument,
  names: DocumentNames,
  documents: readonly SigmaDocument[],
  diagnostics: RuleDiagnostics,
): Set<SigmaDocument> {
  const { rules, logsource } = document.filter!;
  const covers = (d: SigmaDocument) =>
    d.kind === 'detection' && d.rule !== null && filterCovers(logsource, d.rule.logsource);
  if (rules === null) return new Set(documents.filter(covers));
  const chosen = new Set<SigmaDocument>();
  for (const { value, range } of rules) {
    const target = names.find(value);
    if (!target) {
      const close = names.nearest(value);
      diagnostics.warning(
        'filter-reference',
        range,
        say`No rule here has the name or id \`${value}\`.${close ? say` Did you mean \`${close}\`?` : ' Change it to the name or id of a rule, or remove it.'}`,
        close
          ? [
              {
                title: say`Change to \`${close}\``,
                edits: [{ range, text: close }],
                changes: 'finds other events',
              },
            ]
          : undefined,
      );
    } else if (target.kind !== 'detection') {
      diagnostics.warning(
        'filter-reference',
        range,
        say`\`${value}\` is a ${target.kind}. A filter applies to detection rules only: list those.`,
      );
    } else if (covers(target)) chosen.add(target);
    else if (target.rule) {
      diagnostics.warning(
        'filter-logsource',
        range,
        say`The rule \`${value}\` has a different log source, so the filter does not apply to it. Make the log sources agree, or remove the rule here.`,
      );
    }
  }
  return chosen;
}
