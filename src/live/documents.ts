import {
  type ConditionNode,
  type CorrelationStage,
  conditionTree,
  correlationStages,
  type Indicator,
  indicators,
  type RuleCard,
  ruleCard,
  type Stages,
  stages,
} from '../describe';
import type { RuleInfo } from '../match';
import { describeRule } from '../match';
import type { Collection, Plan, RuleMeta } from '../rule';
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

/** A rule as the page knows it: what the marks and counts are about, and what its own page says. */
export interface DescribedRule extends RuleInfo {
  readonly card: RuleCard;
  /** What it looks for, a row for each field, operator and value. */
  readonly indicators: readonly Indicator[];
  readonly stages: Stages;
  readonly condition: ConditionNode;
}

/** What the page shows of one rule of a collection. */
export function describeRuleOf(collection: Collection, index: number): DescribedRule {
  const { plan, filters, conditionText, ownVerdict } = collection.plans[index]!;
  const info = describeRule(plan);
  const silentFor = ownVerdict
    ? []
    : collection.correlations
        .filter(
          ({ correlation, references }) =>
            !correlation.generate && references.some((r) => r.kind === 'rule' && r.index === index),
        )
        .map(({ title }) => title);
  return {
    ...info,
    card: ruleCard(plan),
    indicators: indicators(plan),
    stages: stages(plan, conditionText),
    condition: conditionTree(plan),
    ...(filters.length > 0
      ? { filtered: { by: filters.map((i) => collection.filters[i]!.title), condition: conditionText } }
      : {}),
    ...(ownVerdict ? {} : { silentFor }),
  };
}

/** The page of a document that is no detection rule. */
export interface DocumentPage {
  /** The number of its document in the text. */
  readonly document: number;
  readonly kind: 'correlation' | 'filter';
  readonly meta: RuleMeta;
  /** Null where it does not compile: then the page says only what the document says of itself. */
  readonly content: CorrelationContent | FilterContent | null;
}

export interface CorrelationContent {
  readonly kind: 'correlation';
  readonly stages: readonly CorrelationStage[];
}

export interface FilterContent {
  readonly kind: 'filter';
  readonly card: RuleCard;
  readonly stages: Stages;
  readonly condition: ConditionNode;
  /** The titles of the rules that it is joined to. */
  readonly joins: readonly string[];
}

/** The pages of the correlations and filters of a text; those of its rules come with the rule that is asked. */
export function pagesOf(collection: Collection): DocumentPage[] {
  return collection.documents.flatMap(({ kind, meta, compiled }, document): DocumentPage[] => {
    if (kind === 'detection') return [];
    const contentOf = kind === 'correlation' ? correlationContent : filterContent;
    return [{ document, kind, meta, content: compiled === null ? null : contentOf(collection, compiled) }];
  });
}

function correlationContent({ correlations, text }: Collection, index: number): CorrelationContent {
  return { kind: 'correlation', stages: correlationStages(correlations[index]!, text) };
}

function filterContent({ filters, plans }: Collection, index: number): FilterContent {
  const { plan, appliesTo } = filters[index]!;
  return {
    kind: 'filter',
    card: ruleCard(plan),
    stages: stages(plan),
    condition: conditionTree(plan),
    joins: appliesTo.map((i) => plans[i]!.title),
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
