import type { AuthorAnswer, AuthorAsk, Synthesis, Target } from '../../src/authoring';
import type { LivePanel } from '../../src/live';
import { notify } from '../ui/notices';
import { EngineClient, type Hang } from '../workers/engine/client';
import type { Look, SeenQuestion, SeenValue, Settings } from '../workers/engine/protocol';
import engineAddress from '../workers/engine/worker?worker&url';
import { startWorker } from '../workers/trusted';
import { effectivelyChosen } from './chosen';
import { beginRun, giveUp, takeIn } from './results';

/*
 * Joins what the person typed to the engine and the engine to what is shown. The session is handed in, so that this
 * folder does not depend on it.
 */

/** What of the session a run depends on. */
export interface Asked {
  readonly rule: string;
  readonly events: string;
  readonly settings: Settings;
  readonly selected: number;
  readonly document: number;
  /** What the rule's text is called. */
  readonly ruleName: string;
  /** The version of the rule to compare with. */
  readonly pinned: string | null;
}

/** A store of what is asked: zustand's `getState` and `subscribe`. */
export interface AskedStore {
  getState(): Asked;
  setState(part: { readonly pinned: null }): void;
  subscribe(listener: (now: Asked, before: Asked) => void): () => void;
}

const PATIENCE = 2000;
/** Milliseconds after which a suggestion comes too late. */
const SOON = 400;

let client: EngineClient | null = null;
let store: AskedStore | null = null;
let fileNameOf: (ruleName: string) => string | undefined = () => undefined;
let hearAuthored: (answer: AuthorAnswer, ask: AuthorAsk) => void = () => {};
let visible: Look['visible'] = null;
let also: readonly number[] = [];
/** The panels on screen, by how many components show them. */
const openPanels = new Map<LivePanel, number>();
let lookFrame = 0;

/**
 * Starts the engine and keeps it fed from `asked`. `nameOf` gives the name of the file that a rule came from; undefined where
 * its text has a name only so that it can be saved.
 */
export function connect(asked: AskedStore, nameOf: (ruleName: string) => string | undefined): void {
  fileNameOf = nameOf;
  store = asked;
  client = new EngineClient({
    start: () => startWorker(engineAddress, 'sigma-engine'),
    onRun: beginRun,
    onResponse: (response) => {
      if (response.kind === 'made') hearMade?.(response.synthesis);
      else if (response.kind === 'authored') hearAuthored(response.answer, response.ask);
      else takeIn(response);
    },
    onHang: (hang) => (hang.pinned ? unpinHanging(hang) : giveUp({ hang })),
    onCrash: (failure) => giveUp({ failure }),
    patience: patience(PATIENCE),
  });
  ask();
  asked.subscribe((now, before) => {
    const same = now.rule === before.rule && now.events === before.events;
    if (
      !same ||
      now.settings !== before.settings ||
      now.ruleName !== before.ruleName ||
      now.pinned !== before.pinned ||
      now.document !== before.document
    )
      ask();
    else if (now.selected !== before.selected) lookSoon();
  });
}

/** Runs the rule again though it had to be stopped. */
export function runAgain(): void {
  client?.forgive();
  ask();
}

let hearMade: ((made: Synthesis) => void) | null = null;

/** Asks the engine for an event that matches through `target`; false where it is at work on a newer text. */
export function askForEvent(target: Target, then: (made: Synthesis) => void): boolean {
  hearMade = then;
  return client?.make(target) ?? false;
}

/** The stretch of the events' text that the editor shows has changed. */
export function lookAt(range: Look['visible']): void {
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

/** A panel is on screen, from now until the function that is returned is called. */
export function openPanel(panel: LivePanel): () => void {
  const shown = openPanels.get(panel) ?? 0;
  openPanels.set(panel, shown + 1);
  if (shown === 0) lookSoon();
  return () => {
    const left = (openPanels.get(panel) ?? 1) - 1;
    // The engine hears of it with the next look or run; until then nothing is made for it that is not made already.
    if (left === 0) openPanels.delete(panel);
    else openPanels.set(panel, left);
  };
}

/** What the newest run depends on; null before the page is connected. */
export function askedNow(): Asked | null {
  return store?.getState() ?? null;
}

/** What stands in the events; nothing where the engine is too busy to say so soon enough for somebody who types. */
export async function seen(question: SeenQuestion): Promise<readonly SeenValue[]> {
  const late = new Promise<readonly SeenValue[]>((resolve) => setTimeout(() => resolve([]), SOON));
  return client ? Promise.race([client.seen(question), late]) : [];
}

/** Asks the engine to write something from the events; `onAuthored` hears the answer. False where it cannot be asked now. */
export function askAuthor(ask: AuthorAsk): boolean {
  return client?.author(ask) ?? false;
}

/** Who hears what the engine wrote. */
export function onAuthored(listener: (answer: AuthorAnswer, ask: AuthorAsk) => void): void {
  hearAuthored = listener;
}

/** The variants of an event's command line are to be shown. */
export function lookAtVariants(event: number): void {
  client?.vary(event);
}

function ask(): void {
  if (!store) return;
  const { rule, events, settings, ruleName, pinned } = store.getState();
  const fileName = fileNameOf(ruleName);
  const all = {
    ...settings,
    ...(fileName ? { fileName } : {}),
    ...(pinned === null ? {} : { pinned }),
  };
  client?.run({ rule, events, settings: all, look: look() });
}

/** A pinned version that hangs would stop each run from now on. */
function unpinHanging({ what }: Hang): void {
  const pattern = what === null ? 'a pattern' : `the pattern ${what}`;
  notify({
    key: 'pinned',
    text: `The pinned version was unpinned: ${pattern} in it did not come to an end on these events.`,
  });
  store?.setState({ pinned: null });
}

function look(): Look {
  const open = [...openPanels.keys()];
  if (!store) return { event: null, visible, also, open };
  const { selected, document } = store.getState();
  return { event: effectivelyChosen(selected), visible, also, open, document };
}

/** Scrolling asks often; once per frame is enough. */
function lookSoon(): void {
  if (lookFrame) return;
  lookFrame = requestAnimationFrame(() => {
    lookFrame = 0;
    client?.look(look());
  });
}

/** Tests shorten the wait with `?patience=300`; it never grows beyond the usual. */
export function patience(usual: number): number {
  const asked = Number(new URLSearchParams(location.search).get('patience'));
  return asked >= 50 && asked < usual ? asked : usual;
}
