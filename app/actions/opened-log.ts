import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { session, useSession } from '../state/session';
import type { ReadLog } from '../workers/evtx/protocol';

/** An event log that the text's events came from, with its problems. */
export interface OpenedLog extends Omit<ReadLog, 'text'> {
  readonly name: string;
  /** True if other files were opened together with it. */
  readonly among: boolean;
}

/** The logs that a text came from. */
interface Opened {
  readonly text: string;
  readonly logs: readonly OpenedLog[];
}

/** By sheet. */
export const openedLogs = createStore<ReadonlyMap<string, Opened>>(() => new Map());
const NONE: readonly OpenedLog[] = [];

session.subscribe(({ sheet, events }) => {
  const of = openedLogs.getState().get(sheet);
  if (!of || of.text === events) return;
  const rest = new Map(openedLogs.getState());
  rest.delete(sheet);
  openedLogs.setState(rest, true);
});

/** Remembers which logs the events' text of the chosen sheet came from, until the text changes. */
export function remember(logs: readonly (ReadLog & { readonly name: string })[], among: boolean): void {
  const { sheet, events: text } = session.getState();
  const told = logs.map(({ name, records, problems, problemCount }) => ({
    name,
    among,
    records,
    problems,
    problemCount,
  }));
  openedLogs.setState(new Map(openedLogs.getState()).set(sheet, { text, logs: told }), true);
}

/** The logs that the events of the chosen sheet came from, as long as no event has been edited. */
export function useOpenedLogs(): readonly OpenedLog[] {
  const sheet = useSession((s) => s.sheet);
  return useStore(openedLogs, (all) => all.get(sheet)?.logs ?? NONE);
}
