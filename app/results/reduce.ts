import type { LintDiagnostic } from '../../src/language';
import type { LivePanel } from '../../src/live';
import type { Mark } from '../../src/match';
import type { EngineLoss, Question } from '../workers/engine/client';
import type { RunMessage } from '../workers/engine/protocol';
import { carried } from './carried';
import { NO_RESULTS, NOTHING, type Outcome, type Results, stoppedKey } from './outcome';
import { carriedThrough, changeBetween, withChange } from './text-changes';
import { withPiece } from './verdict-columns';

/*
 * How the results follow from what happens: one pure function of what was and a message. The messages of a run are gathered and
 * go on show together, so that marks and counts of two runs are never mixed; the old ones stay on screen meanwhile. Once a run
 * is on show, what comes later of it is shown as it comes.
 */

export type Message =
  /** The rule's text is another one. */
  | { readonly kind: 'typed'; readonly rule: string }
  /** A run has begun; `again` where a worker that was lost has given the answers already. */
  | { readonly kind: 'began'; readonly run: number; readonly question: Question; readonly again: boolean }
  /** Something that was asked after `run` gives this. */
  | { readonly kind: 'told'; readonly run: number; readonly message: RunMessage }
  /** A run takes so long that what there is of it is to be shown. */
  | { readonly kind: 'waited'; readonly run: number }
  | { readonly kind: 'ended'; readonly run: number; readonly failure: string | null }
  /** The engine's worker is gone, and another takes its place. */
  | { readonly kind: 'lost'; readonly loss: EngineLoss | null };

export interface State {
  /** What the page shows. */
  readonly shown: Results;
  /** What the newest run has given so far: the same as `shown` once that run is on show. */
  readonly newest: Results;
  readonly run: number;
  /** The rule's text as it stands. */
  readonly rule: string;
  /** The newest run has said what it made of the rule's text. Before that there is nothing to show of it. */
  readonly isCompiled: boolean;
  /** It is to be shown as soon as there is. */
  readonly isDue: boolean;
  /** The worker has a rule that compiled, which it evaluates while the newest text does not. */
  readonly engineHasRule: boolean;
  /** What of the newest run is not to be seen: nothing; all that is of a rule; or everything. */
  readonly leftOut: 'nothing' | 'verdicts' | 'everything';
  /** What reading and compiling the newest text found. */
  readonly compiled: readonly LintDiagnostic[];
}

export const START: State = {
  shown: NO_RESULTS,
  newest: NO_RESULTS,
  run: 0,
  rule: '',
  isCompiled: false,
  isDue: false,
  engineHasRule: false,
  leftOut: 'nothing',
  compiled: [],
};

/** What follows from `state` and a message. Messages of another run than the newest change nothing. */
export function reduce(state: State, message: Message): State {
  switch (message.kind) {
    case 'typed':
      return typed(state, message.rule);
    case 'began':
      return began(state, message);
    case 'lost':
      return lost(state, message.loss);
    case 'told':
      return message.run === state.run ? told(state, message.message) : state;
    case 'waited':
      if (message.run !== state.run) return state;
      return state.isCompiled ? show(state) : { ...state, isDue: true };
    case 'ended': {
      if (message.run !== state.run) return state;
      const { failure } = message;
      return show(
        withNewest(state, { running: false, settled: true, ...(failure === null ? {} : { failure }) }),
      );
    }
  }
}

function typed(state: State, rule: string): State {
  const change = changeBetween(state.rule, rule);
  if (!change) return state;
  const moved = (results: Results): Results => ({
    ...results,
    ruleChanges: withChange(results.ruleChanges, change),
  });
  const shown = moved(state.shown);
  return { ...state, rule, shown, newest: state.newest === state.shown ? shown : moved(state.newest) };
}

