import {
  briefStages,
  type ConditionNode,
  type CorrelationStage,
  conditionTree,
  correlationParagraphs,
  correlationStages,
  filterParagraphs,
  type Indicator,
  type InWords,
  indicators,
  inWords,
  type RuleCard,
  ruleCard,
  ruleParagraphs,
  type Stages,
  stages,
} from '../describe';
import type { Collection, PlanLogsource, RuleMeta } from '../rule';

/*
 * What panels show about a rule text besides verdicts: plain data, each made only while its panel is open.
 */

/** The content of the page of a detection rule. */
export interface RuleContent {
  readonly card: RuleCard;
  readonly words: InWords;
  readonly stages: Stages;
  readonly condition: ConditionNode;
}

/** The content of a rule's page, including its filters. */
export function ruleContent(collection: Collection, index: number): RuleContent {
  const { plan, conditionText, ownVerdict } = collection.plans[index]!;
  return {
    card: ruleCard(plan),
    words: inWords(ruleParagraphs(plan, ownVerdict)),
    stages: briefStages(stages(plan, conditionText)),
    condition: conditionTree(plan),
  };
}

/** What a rule looks for, and what identifies it in a catalog. */
export interface RuleIndicators {
  readonly title: string;
  readonly id: string | null;
  readonly logsource: PlanLogsource;
  /** A row for each field, operator and value. */
  readonly indicators: readonly Indicator[];
}

/** The indicators of a rule, including its filters. */
export function ruleIndicators(collection: Collection, index: number): RuleIndicators {
  const { plan } = collection.plans[index]!;
  const { title, id } = plan.rule.meta;
  const { product, category, service } = plan.logsource;
  return {
    title: title?.value ?? '',
    id: id?.value ?? null,
    logsource: {
      ...(product ? { product } : {}),
      ...(category ? { category } : {}),
      ...(service ? { service } : {}),
    },
    indicators: indicators(plan),
  };
}

/** The page of a document that is not a detection rule. */
export interface DocumentPage {
  /** The index of its document in the text. */
  readonly document: number;
  readonly kind: 'correlation' | 'filter';
  readonly meta: RuleMeta;
  /** Null if it does not compile: then the page shows only the document's metadata. */
  readonly content: CorrelationContent | FilterContent | null;
}

export interface CorrelationContent {
  readonly kind: 'correlation';
  readonly words: InWords;
  readonly stages: readonly CorrelationStage[];
}

export interface FilterContent extends RuleContent {
  readonly kind: 'filter';
  /** The titles of the rules that it applies to. */
  readonly joins: readonly string[];
}

/** The pages of the correlations and filters of a text, in its order. */
export function pagesOf(collection: Collection): DocumentPage[] {
  return collection.documents.flatMap(({ kind, meta, compiled }, document): DocumentPage[] => {
    if (kind === 'detection') return [];
    const contentOf = kind === 'correlation' ? correlationContent : filterContent;
    return [{ document, kind, meta, content: compiled === null ? null : contentOf(collection, compiled) }];
  });
}

function correlationContent({ correlations, text }: Collection, index: number): CorrelationContent {
  const compiled = correlations[index]!;
  return {
    kind: 'correlation',
    words: inWords(correlationParagraphs(compiled)),
    stages: correlationStages(compiled, text),
  };
}

function filterContent({ filters, plans }: Collection, index: number): FilterContent {
  const { plan, appliesTo } = filters[index]!;
  const joins = appliesTo.map((i) => plans[i]!.title);
  return {
    kind: 'filter',
    card: ruleCard(plan),
    words: inWords(filterParagraphs(plan, joins)),
    stages: briefStages(stages(plan)),
    condition: conditionTree(plan),
    joins,
  };
}
