import { isObject } from './fields';
import { workWas } from './session';
import { forget, load, save } from './storage';

/*
 * Whether what is stored can be shown. A mark stands in the storage from when something is stored until it has been shown
 * whole, or the page is left. Who finds a mark whose page is gone knows that the page ended while it showed what is stored.
 */

interface Mark {
  readonly page: string;
  /** In milliseconds since 1970; 0 where the page itself says that it failed. */
  readonly since: number;
}

const KEY = 'trial';
/** A page that is still there, and has been starting for longer, hangs. */
const LONGEST_START = 20_000;

const page = `sigma-playground.${Date.now()}.${Math.random()}`;

/** True where a page ended, or hangs, while it showed what is stored. From now on others see that this page is there. */
export async function hasEnded(): Promise<boolean> {
  const mark = load(KEY, readMark, workWas.shelf);
  // Held until this page is gone. A browser that keeps nothing for the page has no locks for it either.
  navigator.locks?.request(page, () => new Promise(() => {})).catch(() => {});
  if (!mark) return false;
  return Date.now() - mark.since > LONGEST_START || !(await isThere(mark.page));
}

async function isThere(name: string): Promise<boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some((lock) => lock.name === name);
  } catch {
    return false;
  }
}

/** What is stored has not been shown yet. */
export function beginTrial(): void {
  mark(Date.now());
}

/** The page failed over what is stored: it is not shown again by itself, whatever becomes of this page. */
export function failTrial(): void {
  mark(0);
}

/** Both this tab and the browser keep the work, so both have the mark. */
function mark(since: number): void {
  for (const shelf of ['tab', 'browser'] as const) save(KEY, { page, since } satisfies Mark, shelf);
}

/** What is stored has been shown, or the page was left in order. */
export function endTrial(): void {
  forget(KEY, 'tab');
  // Another tab may be showing its own by now.
  if (load(KEY, readMark)?.page === page) forget(KEY);
}

function readMark(value: unknown): Mark | undefined {
  if (!isObject(value) || typeof value.page !== 'string' || typeof value.since !== 'number') return undefined;
  return { page: value.page, since: value.since };
}
