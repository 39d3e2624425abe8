import type { Range } from '../../src/text';
import { breathe } from '../../src/turns';
import { effectivelyChosen } from '../results/chosen';
import { lookAt } from '../results/connect';
import { logCounts, withLogCounts } from '../results/log-counts';
import { placesIn } from '../results/places';
import { keepBusy } from '../results/resting';
import { type Outcome, results } from '../results/results';
import { type Side, session } from '../state/session';
import { editors, onEditorReady } from './editors';
import { eventDecorations } from './event-decorations';
import { languageOf } from './event-languages';
import type { Decoration } from './handle';
import { isLong, ruleDecorations } from './rule-decorations';

/*
 * Keeps the editors' colours in step with the results, outside React: one set of decorations per run and editor. What
 * is no longer in the text is not painted; what has moved is painted at its new place.
 */
let last: {
  readonly outcome: Outcome;
  readonly chosen: number;
  readonly counts: boolean;
  readonly stale: boolean;
} | null = null;
let frame = 0;
let isRuleDue = false;

/** From now on, paints whenever the results or the choice change. */
export function startPainting(): void {
  results.subscribe((now, before) => {
    if (now.outcome !== before.outcome || now.stale !== before.stale) paint();
    if (now.outcome.formats !== before.outcome.formats) colour();
    if (now.ruleProblems !== before.ruleProblems || now.eventProblems !== before.eventProblems)
      paintProblems();
  });
  logCounts.subscribe(paint);
  session.subscribe((now, before) => {
    if (now.selected !== before.selected || now.countsShown !== before.countsShown) paint();
  });
  onEditorReady(() => {
    last = null;
    colour();
    paint();
    paintProblems();
  });
}

/** Colours the events as what they were read as. */
function colour(): void {
  const { formats } = results.getState().outcome;
  if (formats.length > 0) editors.events.handle?.setLanguage(languageOf(formats.map(({ format }) => format)));
}

/** The events' editor scrolled or was resized. */
export function scrolled(): void {
  if (frame) return;
  frame = requestAnimationFrame(() => {
    frame = 0;
    const { handle } = editors.events;
    if (!handle) return;
    lookAt(handle.visible());
    paintEvents();
  });
}

/** The rule's editor scrolled or was resized. */
export function ruleScrolled(): void {
  const { info } = results.getState().outcome;
  if (info && isLong(info)) paintRuleSoon();
}

/** After the next frame, in a task of its own: in the frame Monaco itself draws what has changed before. */
function paintRuleSoon(): void {
  if (isRuleDue) return;
  isRuleDue = true;
  const isPainted = keepBusy();
  requestAnimationFrame(async () => {
    await breathe();
    isRuleDue = false;
    if (last) paintRule(last.outcome, last.chosen, last.counts, last.stale);
    isPainted();
  });
}

/** A stretch with some lines on either side: so that a scroll finds them decorated, and an edit above moves nothing out. */
function around({ start, end }: Range): Range {
  return { start: start - AROUND, end: end + AROUND };
}

const AROUND = 1500;

function paintRule(outcome: Outcome, chosen: number, countsShown: boolean, stale: boolean): void {
  const { handle } = editors.rule;
  if (handle)
    show('rule', ruleDecorations(outcome, chosen, { countsShown, stale, visible: around(handle.visible()) }));
}

function paint(): void {
  const { outcome: own, stale } = results.getState();
  const { counts, total } = withLogCounts(own);
  // A new object at each change would repaint both sides.
  const outcome = counts === own.counts ? own : { ...own, counts, total };
  const { selected, countsShown } = session.getState();
  const chosen = effectivelyChosen(selected);
  const ruleSame =
    last?.counts === countsShown &&
    last.chosen === chosen &&
    last.stale === stale &&
    last.outcome.info === outcome.info &&
    last.outcome.marks === outcome.marks &&
    last.outcome.counts === outcome.counts &&
    last.outcome.total === outcome.total &&
    last.outcome.traces === outcome.traces;
  const isShort = !outcome.info || !isLong(outcome.info);
  if (!ruleSame && isShort) paintRule(outcome, chosen, countsShown, stale);
  const eventsSame =
    last?.chosen === chosen &&
    last.outcome.info === outcome.info &&
    last.outcome.marks === outcome.marks &&
    last.outcome.together === outcome.together &&
    last.outcome.verdicts === outcome.verdicts;
  last = { outcome, chosen, counts: countsShown, stale };
  // Its decorations take so long that the panels are drawn first, in a task of their own.
  if (!ruleSame && !isShort) paintRuleSoon();
  if (!eventsSame) paintEvents();
}

function paintEvents(): void {
  const { handle } = editors.events;
  if (!handle) return;
  const { outcome } = results.getState();
  const chosen = effectivelyChosen(session.getState().selected);
  show('events', eventDecorations(outcome, handle.visible(), chosen));
}

/** Shows decorations that were made for the text of the results. */
function show(side: Side, decorations: readonly Decoration[]): void {
  editors[side].handle?.show(placed(side, decorations));
}

function paintProblems(): void {
  const { ruleProblems, eventProblems, ruleText, eventsText } = results.getState();
  editors.rule.handle?.setProblems(placed('rule', ruleProblems, ruleText));
  editors.events.handle?.setProblems(placed('events', eventProblems, eventsText));
}

/** Moves what was made for the text `of` of one side to its current place. */
function placed<T extends { readonly range: Range }>(side: Side, all: readonly T[], of?: string): T[] {
  const placeOf = placesIn(side, of);
  return all.flatMap((one) => {
    const range = placeOf(one.range);
    return range ? [range === one.range ? one : { ...one, range }] : [];
  });
}
