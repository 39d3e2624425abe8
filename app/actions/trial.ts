import { results } from '../results/results';
import { type Session, session } from '../state/session';
import { beginTrial, endTrial, failTrial } from '../state/trial';

/** Behind the moment in which changes are stored. */
const STORED_AFTER = 400;
/** So long after its results the page has drawn them. */
const DRAWN_AFTER = 1000;

let isMarked = false;
let hasFailed = false;
let storing = 0;
let drawing = 0;

/** Keeps the mark of `state/trial.ts` for as long as what is stored has not been shown. */
export function watchTrial(): void {
  begin();
  session.subscribe((now, before) => {
    if (!isOtherWork(now, before)) return;
    clearTimeout(storing);
    clearTimeout(drawing);
    storing = window.setTimeout(begin, STORED_AFTER);
  });
  results.subscribe(() => {
    if (!isShown()) return;
    clearTimeout(drawing);
    drawing = window.setTimeout(end, DRAWN_AFTER);
  });
  window.addEventListener('pagehide', end);
  // A browser may take memory from a page that nobody sees, and says nothing.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') end();
  });
}

/** The page failed as a whole. */
export function fail(): void {
  hasFailed = true;
  failTrial();
}

/** The page is shown again after it failed. */
export function tryAgain(): void {
  hasFailed = false;
  begin();
  drawing = window.setTimeout(end, DRAWN_AFTER);
}

function begin(): void {
  if (hasFailed) return;
  isMarked = true;
  beginTrial();
}

function end(): void {
  if (hasFailed || !isMarked) return;
  isMarked = false;
  endTrial();
}

function isOtherWork(now: Session, before: Session): boolean {
  return (
    now.rule !== before.rule ||
    now.events !== before.events ||
    now.settings !== before.settings ||
    now.pinned !== before.pinned
  );
}

/** True where the results of the texts as they stand have come. */
function isShown(): boolean {
  const { running, settled, ruleText, eventsText } = results.getState();
  const { rule, events } = session.getState();
  return settled && !running && ruleText === rule && eventsText === events;
}
