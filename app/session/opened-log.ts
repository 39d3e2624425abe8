import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ReadLog } from '../engine/open-log';
import { session } from './session';

/** The event log that the events' text came from, with what was wrong with it. */
export interface OpenedLog extends Omit<ReadLog, 'text'> {
  readonly name: string;
}

const opened = createStore<{ readonly log: OpenedLog | null }>(() => ({ log: null }));
let forget = () => {};

/** Remembers where the events' text came from, for as long as it stays as it is. */
export function remember(name: string, { records, problems, problemCount }: ReadLog): void {
  forget();
  opened.setState({ log: { name, records, problems, problemCount } });
  const text = session.getState().events;
  forget = session.subscribe(({ events }) => {
    if (events === text) return;
    forget();
    opened.setState({ log: null });
  });
}

/** The log that the events were read from, while they are as they were read. */
export function useOpenedLog(): OpenedLog | null {
  return useStore(opened, (state) => state.log);
}
