import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** A short message to the user, with what to do about it. */
export interface Notice {
  readonly id: number;
  /** A notice with the same key replaces an older one. */
  readonly key: string;
  readonly text: string;
  readonly action?: NoticeAction;
  /** Another way on. */
  readonly also?: NoticeAction;
}

/** A button of a notice, which closes it. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** The notices shown, oldest first. Outside React, read them through `notices.getState()`. */
export const notices = createStore<readonly Notice[]>(() => []);
let last = 0;

/** Shows a notice. With `for`, it disappears after that many milliseconds. */
export function notify(notice: Omit<Notice, 'id'> & { readonly for?: number }): void {
  const id = ++last;
  notices.setState((all) => [...all.filter((n) => n.key !== notice.key), { ...notice, id }], true);
  if (notice.for) setTimeout(() => dismiss(id), notice.for);
}

/** Removes a notice. */
export function dismiss(id: number): void {
  notices.setState((all) => all.filter((n) => n.id !== id), true);
}

/** Removes the notice with this key, if it is still shown. */
export function dismissKey(key: string): void {
  notices.setState((all) => all.filter((n) => n.key !== key), true);
}

/** The notices shown, oldest first. */
export function useNotices(): readonly Notice[] {
  return useStore(notices);
}