function began(state: State, { run, question, again }: Extract<Message, { kind: 'began' }>): State {
  const { rule, events, settings, screen } = question;
  // What has been told of the same question stays as it is; the new worker only comes to hold it.
  if (again && state.newest.ruleText === rule && state.newest.eventsText === events)
    return show(withNewest({ ...state, run }, { running: true }));
  const { shown } = state;
  const before = shown.outcome;
  const isOpen = (panel: LivePanel) => screen.open?.includes(panel) ?? false;
  const isSameEvents = events === before.events;
  const keepsCompared = isSameEvents && before.compared?.pinned === settings.pinned;
  const keepsReports = isOpen('correlations');
  const newest: Results = {
    ...shown,
    outcome: {
      ...NOTHING,
      run,
      rule,
      events,
      sources: isSameEvents && isOpen('formats') ? before.sources : [],
      together: before.together,
      reports: keepsReports ? before.reports : null,
      compared: keepsCompared ? before.compared : null,
      madeOf: {
        together: before.madeOf.together,
        reports: keepsReports ? before.madeOf.reports : null,
        compared: keepsCompared ? before.madeOf.compared : null,
      },
    },
    ruleChanges: withChange([], changeBetween(rule, state.rule)),
    running: true,
    ruleText: rule,
    eventsText: events,
    pages: null,
    hang: null,
    failure: null,
  };
  return { ...state, run, newest, isCompiled: false, isDue: false, leftOut: 'nothing' };
}

/** The last results stay, and the page says what happened. */
function lost(state: State, loss: EngineLoss | null): State {
  const what = loss
    ? { hang: 'hang' in loss ? loss.hang : null, failure: 'crash' in loss ? loss.crash : null }
    : {};
  return show(withNewest({ ...state, engineHasRule: false }, { running: false, settled: true, ...what }));
}

function told(state: State, message: RunMessage): State {
  const { outcome } = state.newest;
  switch (message.kind) {
    case 'rule': {
      const next = ruleTold(state, message);
      return next.isDue ? show(next) : next;
    }
    case 'problems': {
      const known = new Set(state.compiled.map(identity));
      const checkProblems = message.problems.filter((d) => !known.has(identity(d)));
      return withNewest(state, { ruleProblems: message.problems, checkProblems });
    }
    case 'events': {
      const { format, formats, total, problems } = message;
      const next = withNewest(state, { eventProblems: problems });
      return state.leftOut === 'everything' ? next : withOutcome(next, { format, formats, total });
    }
    case 'sources':
      return state.leftOut === 'everything' ? state : withOutcome(state, { sources: message.sources });
    case 'page':
      return ofRule(withNewest(state, { pages: message.others }), { page: message.rule });
    case 'indicators':
      return ofRule(state, { indicators: message.found });
    case 'marks':
      return show(ofRule(state, { marks: withMarks(outcome.marks, message.marks) }));
    case 'verdicts':
      return ofRule(state, { verdicts: withPiece(outcome.verdicts, message.verdicts, outcome.total) });
    case 'counts': {
      // Those of the same question asked again are no news before they are complete.
      if (outcome.counts?.done && !message.done) return state;
      const { values, selections, done } = message;
      return ofRule(state, { counts: { values, selections, done } });
    }
    case 'together': {
      const { kind: _, ...together } = message;
      return ofRule(state, { together, madeOf: { ...outcome.madeOf, together: textsOf(outcome) } });
    }
    case 'correlations':
      return ofRule(state, {
        reports: message.reports,
        madeOf: { ...outcome.madeOf, reports: textsOf(outcome) },
      });
    case 'compared':
      return ofRule(state, {
        compared: message.compared,
        madeOf: { ...outcome.madeOf, compared: textsOf(outcome) },
      });
    default:
      return ofRule(state, ofEvent(outcome, message));
  }
}

type EventMessage = Extract<
  RunMessage,
  { kind: 'trace' | 'fields' | 'repairs' | 'variants' | 'decisions' | 'stopped' }
>;

/** What is told about one event. */
function ofEvent(outcome: Outcome, message: EventMessage): Partial<Outcome> {
  const { event } = message;
  switch (message.kind) {
    case 'trace':
      return { traces: new Map(outcome.traces).set(event, message.trace) };
    case 'fields':
      return { fields: new Map(outcome.fields).set(event, message.fields) };
    case 'repairs':
      return { repairs: new Map(outcome.repairs).set(event, message.repairs) };
    case 'variants':
      return { variants: new Map(outcome.variants).set(event, message.variants) };
    case 'decisions':
      return { decisions: new Map(outcome.decisions).set(event, message.decisions) };
    case 'stopped':
      return {
        stopped: new Map(outcome.stopped).set(stoppedKey(message.doing, event), message.pattern),
      };
  }
}

