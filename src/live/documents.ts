import type { RuleInfo } from '../match';
import { describeRule } from '../match';
import type { Collection, Plan } from '../rule';
import type { Range } from '../text';

/** One document of a text of several, for the page to choose from: plain data. */
export interface DocumentInfo {
  readonly kind: 'detection' | 'correlation' | 'filter';
  readonly title: string;
  readonly range: Range;
  /** False where it does not compile. */
  readonly ok: boolean;
  /** A correlation without `generate` refers to it: it gives no alert of its own. */
  readonly silent: boolean;
  /** Of a filter: to how many rules it is joined. */
  readonly joined: number;
}

/** The documents of a text of several, in its order; none for a text of one, where there is nothing to choose. */
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

/** What marks and counts are about, of one rule of a collection. */
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

/** A rule of a collection, and the number of its document in the text. */
export interface Chosen {
  readonly document: number;
  /** Index in `Collection.plans`. */
  readonly index: number;
  readonly plan: Plan;
}

/**
 * The rule that document number `wanted` stands for: itself, or, where that is no detection rule, the first one. Null
 * where it does not compile.
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
