import type { DetectionDocument, FilterDocument, SigmaDocument } from '../rule/ast';
import { inOrder, readCollection } from '../rule/collection';
import { Diagnostics } from '../text/diagnostic';
import { applyFilters, filterCovers } from './apply-filter';
import type { Collection, CompiledFilter, CompiledRule } from './collection-plan';
import { type CompileOptions, compileRule } from './compile';
import { compileCorrelations } from './compile-correlation';
import { DocumentNames } from './document-names';
import { identityOf } from './identity';

export type {
  Collection,
  CompiledCorrelation,
  CompiledFilter,
  CompiledReference,
  CompiledRule,
} from './collection-plan';

/** Characters of filters that rules are given, together: a filter for `any` is part of every rule. */
const MAX_JOINED = 10_000_000;

/**
 * Compiles a text of one or several documents: detection rules with their filters, and correlations with what they refer
 * to. Never throws; a document with an error is left out, and the others are compiled all the same.
 */
export function compileCollection(text: string, options: CompileOptions = {}): Collection {
  const { documents, diagnostics: read } = readCollection(text);
  const diagnostics = new Diagnostics();
  diagnostics.all.push(...read);
  const names = new DocumentNames(documents, diagnostics);

  const compiled = documents.map((document) => compilesAlone(text, document, options, diagnostics));
  const filters = documents.filter((d, i): d is FilterDocument => d.kind === 'filter' && compiled[i]!);
  const rules = documents.filter((d, i): d is DetectionDocument => d.kind === 'detection' && compiled[i]!);
  const applied = applications(filters, names, documents, diagnostics);

  const { correlations, silent } = compileCorrelations(documents, rules, names, diagnostics);
  const plans = rules.flatMap((document): CompiledRule[] => {
    const rule = document.rule!;
    const own = filters.flatMap((_, i) => (applied[i]!.has(document) ? [i] : []));
    const chosen = own.map((i) => filters[i]!.filter!);
    const filtered = applyFilters(text, rule, chosen, options);
    if (!filtered) return [];
    const ownVerdict = !silent.has(document);
    return [{ ...identityOf(document), rule, ...filtered, filters: own, ownVerdict }];
  });
  return {
    text,
    plans,
    correlations,
    filters: filters.map((document, i): CompiledFilter => {
      const appliesTo = plans.flatMap((plan, p) => (plan.filters.includes(i) ? [p] : []));
      return { ...identityOf(document), filter: document.filter!, appliesTo };
    }),
    diagnostics: inOrder(diagnostics.all),
  };
}

/** Compiles a rule or filter without the others, for its diagnostics. */
function compilesAlone(
  text: string,
  document: SigmaDocument,
  options: CompileOptions,
  diagnostics: Diagnostics,
): boolean {
  if (document.kind === 'correlation') return document.correlation !== null && !document.failed;
  const content = document.kind === 'detection' ? document.rule : document.filter;
  if (!content) return false;
  const own = new Diagnostics();
  const plan = compileRule(text, { ...content, custom: new Map() }, options, own);
  diagnostics.all.push(...own.all);
  return plan !== null && !own.hasErrors && !document.failed;
}

/** For each filter the rules that it is joined to. */
function applications(
  filters: readonly FilterDocument[],
  names: DocumentNames,
  documents: readonly SigmaDocument[],
  diagnostics: Diagnostics,
): Set<SigmaDocument>[] {
  let joined = 0;
  return filters.map((document) => {
    // Past the limit nothing is counted any more: each further filter would be held against every rule.
    const chosen =
      joined > MAX_JOINED ? new Set<SigmaDocument>() : rulesOf(document, names, documents, diagnostics);
    joined += chosen.size * (document.range.end - document.range.start);
    if (joined <= MAX_JOINED) return chosen;
    const { start } = document.range;
    diagnostics.error(
      'filter-too-many',
      { start, end: start + 1 },
      `This filter is left out: the filters up to here would add more than ${MAX_JOINED} characters to the rules. Name the rules that each is for.`,
    );
    return new Set();
  });
}

function rulesOf(
  document: FilterDocument,
  names: DocumentNames,
  documents: readonly SigmaDocument[],
  diagnostics: Diagnostics,
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
        `No rule here has the name or id \`${value}\`.${close ? ` Did you mean \`${close}\`?` : ' The filter does nothing for it.'}`,
        close ? [{ title: `Change to \`${close}\``, edits: [{ range, text: close }] }] : undefined,
      );
    } else if (target.kind !== 'detection') {
      diagnostics.warning(
        'filter-reference',
        range,
        `\`${value}\` is a ${target.kind}; a filter is joined to detection rules only.`,
      );
    } else if (covers(target)) chosen.add(target);
    else if (target.rule) {
      diagnostics.warning(
        'filter-logsource',
        range,
        `The log source of \`${value}\` is not the filter's, so the filter does nothing for it.`,
      );
    }
  }
  return chosen;
}
