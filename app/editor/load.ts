import { breathe } from '../../src/turns';
import { LoadError } from '../guard/why-not-loaded';

/** What makes editors. */
export type Create = typeof import('./create');

/**
 * Loads Monaco, and what makes editors of it. It comes in parts: the browser evaluates each, and keeps what it has compiled
 * of it, in a task of its own. All in one held the page for 100 ms.
 */
export async function loadEditors(): Promise<Create> {
  try {
    await import('./monaco-base');
    await breathe();
    await import('./monaco-core');
    await breathe();
    await import('./monaco-features');
    await breathe();
    return await import('./create');
  } catch (cause) {
    throw new LoadError(cause);
  }
}

let last: Promise<unknown> = Promise.resolve();

/** Does `work` in a task of its own, after what was given before. Rejects with what it throws. */
export function inTurn(work: () => void): Promise<void> {
  const turn = last.then(breathe).then(work);
  last = turn.catch(() => {});
  return turn;
}
