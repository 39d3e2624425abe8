import {
  type EventTold,
  edited,
  evasionSteps,
  eventSteps,
  firingSteps,
  type Step,
  type StepMark,
} from '../../src/describe';
import type { CorrelationReport, FiringReport } from '../../src/live';
import type { Range } from '../../src/text';
import { type Outcome, type Results, stoppedKey } from '../results/outcome';
import { rangeOf, verdictOf } from '../results/verdict-columns';
import type { Show } from './place';

/** A show with its steps, and the texts that they speak of. */
export interface Told {
  readonly steps: readonly Step[];
  readonly rule: string;
  readonly events: string;
  /** The parts of the rule's text that are shown beside those that a step marks. */
  readonly also: readonly Range[];
  /** The event that each step shows; null for none. */
  readonly eventOf: (step: Step) => { readonly event: number; readonly range: Range } | null;
  /** For a correlation: the window that grows. */
  readonly window?: Window;
}

/** A firing of a correlation, or the window that came closest. */
export interface Window {
  readonly report: CorrelationReport;
  /** Null for the closest window of one that did not fire. */
  readonly firing: FiringReport | null;
}

/** What there is to show, or a sentence that says why there is nothing; `isWaiting` if it is still to come. */
export type Shown =
  | { readonly told: Told; readonly says?: undefined }
  | { readonly told?: undefined; readonly says: string; readonly isWaiting: boolean };

const waiting = (says: string): Shown => ({ says, isWaiting: true });
const nothing = (says: string): Shown => ({ says, isWaiting: false });

/** The windows of all correlations, in the order of the text: the firings of each, or the one that came closest. */
export function windowsOf({ outcome, stale }: Results): Window[] {
  if (stale) return [];
  return (outcome.reports ?? []).flatMap((report): Window[] =>
    report.firings.length > 0
      ? report.firings.map((firing) => ({ report, firing }))
      : report.nearest
        ? [{ report, firing: null }]
        : [],
  );
}

/** The ways to write an event's command line that slip through; undefined until they are known. */
export function evasionsOf({ variants }: Outcome, event: number) {
  const known = variants.get(event);
  return known === undefined ? undefined : (known ?? []).filter(({ matches }) => !matches);
}

/** What a show tells with these results. `number` says what the user calls an event. */
export function toldOf(results: Results, show: Show, number: (event: number) => number): Shown {
  const { outcome, isEmpty } = results;
  if (outcome.info === null && results.settled)
    return nothing(isEmpty ? 'There is no rule yet.' : 'The rule does not compile. Problems says where.');
  if (outcome.info === null) return waiting('Reading the rule…');
  if (outcome.verdicts.length === 0)
    return outcome.total > 0 || results.running
      ? waiting('Evaluating…')
      : nothing('There are no events yet.');
  return show.kind === 'window' ? windowTold(results, show.index) : eventTold(results, show, number);
}

function eventTold(
  { outcome, stale, isFinal }: Results,
  show: Exclude<Show, { kind: 'window' }>,
  number: (event: number) => number,
): Shown {
  const { event } = show;
  const { rule, events, info, page, traces, verdicts } = outcome;
  const name = `Event ${number(event).toLocaleString('en')}`;
  if (verdictOf(verdicts, event) === 'error') return nothing(`${name} cannot be read.`);
  const trace = traces.get(event);
  if (outcome.stopped.has(stoppedKey('explain', event)) || (isFinal && !trace))
    return nothing(`${name} could not be explained.`);
  if (!trace || page === undefined) return waiting(`${name}…`);
  const told: EventTold = {
    rule,
    words: page?.words.paragraphs ?? [],
    filtered: info?.filtered?.condition,
    trace,
  };
  const range = rangeOf(verdicts, event);
  const shown = (steps: readonly Step[]): Shown => ({
    told: {
      steps,
      rule,
      events,
      also: info?.logsourceRange ? [info.logsourceRange] : [],
      eventOf: () => ({ event, range }),
    },
  });
  if (show.kind === 'evasion') {
    const found = evasionsOf(outcome, event);
    if (outcome.stopped.has(stoppedKey('vary', event))) return nothing('Trying the evasions took too long.');
    if (found === undefined)
      return stale ? nothing('The rule does not compile.') : waiting('Trying the evasions…');
    const evasion = found[Math.min(show.index, found.length - 1)];
    if (!evasion) return nothing('Every known way to write this command line still matches.');
    return shown(evasionSteps(told, evasion));
  }
  const repairs = outcome.repairs.get(event);
  const mayCome = !stale && !outcome.stopped.has(stoppedKey('repair', event));
  if (trace.verdict !== 'match' && repairs === undefined && mayCome) return waiting(`${name}…`);
  return shown(eventSteps({ ...told, change: repairs?.[0] }));
}

function windowTold(results: Results, index: number): Shown {
  const { outcome, pages, documents } = results;
  if (outcome.reports === null || pages === null) return waiting('Evaluating the correlations…');
  const windows = windowsOf(results);
  const window = windows[Math.min(index, windows.length - 1)];
  if (!window) return nothing('No event is in any window of a correlation.');
  const { report, firing } = window;
  const content = pages.find(({ document }) => document === report.document)?.content;
  const { key, members } = firing ?? report.nearest!;
  const steps = firingSteps({
    ...report,
    words: content?.kind === 'correlation' ? content.words.paragraphs : [],
    key,
    members,
    value: firing?.value ?? [],
    fires: firing?.fires ?? null,
    ...(firing?.absence ? { absence: firing.absence } : {}),
    size: firing?.size ?? members.length,
    ...(firing ? {} : { text: report.nearest!.text, blocked: report.nearest!.blocked }),
  });
  const { rule, events, verdicts } = outcome;
  return {
    told: {
      steps,
      rule,
      events,
      also: bodyOf(rule, documents[report.document]?.range),
      window,
      eventOf: (step) => {
        const member = members[(step.members ?? 0) - 1];
        return member ? { event: member.event, range: rangeOf(verdicts, member.event) } : null;
      },
    },
  };
}

/** Where the body of a correlation begins in its document. */
function bodyOf(rule: string, document: Range | undefined): Range[] {
  if (!document) return [];
  const found = /^correlation\s*:/m.exec(rule.slice(document.start, document.end));
  const start = document.start + (found?.index ?? 0);
  return [{ start, end: start + 1 }];
}

/** The marks of a step in the event, or those that the engine gave for it where the step has none of its own. */
export function eventMarks(step: Step, event: number, { marks }: Outcome): readonly StepMark[] {
  if (step.members === undefined) return step.events;
  return (marks.get(event) ?? []).flatMap(({ kind, selection, text, whole }): StepMark[] =>
    kind === 'match' && whole ? [{ range: text, selection, kind: 'found' }] : [],
  );
}

/** The rule as a step shows it: with the change that it tells of, and all places that any step of the show marks. */
export function ruleOf({ steps, rule, also }: Told, step: Step) {
  const all = [
    ...also,
    ...steps.filter(({ edits }) => !edits).flatMap((s) => s.rule.map(({ range }) => range)),
  ];
  if (!step.edits) return { text: rule, places: all };
  const { text, moved } = edited(rule, step.edits);
  return { text, places: [...all.map(moved), ...step.rule.map(({ range }) => range)] };
}
