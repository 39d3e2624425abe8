import type { LivePanel } from '../../src/live';
import type { Mark } from '../../src/match';
import type { EngineLoss, RunQuestion } from '../workers/engine/client';
import type { RunMessage } from '../workers/engine/protocol';
import { type KeptPart, NO_RESULTS, NOTHING, type Outcome, type Results, stoppedKey } from './outcome';
import { identity, ofRuleThere, ruleTold } from './rule-told';
import { type Message, START, type State, show, withNewest, withOutcome } from './run-state';
import { changeBetween, withChange } from './text-changes';
import { withPiece } from './verdict-columns';

/*
 * The results as one pure function of the state and a message. The messages of a run are collected and shown together, so
 * that marks and counts of two runs are never mixed; until then the old ones stay on screen. Once a run is shown, its
 * later messages are shown as they arrive.
 */

/** The state after a message. Messages of any run but the newest change nothing. */
export function reduce(state: State, message: Message): State {
  switch (message.kind) {
    case 'typed':
      return typed(state, message.rule);
    case 'turned':
      return turned(state, message.rule);
    case 'started':
      return { ...state, engineHasRule: false };
    case 'asked':
      return withNewest(state, { awaited: true });
    case 'began':
      return began(state, message);
    case 'lost':
      return lost(state, message.loss);
    case 'told':
      return isNewest(state, message.run) ? told(state, message.message) : state;
    case 'waited':
      if (!isNewest(state, message.run)) return state;
      return state.isCompiled ? show(state) : { ...state, isDue: true };
    case 'ended': {
      if (!isNewest(state, message.run)) return state;
      // A run that has come to its end shows that the engine answers, whatever befell it before.
      return show(withNewest(state, { running: false, settled: true, failure: message.failure }));
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

/** The page shows nothing until the first run of the sheet has something to show. */
function turned(state: State, rule: string): State {
  const { run, engineHasRule } = state;
  return { ...START, shown: NO_RESULTS, newest: NO_RESULTS, run, left: run, engineHasRule, rule };
}

/** True for the newest run, if it is of the chosen sheet. */
function isNewest({ run, left }: State, number: number): boolean {
  return number === run && run > left;
}

function began(state: State, { run, question, again }: Extract<Message, { kind: 'began' }>): State {
  if (run <= state.run) return state;
  const { rule, events } = question;
  // The results for the same question stay; the new worker only has to repeat the run.
  if (again && state.run > state.left && state.newest.ruleText === rule && state.newest.eventsText === events)
    return show(withNewest({ ...state, run }, { running: true, awaited: false }));
  const newest: Results = {
    ...state.shown,
    outcome: { ...NOTHING, run, rule, events, ...keptOf(state.shown.outcome, question) },
    ruleChanges: withChange([], changeBetween(rule, state.rule)),
    stale: false,
    isFinal: false,
    running: true,
    awaited: false,
    ruleText: rule,
    eventsText: events,
    pages: null,
    hang: null,
    failure: null,
  };
  const shown = { ...state.shown, awaited: true };
  return { ...state, run, shown, newest, isCompiled: false, isDue: false, leftOut: 'nothing' };
}

/** What stays from an earlier run until the new one has its own, so that the page does not flicker. */
function keptOf(
  before: Outcome,
  { events, settings, screen }: RunQuestion,
): Pick<Outcome, KeptPart | 'origins'> {
  const isOpen = (panel: LivePanel) => screen.open?.includes(panel) ?? false;
  const isSameEvents = events === before.events;
  const keeps: Readonly<Record<KeptPart, boolean>> = {
    sources: isSameEvents && isOpen('formats'),
    together: true,
    reports: isOpen('correlations'),
    compared: isSameEvents && before.compared?.pinned === settings.pinned,
  };
  const kept = <K extends KeptPart>(part: K): Outcome[K] => (keeps[part] ? before : NOTHING)[part];
  const origin = (part: KeptPart) => (keeps[part] ? before : NOTHING).origins[part];
  return {
    sources: kept('sources'),
    together: kept('together'),
    reports: kept('reports'),
    compared: kept('compared'),
    origins: {
      sources: origin('sources'),
      together: origin('together'),
      reports: origin('reports'),
      compared: origin('compared'),
    },
  };
}

/** The last results stay, and the page says what happened. */
function lost(state: State, loss: EngineLoss | null): State {
  // Over the rule of a sheet that was left: the run of this one comes next.
  if (state.run <= state.left && !(loss && isOver(loss, state.rule)))
    return { ...state, engineHasRule: false };
  const what = loss
    ? { hang: 'hang' in loss ? loss.hang : null, failure: 'crash' in loss ? loss.crash : null }
    : {};
  return show(
    withNewest(
      { ...state, engineHasRule: false },
      { running: false, awaited: false, settled: true, ...what },
    ),
  );
}

/** True where the engine was lost over this rule. What it crashed over is not known. */
function isOver(loss: EngineLoss, rule: string): boolean {
  return 'crash' in loss || loss.hang.rule === rule;
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
      const ruleProblems = ofRuleThere(message.problems);
      const checkProblems = ruleProblems.filter((d) => !known.has(identity(d)));
      return withNewest(state, { ruleProblems, checkProblems });
    }
    case 'events': {
      const { format, formats, total, problems } = message;
      const next = withNewest(state, { eventProblems: problems });
      return state.leftOut === 'everything' ? next : withOutcome(next, { format, formats, total });
    }
    case 'sources':
      return state.leftOut === 'everything'
        ? state
        : withOutcome(state, own(outcome, 'sources', message.sources));
    case 'fields':
      return state.leftOut === 'everything' ? state : withOutcome(state, ofEvent(outcome, message));
    case 'page':
      return ofRule(withNewest(state, { pages: message.others }), { page: message.rule });
    case 'indicators':
      return ofRule(state, { indicators: message.found });
    case 'marks':
      return show(ofRule(state, { marks: withMarks(outcome.marks, message.marks) }));
    case 'verdicts':
      return ofRule(state, { verdicts: withPiece(outcome.verdicts, message.verdicts, outcome.total) });
    case 'counts': {
      // If the same question was asked again, its counts are shown only once they are complete.
      if (outcome.counts?.done && !message.done) return state;
      const { values, selections, done } = message;
      return ofRule(state, { counts: { values, selections, done } });
    }
    case 'together': {
      const { kind: _, ...together } = message;
      return ofRule(state, own(outcome, 'together', together));
    }
    case 'correlations':
      return ofRule(state, own(outcome, 'reports', message.reports));
    case 'compared':
      return ofRule(state, own(outcome, 'compared', message.compared));
    default:
      return ofRule(state, ofEvent(outcome, message));
  }
}

/** Replaces a part of an earlier run by the newest run's own. */
function own<K extends KeptPart>({ run, events, origins }: Outcome, part: K, value: Outcome[K]) {
  return { [part]: value, origins: { ...origins, [part]: { run, events } } };
}

type EventMessage = Extract<
  RunMessage,
  { kind: 'trace' | 'fields' | 'repairs' | 'variants' | 'decisions' | 'stopped' }
>;

/** The parts that belong to one event. */
function ofEvent(outcome: Outcome, message: EventMessage): Partial<Outcome> {
  const { event } = message;
  switch (message.kind) {
    case 'trace':
      return {
        traces: new Map(outcome.traces).set(event, message.trace),
        ...(message.isVaried ? { varied: new Set(outcome.varied).add(event) } : {}),
      };
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

/** A part of an outcome that exists only with a rule. */
function ofRule(state: State, part: Partial<Outcome>): State {
  return state.leftOut === 'nothing' ? withOutcome(state, part) : state;
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