/** The newest text is compiled, or is not; then the last good rule's outcome goes on, as long as the text is still that rule. */
function ruleTold(state: State, message: Extract<RunMessage, { kind: 'rule' }>): State {
  const { ok, documents, document } = message;
  const { shown, newest } = state;
  const last = shown.outcome;
  const isKnown = !ok && last.info !== null && isStillTheRule(shown);
  const base: State = {
    ...state,
    compiled: message.problems,
    isCompiled: true,
    engineHasRule: state.engineHasRule || ok,
    leftOut: ok || (isKnown && state.engineHasRule) ? 'nothing' : isKnown ? 'everything' : 'verdicts',
  };
  const checks = { ...withChecks(state, message.problems), documents, stale: isKnown };
  const told = documents.length > 1 ? newest.outcome : { ...newest.outcome, together: null, reports: null };
  const info = message.info ?? last.info;
  if (ok) return withNewest(base, { ...checks, outcome: { ...told, info, document } });
  if (base.leftOut === 'verdicts')
    return withNewest(base, { ...checks, outcome: eventsAlone(newest.outcome, newest.ruleText) });
  // The engine evaluates its last good rule over the newest events; one that was restarted has none, and then the outcome on
  // show stays as it is.
  const outcome = base.leftOut === 'everything' ? last : { ...told, info, document, rule: last.rule };
  return withNewest(base, { ...checks, outcome, ruleChanges: shown.ruleChanges });
}

/** True where at least half of what the last good rule looks for still stands in the text. */
function isStillTheRule({ outcome: { info }, ruleChanges }: Results): boolean {
  const parts = info && (info.values.length > 0 ? info.values : info.selections);
  if (!parts) return false;
  const left = parts.filter(({ range }) => carriedThrough(range, ruleChanges) !== null);
  return left.length * 2 >= parts.length;
}

/** What of an outcome needs no rule. */
function eventsAlone({ run, events, format, formats, sources, total }: Outcome, rule: string): Outcome {
  const none = { page: null, indicators: null };
  return { ...NOTHING, ...none, run, rule, events, format, formats, sources, total };
}

/** Problems at once; until the checks have looked at the new text, what they found in the old one stays where it was. */
function withChecks(
  { shown, newest }: State,
  problems: readonly LintDiagnostic[],
): Pick<Results, 'ruleProblems' | 'checkProblems'> {
  const checkProblems = carried(shown.checkProblems, shown.ruleText, newest.ruleText);
  const ruleProblems = [...problems, ...checkProblems].sort((a, b) => a.range.start - b.range.start);
  return { ruleProblems, checkProblems };
}

function identity({ code, range, message }: LintDiagnostic): string {
  return `${code} ${range.start} ${range.end} ${message}`;
}

function textsOf({ rule, events }: Outcome) {
  return { rule, events };
}

/** Part of an outcome that there is only with a rule. */
function ofRule(state: State, part: Partial<Outcome>): State {
  return state.leftOut === 'nothing' ? withOutcome(state, part) : state;
}

function withOutcome(state: State, part: Partial<Outcome>): State {
  return withNewest(state, { outcome: { ...state.newest.outcome, ...part } });
}

/** The newest results with another part; shown at once where they are on show. */
function withNewest(state: State, part: Partial<Results>): State {
  const newest = { ...state.newest, ...part };
  return state.newest === state.shown ? { ...state, newest, shown: newest } : { ...state, newest };
}

function show(state: State): State {
  return state.newest === state.shown ? state : { ...state, shown: state.newest };
}

function withMarks(old: Outcome['marks'], marks: readonly Mark[]): Outcome['marks'] {
  const fresh = new Map<number, Mark[]>();
  for (const mark of marks) {
    const list = fresh.get(mark.event);
    if (list) list.push(mark);
    else fresh.set(mark.event, [mark]);
  }
  return new Map([...old, ...fresh]);
}
