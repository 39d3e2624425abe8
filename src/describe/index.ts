export { type ArraySeen, arraysSeen } from './arrays-seen';
export {
  type AttackCode,
  type AttackCoverage,
  attackCoverage,
  attackCoverageInSteps,
} from './attack-coverage';
export { attackName, type Placement, placementsOf, readAttackName } from './attack-tags';
export { briefStages } from './brief-stages';
export { type ConditionNode, conditionTree } from './condition-tree';
export { type CorrelationStage, correlationStages } from './correlation-stages';
export { type EventCoverage, eventCoverage, type FieldCarried } from './event-coverage';
export { type Indicator, indicators, indicatorsCsv } from './indicators';
export { conditionVerdicts, stageVerdicts } from './live-verdicts';
export { itemOfCause, itemsTold } from './members-told';
export { type NavigatorLayer, navigatorLayer } from './navigator-layer';
export { type RuleCard, ruleCard } from './rule-card';
export { type RuleSheet, ruleSheet } from './rule-sheet';
export { type Stage, type StageNode, type Stages, stages, stagesText } from './stages';
export { type Edited, edited } from './steps/edited';
export { type Evasion, evasionSteps } from './steps/evasion-steps';
export { type EventTold, eventSteps } from './steps/event-steps';
export { firingSteps, type WindowTold } from './steps/firing-steps';
export type { OtherValue, Step, StepKind, StepMark } from './steps/step';
export { withTagProblems } from './tag-problems';
export { type TreeLink, type TreeNode, treeOf } from './trace-tree';
export { correlationParagraphs } from './words/correlation';
export {
  type InWords,
  inWords,
  isList,
  jointBefore,
  moreWords,
  type Paragraph,
  type WordList,
} from './words/paragraph';
export { filterParagraphs, ruleParagraphs } from './words/rule';
export { verdictParagraphs, verdictSaid, verdictText } from './words/verdict';
