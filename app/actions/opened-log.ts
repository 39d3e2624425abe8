import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { session } from '../state/session';
import type { ReadLog } from '../workers/evtx/protocol';

/** An event log that events of the text came from, with what was wrong with it. */
export interface OpenedLog extends Omit<ReadLog, 'text'> {
  readonly name: string;
  /** True where other files were opened with it. */
  readonly among: boolean;
}

const opened = createStore<readonly OpenedLog[]>(() => []);
let forget = () => {};

/** Remembers the logs that the events' text came from, for as long as it stays as it is. */
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

/** The logs that events were read from, while all events are as they were read. */
export function useOpenedLogs(): readonly OpenedLog[] {
  return useStore(opened);
}
