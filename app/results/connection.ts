import type { StoreApi } from 'zustand/vanilla';
import type { LivePanel, OnScreen } from '../../src/live';
import { isSameForEngine, liveSettings } from '../state/fields';
import type { Session } from '../state/session';
import { EngineClient, type EngineLoss, type Hang } from '../workers/engine/client';
import type { EngineBeacon } from '../workers/engine/protocol';
import type { Patience, WatchedOptions, WorkerThread } from '../workers/watching';
import { effectivelyChosen } from './chosen';
import { feed, type Later } from './feed';
import { openedName } from './opened-name';
import type { Results } from './outcome';
import type { Message } from './run-state';

/** What a connection needs of the browser; a test brings its own. */
export interface Surroundings {
  readonly start: () => WorkerThread;
  readonly patience: Patience;
  readonly whenOver?: WatchedOptions<EngineBeacon>['whenOver'];
  /** Calls back once before the next paint. */
  readonly onFrame: (call: () => void) => void;
  /** Calls back after the messages that already wait. */
  readonly later?: Later;
  /** The pinned version was unpinned, because it hangs. */
  readonly onUnpinned: (hang: Hang) => void;
}

/**
 * Sends what the user typed and chose to the engine, and what the engine says to the results. Whatever changes is asked
 * for; a request that brought nothing is made once more.
 */
export class Connection {
  /** Null until the engine is started. */
  client: EngineClient | null = null;
  private visible: OnScreen['visible'] = null;
  private also: readonly number[] = [];
  /** The panels on screen, by how many components show them. */
  private readonly openPanels = new Map<LivePanel, number>();
  private willLook = false;
  private onFrame: Surroundings['onFrame'] = () => {};
  /** The last request for an event's explanation that brought nothing. */
  private missed = '';

  /** `onStir` is called when something is asked, so that the page does not count as at rest. */
  constructor(
    private readonly session: StoreApi<Session>,
    private readonly results: StoreApi<Results>,
    private readonly onStir: () => void = () => {},
  ) {}

  /** Starts the engine and keeps sending it the user's texts. Returns the function that ends both. */
  start(surroundings: Surroundings): () => void {
    const { session, results } = this;
    const { later, onFrame, start, patience, whenOver } = surroundings;
    this.onFrame = onFrame;
    let isOver = false;
    const take = feed((shown) => {
      if (!isOver) results.setState(shown, true);
    }, later);
    const client = new EngineClient({
      start,
      patience,
      ...(whenOver ? { whenOver } : {}),
      onStart: () => take({ kind: 'started' }),
      onAsked: () => take({ kind: 'asked' }),
      onRun: (run, question, again) => take({ kind: 'began', run, question, again }),
      onTold: (run, message) => take({ kind: 'told', run, message }),
      onEnd: (run, failure) => take({ kind: 'ended', run, failure }),
      onLoss: (loss) => this.lose(loss, take, surroundings),
    });
    this.client = client;
    take({ kind: 'typed', rule: session.getState().rule });
    this.ask();
    const ends = [
      session.subscribe((now, before) => {
        if (now.sheet !== before.sheet) {
          take({ kind: 'turned', rule: now.rule });
          client.turn();
        } else if (now.rule !== before.rule) take({ kind: 'typed', rule: now.rule });
        if (asksAnew(now, before)) this.ask();
        else if (now.selected !== before.selected) this.lookSoon();
      }),
      results.subscribe(() => this.lookAgain()),
    ];
    return () => {
      isOver = true;
      for (const end of ends) end();
      client.close();
      this.client = null;
    };
  }

  /** True while nothing is on its way to or from the engine. */
  get isIdle(): boolean {
    return !this.willLook && this.client?.isIdle === true;
  }

  /** Runs the rule again although it had to be stopped. */
  runAgain(): void {
    this.client?.forgive();
    this.ask();
  }

  /** The visible part of the events' text has changed. */
  lookAt(range: OnScreen['visible']): void {
    if (range?.start === this.visible?.start && range?.end === this.visible?.end) return;
    this.visible = range;
    this.lookSoon();
  }

  /** The events whose traces a list shows have changed. */
  lookAlso(events: readonly number[]): void {
    if (events.length === this.also.length && events.every((event, i) => event === this.also[i])) return;
    this.also = events;
    this.lookSoon();
  }

  /** Declares that a panel is on screen until the returned function is called. */
  openPanel(panel: LivePanel): () => void {
    const { openPanels } = this;
    const shown = openPanels.get(panel) ?? 0;
    openPanels.set(panel, shown + 1);
    if (shown === 0) this.lookSoon();
    return () => {
      const left = (openPanels.get(panel) ?? 1) - 1;
      // The engine learns of this with the next look or run; until then it makes nothing new for the panel.
      if (left === 0) openPanels.delete(panel);
      else openPanels.set(panel, left);
    };
  }

  /** Requests the variants of an event's command line. */
  lookAtVariants(event: number): void {
    this.onStir();
    this.client?.vary(event);
  }

  private ask(): void {
    const { rule, events, settings, ruleName, pinned, pinnedSpec } = this.session.getState();
    const fileName = openedName(ruleName);
    const all = {
      ...liveSettings(settings),
      ...(fileName ? { fileName } : {}),
      ...(pinned === null ? {} : { pinned, ...(pinnedSpec ? { pinnedSpec } : {}) }),
    };
    this.client?.ask({ rule, events, settings: all, screen: this.onScreen() });
  }

  private lose(
    loss: EngineLoss | null,
    take: (message: Message) => void,
    { onUnpinned }: Surroundings,
  ): void {
    // A pinned version that hangs would stop every run from now on.
    const pinned = loss && 'hang' in loss && loss.hang.doing === 'compare' ? loss.hang : null;
    take({ kind: 'lost', loss: pinned ? null : loss });
    if (!pinned) return;
    onUnpinned(pinned);
    this.session.setState({ pinned: null });
  }

  /** The chosen event is passed on as it is: the engine knows how many events there are. */
  private onScreen(): OnScreen {
    const { visible, also, openPanels } = this;
    const { selected, document } = this.session.getState();
    return { event: selected, visible, also, open: [...openPanels.keys()], document };
  }

  /** Scrolling asks often; once per frame is enough. */
  private lookSoon(): void {
    // Before the start there is nobody to ask: the first run takes what is on screen along.
    if (this.willLook || !this.client) return;
    this.onStir();
    this.willLook = true;
    this.onFrame(() => {
      this.willLook = false;
      this.client?.look(this.onScreen());
    });
  }

  /** If the chosen event still has no explanation, asks for it once more, whatever became of the first request. */
  private lookAgain(): void {
    const { outcome, running, stale } = this.results.getState();
    const { rule, events, selected } = this.session.getState();
    if (running || stale || outcome.info === null || outcome.rule !== rule || outcome.events !== events)
      return;
    if (outcome.verdicts.length === 0) return;
    const event = effectivelyChosen(selected, outcome.verdicts.length);
    const key = `${outcome.run} ${event}`;
    if (outcome.traces.has(event) || key === this.missed) return;
    this.missed = key;
    this.lookSoon();
  }
}

function asksAnew(now: Session, before: Session): boolean {
  return (
    now.sheet !== before.sheet ||
    now.rule !== before.rule ||
    now.events !== before.events ||
    !isSameForEngine(now.settings, before.settings) ||
    now.ruleName !== before.ruleName ||
    now.pinned !== before.pinned ||
    (now.pinned !== null && now.pinnedSpec !== before.pinnedSpec) ||
    now.document !== before.document
  );
}
