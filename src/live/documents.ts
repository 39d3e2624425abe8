import type { RuleInfo } from '../match';
import { describeRule } from '../match';
import type { Collection, Plan } from '../rule';
import type { Range } from '../text';

/** One document of a text with several, for the page to choose from: plain data. */
export interface DocumentInfo {
  readonly kind: 'detection' | 'correlation' | 'filter';
  readonly title: string;
  readonly range: Range;
  /** False if it does not compile. */
  readonly ok: boolean;
  /** A correlation without `generate` refers to it: it raises no alert of its own. */
  readonly silent: boolean;
  /** For a filter: how many rules it applies to. */
  readonly joined: number;
}

/** The documents of a text with several, in order; none for a text with one, where there is nothing to choose. */
export function documentsOf({ documents, plans, correlations, filters }: Collection): DocumentInfo[] {
  if (documents.length < 2) return [];
  return documents.map(({ kind, title, range, compiled }) => {
    const own =
      compiled === null ? null : { detection: plans, correlation: correlations }[kind as 'detection'];
    return {
      kind,
      title,
      range,
      ok: compiled !== null,
      silent: compiled !== null && own?.[compiled]?.ownVerdict === false,
      joined: kind === 'filter' && compiled !== null ? (filters[compiled]?.appliesTo.length ?? 0) : 0,
    };
  });
}

/** What marks and counts need to know about one rule of a collection. */
export function ruleInfo(collection: Collection, index: number): RuleInfo {
  const { plan, filters, conditionText, ownVerdict } = collection.plans[index]!;
  const silentFor = ownVerdict
    ? []
    : collection.correlations
        .filter(
          ({ correlation, references }) =>
            !correlation.generate && references.some((r) => r.kind === 'rule' && r.index === index),
        )
        .map(({ title }) => title);
  return {
    ...describeRule(plan),
    ...(filters.length > 0
      ? { filtered: { by: filters.map((i) => collection.filters[i]!.title), condition: conditionText } }
      : {}),
    ...(ownVerdict ? {} : { silentFor }),
  };
}

/** A rule of a collection, and the index of its document in the text. */
export interface Chosen {
  readonly document: number;
  /** Index in `Collection.plans`. */
  readonly index: number;
  readonly plan: Plan;
}

/**
 * The rule for the document with index `wanted`: itself or, if that is not a detection rule, the first one. Null if it
 * does not compile.
 */
export function chooseRule({ documents, plans }: Collection, wanted: number): Chosen | null {
  const document =
    documents[wanted]?.kind === 'detection' ? wanted : documents.findIndex((d) => d.kind === 'detection');
  const index = documents[document]?.compiled ?? null;
  return index === null ? null : { document, index, plan: plans[index]!.plan };
}

/** The first rule that compiles. */
export function firstRule({ documents, plans }: Collection): Chosen | null {
  const document = documents.findIndex((d) => d.kind === 'detection' && d.compiled !== null);
  const index = documents[document]?.compiled ?? null;
  return index === null ? null : { document, index, plan: plans[index]!.plan };
}
