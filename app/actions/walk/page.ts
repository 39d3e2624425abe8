import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LivePanel, OnScreen } from '../../../src/live';
import { effectivelyChosen } from '../../results/chosen';
import { Connection } from '../../results/connection';
import { NO_RESULTS, type Results, stoppedKey } from '../../results/outcome';
import type { Session } from '../../state/session';
import type { Sight } from './shown';
import { AT_ONCE, type Pace, rest, Threads } from './world';

/** A page without a browser: its state, its connection, its engine. */
export class PageState {
  readonly threads: Threads;
  readonly connection: Connection;
  private readonly ends: (() => void)[] = [];
  private readonly panels = new Map<LivePanel, () => void>();
  visible: OnScreen['visible'] = null;
  also: readonly number[] = [];
  /** The list of variants is open. */
  varies = false;
  /** What the list of variants depends on, as it was at its last look. */
  private seen = '';

  constructor(
    pace: Pace,
    readonly session: StoreApi<Session>,
    readonly results: StoreApi<Results>,
  ) {
    this.threads = new Threads(pace);
    this.connection = new Connection(session, results);
    this.ends.push(this.connection.start(this.threads));
    this.ends.push(
      results.subscribe(() => this.vary()),
      session.subscribe(() => this.vary()),
    );
  }

  get isIdle(): boolean {
    return this.connection.isIdle && this.threads.waiting === 0;
  }

  get sight(): Sight {
    const { selected } = this.session.getState();
    return { selected, also: this.also, open: [...this.panels.keys()], varied: this.varies };
  }

  show(visible: OnScreen['visible'], also: readonly number[]): void {
    this.visible = visible;
    this.also = also;
    this.connection.lookAt(visible);
    this.connection.lookAlso(also);
  }

  toggle(panel: LivePanel): void {
    const close = this.panels.get(panel);
    if (close) {
      close();
      this.panels.delete(panel);
    } else this.panels.set(panel, this.connection.openPanel(panel));
  }

  /** Opens the list of variants, or closes it. */
  toggleVariants(): void {
    this.varies = !this.varies;
    this.seen = '';
    this.vary();
  }

  close(): void {
    for (const end of this.ends) end();
  }

  /** As the panel does: it asks whenever something that it shows has changed, and there are no variants. */
  private vary(): void {
    if (!this.varies) return;
    const { outcome, running, stale } = this.results.getState();
    const event = effectivelyChosen(this.session.getState().selected, outcome.verdicts.length);
    const variants = outcome.variants.get(event);
    const stopped = outcome.stopped.get(stoppedKey('vary', event));
    const now = JSON.stringify([event, outcome.run, running, stale, variants, stopped]);
    if (now === this.seen) return;
    this.seen = now;
    if (!running && !stale && variants === undefined && stopped === undefined)
      this.connection.lookAtVariants(event);
  }
}

const known = new Map<string, Results>();

/** What a fresh page gives for the texts and choices of `page`, with `rule` and `events` in place of its own. */
export async function freshResults(page: PageState, texts: Partial<Session> = {}): Promise<Results> {
  const session = { ...page.session.getState(), ...texts };
  const { rule, events, settings, ruleName, selected, document, pinned } = session;
  const { open, also, varied } = page.sight;
  const key = JSON.stringify([
    [rule, events, settings, ruleName, selected, document, pinned],
    [page.visible, also, open, varied],
  ]);
  const before = known.get(key);
  if (before) return before;
  const store = createStore<Results>(() => NO_RESULTS);
  const fresh = new PageState(
    AT_ONCE,
    createStore<Session>(() => session),
    store,
  );
  fresh.show(page.visible, also);
  for (const panel of open) fresh.toggle(panel);
  if (varied) fresh.toggleVariants();
  await rest(() => fresh.isIdle);
  fresh.close();
  known.set(key, store.getState());
  return store.getState();
}
