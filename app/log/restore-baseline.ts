import { readString } from '../state/fields';
import { load } from '../state/storage';
import { BASELINE } from './baseline-state';

/** Takes the baseline up again that an earlier visit has kept. */
export async function restoreBaseline(): Promise<void> {
  if (!load(BASELINE, readString)) return;
  // A part that does not come is told by whoever watches over the page's files.
  const part = await import('./baseline').catch(() => null);
  await part?.takeUp();
}
