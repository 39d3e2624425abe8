import type { AuthorAnswer, AuthorAsk, Synthesis, Target } from '../../src/authoring';
import type { SeenValue } from '../../src/language';
import type { LivePanel, OnScreen, SeenQuestion } from '../../src/live';
import { type Session, session } from '../state/session';
import { notify } from '../ui/notices';
import { EngineClient, type EngineEnd, type EngineLoss, type Hang } from '../workers/engine/client';
import engineAddress from '../workers/engine/worker?worker&url';
import { patience } from '../workers/patience';
import { startWorker } from '../workers/trusted';
import { effectivelyChosen } from './chosen';
import { feed } from './feed';
import { openedName } from './opened-name';
import { watchRest } from './resting';
import { results } from './results';
import type { Message } from './run-state';

/*
 * Connects the user's texts to the engine, and the engine to what the page shows.
 */

const PATIENCE = 10_000;
const PATTERN_PATIENCE = 2000;
/** Milliseconds after which a suggestion is too late. */
const SOON = 400;

let client: EngineClient | null = null;
let visible: OnScreen['visible'] = null;
let also: readonly number[] = [];
/** The panels on screen, by how many components show them. */
const openPanels = new Map<LivePanel, number>();
let lookFrame = 0;
/** Called when something is asked, so that the page does not count as at rest. */
let stirred = () => {};
/** The last request for an event's explanation that brought nothing. */
let missed = '';

/** Starts the engine and keeps sending it the user's texts. */
export function connect(): void {
  const take = feed((shown) => results.setState(shown, true));
  const stir = watchRest(() => lookFrame === 0 && client?.isIdle === true);
  client = new EngineClient({
    start: () => startWorker(engineAddress, 'sigma-engine'),
    patience: patience(PATTERN_PATIENCE, PATIENCE),
    onAsked: () => take({ kind: 'asked' }),
    onRun: (run, question, again) => take({ kind: 'began', run, question, again }),
    onTold: (run, message) => take({ kind: 'told', run, message }),
    onEnd: (run, failure) => take({ kind: 'ended', run, failure }),
    onLoss: (loss) => lose(loss, take),
  });
  take({ kind: 'typed', rule: session.getState().rule });
  ask();
  session.subscribe((now, before) => {
    if (now.rule !== before.rule) take({ kind: 'typed', rule: now.rule });
    if (asksAnew(now, before)) ask();
    else if (now.selected !== before.selected) lookSoon();
  });
  results.subscribe(lookAgain);
  results.subscribe(stir);
  session.subscribe(stir);
  stir();
  stirred = stir;
}

function asksAnew(now: Session, before: Session): boolean {
  return (
    now.rule !== before.rule ||
    now.events !== before.events ||
    now.settings !== before.settings ||
    now.ruleName !== before.ruleName ||
    now.pinned !== before.pinned ||
    now.document !== before.document
  );
}

/** Runs the rule again although it had to be stopped. */
export function runAgain(): void {
  client?.forgive();
  ask();
}

/** Asks the engine for an event that matches through `target`; superseded while it works on a newer text. */
export async function askForEvent(target: Target): Promise<EngineEnd<Synthesis | null>> {
  return client ? client.make(target) : { how: 'superseded' };
}

/** The visible part of the events' text has changed. */
export function lookAt(range: OnScreen['visible']): void {
  if (range?.start === visible?.start && range?.end === visible?.end) return;
  visible = range;
  lookSoon();
}

/** The events whose traces a list shows have changed. */
export function lookAlso(events: readonly number[]): void {
  if (events.length === also.length && events.every((event, i) => event === also[i])) return;
  also = events;
  lookSoon();
}

/** Declares that a panel is on screen until the returned function is called. */
export function openPanel(panel: LivePanel): () => void {
  const shown = openPanels.get(panel) ?? 0;
  openPanels.set(panel, shown + 1);
  if (shown === 0) lookSoon();
  return () => {
    const left = (openPanels.get(panel) ?? 1) - 1;
    // The engine learns of this with the next look or run; until then it makes nothing new for the panel.
    if (left === 0) openPanels.delete(panel);
    else openPanels.set(panel, left);
  };
}

/** Values in the events; empty if the engine is too busy to answer in time for somebody who types. */
export async function seen(question: SeenQuestion): Promise<readonly SeenValue[]> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), SOON));
  const end = client && (await Promise.race([client.seen(question), late]));
  return end?.how === 'answered' ? end.answer : [];
}

/** Asks the engine to write something from the events; superseded if it cannot be asked now. */
export async function askAuthor(ask: AuthorAsk): Promise<EngineEnd<AuthorAnswer | null>> {
  return client ? client.author(ask) : { how: 'superseded' };
}

/** Requests the variants of an event's command line. */
export function lookAtVariants(event: number): void {
  stirred();
  client?.vary(event);
}

function ask(): void {
  const { rule, events, settings, ruleName, pinned } = session.getState();
  const fileName = openedName(ruleName);
  const all = {
    ...settings,
    ...(fileName ? { fileName } : {}),
    ...(pinned === null ? {} : { pinned }),
  };
  client?.ask({ rule, events, settings: all, screen: onScreen() });
}

function lose(loss: EngineLoss | null, take: (message: Message) => void): void {
  const isPinned = loss && 'hang' in loss && loss.hang.doing === 'compare';
  take({ kind: 'lost', loss: isPinned ? null : loss });
  if (isPinned) unpinHanging(loss.hang);
}

/** A pinned version that hangs would stop every run from now on. */
function unpinHanging({ what }: Hang): void {
  const pattern = what === null ? 'a pattern' : `the pattern ${what}`;
  notify({
    key: 'pinned',
    text: `The pinned version was unpinned: ${pattern} in it took too long on these events.`,
  });
  session.setState({ pinned: null });
}

/** The chosen event is passed on as it is: the engine knows how many events there are. */
function onScreen(): OnScreen {
  const { selected, document } = session.getState();
  return { event: selected, visible, also, open: [...openPanels.keys()], document };
}

/** Scrolling asks often; once per frame is enough. */
function lookSoon(): void {
  if (lookFrame) return;
  stirred();
  lookFrame = requestAnimationFrame(() => {
    lookFrame = 0;
    client?.look(onScreen());
  });
}

/** If the chosen event still has no explanation, asks for it once more, whatever became of the first request. */
function lookAgain(): void {
  const { outcome, running, stale } = results.getState();
  const { rule, events, selected } = session.getState();
  if (running || stale || outcome.info === null || outcome.rule !== rule || outcome.events !== events) return;
  if (outcome.verdicts.length === 0) return;
  const event = effectivelyChosen(selected, outcome.verdicts.length);
  const key = `${outcome.run} ${event}`;
  if (outcome.traces.has(event) || key === missed) return;
  missed = key;
  lookSoon();
}
