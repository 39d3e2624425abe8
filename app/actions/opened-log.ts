import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { session } from '../state/session';
import type { ReadLog } from '../workers/evtx/protocol';

/** An event log that the text's events came from, with its problems. */
export interface OpenedLog extends Omit<ReadLog, 'text'> {
  readonly name: string;
  /** True if other files were opened together with it. */
  readonly among: boolean;
}

const opened = createStore<readonly OpenedLog[]>(() => []);
let forget = () => {};

/** Remembers which logs the events' text came from, until the text changes. */
export function remember(logs: readonly (ReadLog & { readonly name: string })[], among: boolean): void {
  forget();
  opened.setState(
    logs.map(({ name, records, problems, problemCount }) => ({
      name,
      among,
      records,
      problems,
      problemCount,
    })),
    true,
  );
  const text = session.getState().events;
  forget = session.subscribe(({ events }) => {
    if (events === text) return;
    forget();
    opened.setState([], true);
  });
}

/** The logs that the events came from, as long as no event has been edited. */
export function useOpenedLogs(): readonly OpenedLog[] {
  return useStore(opened);
}
