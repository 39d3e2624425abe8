import type { LintDiagnostic } from '../../src/language';
import { plain } from '../../src/text';
import type { RunMessage } from '../workers/engine/protocol';
import { carried } from './carried';
import { NOTHING, type Outcome, type Results } from './outcome';
import { type State, withNewest } from './run-state';
import { carriedThrough } from './text-changes';

/**
 * If the newest text does not compile, the outcome of the last good rule stays, as long as the text is still recognisably
 * that rule.
 */
export function ruleTold(state: State, message: Extract<RunMessage, { kind: 'rule' }>): State {
  const { ok, documents, document, versions } = message;
  const problems = ofRuleThere(message.problems);
  const { shown, newest } = state;
  const last = shown.outcome;
  const isKnown = !ok && last.info !== null && isStillTheRule(shown);
  const base: State = {
    ...state,
    compiled: problems,
    isCompiled: true,
    engineHasRule: state.engineHasRule || ok,
    leftOut: ok || (isKnown && state.engineHasRule) ? 'nothing' : isKnown ? 'everything' : 'verdicts',
  };
  const isFinal = base.leftOut === 'everything';
  const isEmpty = problems.length < message.problems.length;
  const checks = { ...withChecks(state, problems), isEmpty, documents, versions, stale: isKnown, isFinal };
  const told = documents.length > 1 ? newest.outcome : withoutOthers(newest.outcome);
  const info = message.info ?? last.info;
  if (ok) return withNewest(base, { ...checks, outcome: { ...told, info, document } });
  if (base.leftOut === 'verdicts')
    return withNewest(base, { ...checks, outcome: eventsAlone(newest.outcome, newest.ruleText) });
  // The engine evaluates its last good rule over the newest events. An engine that was restarted has no such rule; then
  // the outcome that the page shows stays as it is.
  const outcome = isFinal ? last : { ...told, info, document, rule: last.rule };
  return withNewest(base, { ...checks, outcome, ruleChanges: shown.ruleChanges });
}

/** The problems of a rule; that there is none yet is no problem of it. */
export function ofRuleThere(problems: readonly LintDiagnostic[]): readonly LintDiagnostic[] {
  return problems.filter(({ code }) => code !== 'rule-empty');
}

/** True if at least half of what the last good rule looks for is still in the text. */
function isStillTheRule({ outcome: { info }, ruleChanges }: Results): boolean {
  const parts = info && (info.values.length > 0 ? info.values : info.selections);
  if (!parts) return false;
  const left = parts.filter(({ range }) => carriedThrough(range, ruleChanges) !== null);
  return left.length * 2 >= parts.length;
}

/** A text with one rule has no correlations. */
function withoutOthers(outcome: Outcome): Outcome {
  const origins = { ...outcome.origins, together: null, reports: null };
  return { ...outcome, together: null, reports: null, origins };
}

/** The parts of an outcome that need no rule. */
function eventsAlone(
  { run, events, format, formats, sources, total, origins }: Outcome,
  rule: string,
): Outcome {
  const none = { page: null, indicators: null, origins: { ...NOTHING.origins, sources: origins.sources } };
  return { ...NOTHING, ...none, run, rule, events, format, formats, sources, total };
}

/**
 * Shows problems at once. Until the checks have looked at the new text, their findings in the old one stay in place.
 */
function withChecks(
  { shown, newest }: State,
  problems: readonly LintDiagnostic[],
): Pick<Results, 'ruleProblems' | 'checkProblems'> {
  const checkProblems = carried(shown.checkProblems, shown.ruleText, newest.ruleText);
  const ruleProblems = [...problems, ...checkProblems].sort((a, b) => a.range.start - b.range.start);
  return { ruleProblems, checkProblems };
}

export function identity({ code, range, message }: LintDiagnostic): string {
  return `${code} ${range.start} ${range.end} ${plain(message)}`;
}
