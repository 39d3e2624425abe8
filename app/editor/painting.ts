import { effectivelyChosen } from '../results/chosen';
import { lookAt } from '../results/connect';
import { logCounts, withLogCounts } from '../results/log-counts';
import { type Outcome, results } from '../results/results';
import { editors, onEditorReady } from './editors';
import { eventDecorations } from './event-decorations';
import { ruleDecorations } from './rule-decorations';

/** What of the session the colours depend on. */
export interface Painted {
  readonly selected: number;
  readonly countsShown: boolean;
}

interface PaintedStore {
  getState(): Painted;
  subscribe(listener: (now: Painted, before: Painted) => void): () => void;
}

/*
 * Keeps the editors' colours in step with the results, outside of React: one set of decorations per run and editor.
 */
let last: { outcome: Outcome; chosen: number; counts: boolean } | null = null;
let painted: PaintedStore | null = null;
let frame = 0;

/** Paints from now on whenever the results or the choice change. */
export function paintFrom(store: PaintedStore): void {
  painted = store;
  results.subscribe((now, before) => {
    if (now.outcome !== before.outcome) paint();
    if (now.ruleProblems !== before.ruleProblems || now.eventProblems !== before.eventProblems)
      paintProblems();
  });
  logCounts.subscribe(paint);
  store.subscribe((now, before) => {
    if (now.selected !== before.selected || now.countsShown !== before.countsShown) paint();
  });
  onEditorReady(() => {
    last = null;
    paint();
    paintProblems();
  });
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

function paint(): void {
  if (!painted) return;
  const { outcome: own } = results.getState();
  const { counts, total } = withLogCounts(own);
  // A new object at each change would paint both sides anew.
  const outcome = counts === own.counts ? own : { ...own, counts, total };
  const { selected, countsShown } = painted.getState();
  const chosen = effectivelyChosen(selected);
  const ruleSame =
    last?.counts === countsShown &&
    last.chosen === chosen &&
    last.outcome.info === outcome.info &&
    last.outcome.marks === outcome.marks &&
    last.outcome.counts === outcome.counts &&
    last.outcome.total === outcome.total &&
    last.outcome.traces === outcome.traces;
  if (!ruleSame) editors.rule.handle?.show(ruleDecorations(outcome, chosen, countsShown));
  const eventsSame =
    last?.chosen === chosen &&
    last.outcome.info === outcome.info &&
    last.outcome.marks === outcome.marks &&
    last.outcome.together === outcome.together &&
    last.outcome.verdicts === outcome.verdicts;
  last = { outcome, chosen, counts: countsShown };
  if (!eventsSame) paintEvents();
}

function paintEvents(): void {
  const { handle } = editors.events;
  if (!handle || !painted) return;
  const { outcome } = results.getState();
  handle.show(eventDecorations(outcome, handle.visible(), effectivelyChosen(painted.getState().selected)));
}

function paintProblems(): void {
  const { ruleProblems, eventProblems } = results.getState();
  editors.rule.handle?.setProblems(ruleProblems);
  editors.events.handle?.setProblems(eventProblems);
}
