import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Something said to the person in passing, with at most one thing to do about it. */
export interface Notice {
  readonly id: number;
  /** A notice with the same key takes the place of an older one. */
  readonly key: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const notices = createStore<readonly Notice[]>(() => []);
let last = 0;

/** Shows a notice; with `for` it goes by itself after so many milliseconds. */
export function notify(notice: Omit<Notice, 'id'> & { readonly for?: number }): void {
  const id = ++last;
  notices.setState((all) => [...all.filter((n) => n.key !== notice.key), { ...notice, id }], true);
  if (notice.for) setTimeout(() => dismiss(id), notice.for);
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  notices.setState((all) => all.filter((n) => n.id !== id), true);
}

/** Takes the notice with this key away, if it is still on show. */
export function dismissKey(key: string): void {
  notices.setState((all) => all.filter((n) => n.key !== key), true);
}

/** The notices on show, oldest first. */
export function useNotices(): readonly Notice[] {
  return useStore(notices);
}
