import type { AuthorAnswer, AuthorAsk, Synthesis, Target } from '../../src/authoring';
import type { Paper } from '../../src/export';
import type { SeenValue } from '../../src/language';
import type { LivePanel, LivePaperAsk, LiveRedactAsk, OnScreen, SeenQuestion } from '../../src/live';
import type { Redaction } from '../../src/redact';
import type { Tried, TryAsk } from '../../src/teach';
import { session } from '../state/session';
import { notify } from '../ui/notices';
import type { EngineEnd, Hang } from '../workers/engine/client';
import engineAddress from '../workers/engine/worker?worker&url';
import { patience } from '../workers/patience';
import { startWorker } from '../workers/trusted';
import { Connection } from './connection';
import { watchRest } from './resting';
import { results } from './results';

/*
 * The page's own connection of the user's texts to the engine.
 */

const PATIENCE = 10_000;
const PATTERN_PATIENCE = 2000;
/** Milliseconds after which a suggestion is too late. */
const SOON = 400;

/** Called when something is asked, so that the page does not count as at rest. */
let stirred = () => {};
const page = new Connection(session, results, () => stirred());

/** Starts the engine and keeps sending it the user's texts. */
export function connect(): void {
  stirred = watchRest(() => page.isIdle);
  page.start({
    start: () => startWorker(engineAddress, 'sigma-engine'),
    patience: patience(PATTERN_PATIENCE, PATIENCE),
    onFrame: (call) => requestAnimationFrame(call),
    onUnpinned: tellUnpinned,
  });
  results.subscribe(() => stirred());
  session.subscribe(() => stirred());
  stirred();
}

/** Runs the rule again, although its last run had to be stopped. */
export function runAgain(): void {
  page.runAgain();
}

/** Asks the engine for an event that matches through `target`; superseded by a newer text or another sheet. */
export async function askForEvent(target: Target): Promise<EngineEnd<Synthesis | null>> {
  return page.client ? ofSheet(page.client.make(target)) : { how: 'superseded' };
}

/** The visible part of the events' text has changed. */
export function lookAt(range: OnScreen['visible']): void {
  page.lookAt(range);
}

/** The events whose traces a list shows have changed. */
export function lookAlso(events: readonly number[]): void {
  page.lookAlso(events);
}

/** Declares that a panel is on screen until the returned function is called. */
export function openPanel(panel: LivePanel): () => void {
  return page.openPanel(panel);
}

/** Values in the events; empty if the engine is too busy to answer in time for somebody who types. */
export async function seen(question: SeenQuestion): Promise<readonly SeenValue[]> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), SOON));
  const end = page.client && (await Promise.race([page.client.seen(question), late]));
  return end?.how === 'answered' ? end.answer : [];
}

/** Milliseconds between two looks at whether anything is still on its way. */
const IDLE_AFTER = 200;

/**
 * Waits until the engine has read the texts of the page, for what a user asks right after an edit. False if they are
 * replaced meanwhile, or cannot be read.
 */
export function untilRead(): Promise<boolean> {
  const { sheet, rule, events } = session.getState();
  return new Promise((resolve) => {
    let idle = 0;
    const end = (isRead: boolean) => {
      clearInterval(timer);
      for (const stop of stops) stop();
      resolve(isRead);
    };
    const look = () => {
      const now = session.getState();
      const { outcome, running } = results.getState();
      if (now.sheet !== sheet || now.rule !== rule || now.events !== events) end(false);
      else if (!running && outcome.events === events) end(true);
    };
    const stops = [results.subscribe(look), session.subscribe(look)];
    // What the engine has said reaches the results a little later: only the second look of two tells.
    const timer = setInterval(() => {
      idle = page.isIdle && !results.getState().running ? idle + 1 : 0;
      if (idle > 1) end(false);
    }, IDLE_AFTER);
    look();
  });
}

/** Asks the engine to write something from the events; superseded if it cannot be asked now. */
export async function askAuthor(ask: AuthorAsk): Promise<EngineEnd<AuthorAnswer | null>> {
  return page.client ? ofSheet(page.client.author(ask)) : { how: 'superseded' };
}

/** What was asked in one sheet is of no use in another. */
async function ofSheet<T>(asked: Promise<EngineEnd<T>>): Promise<EngineEnd<T>> {
  const { sheet } = session.getState();
  const end = await asked;
  return sheet === session.getState().sheet ? end : { how: 'superseded' };
}

/** Asks the engine for events with made-up names, the same in all texts; a newer request supersedes it. */
export async function askRedacted(asks: readonly LiveRedactAsk[]): Promise<EngineEnd<readonly Redaction[]>> {
  return page.client ? page.client.apart('redact', asks) : { how: 'superseded' };
}

/** Asks the engine for what is to be exported; a newer request supersedes it. */
export async function askPaper(ask: LivePaperAsk): Promise<EngineEnd<Paper>> {
  return page.client ? page.client.apart('paper', ask) : { how: 'superseded' };
}

/** Asks the engine to grade a try of a lesson, with help if that is asked; a newer try supersedes it. */
export async function askTry(ask: TryAsk): Promise<EngineEnd<Tried>> {
  return page.client ? page.client.apart('try', ask) : { how: 'superseded' };
}

/** Requests the variants of an event's command line. */
export function lookAtVariants(event: number): void {
  page.lookAtVariants(event);
}

function tellUnpinned({ what }: Hang): void {
  const pattern = what === null ? 'a pattern' : `the pattern ${what}`;
  notify({
    key: 'pinned',
    text: `The pinned version was unpinned: ${pattern} in it took too long on these events.`,
  });
}
