import { isTold } from '../guard/why-not-loaded';
import { PANELS } from './LowTabs';
import { REFERENCE } from './Reference';
import { STRIP } from './sheets/SheetRow';

/*
 * What a learner may come to in a lesson, and what writing one needs. It is loaded with the course, so that from then on
 * no network is needed; each part says itself where it is missing.
 */

const PANELS_OF_LESSONS = ['explain', 'matches', 'tests', 'problems', 'correlations', 'rule'] as const;

/** What is no part of the page by itself. */
const OTHERS: readonly (() => Promise<unknown>)[] = [
  () => import('../panels/problems/Explanation'),
  () => import('../editor/assist/answers'),
  () => import('../ui/ChoiceMenu'),
  () => import('../reference/look-up'),
  // The pictures of Monaco's buttons; a browser asks for them when it draws the first.
  () => document.fonts.load('16px codicon'),
];

/** Loads all of it, one after the other: what is wanted at once goes first. */
export async function loadWithLearn(): Promise<void> {
  await STRIP.prepare();
  await import('../state/history').catch(isTold);
  for (const id of PANELS_OF_LESSONS) await PANELS[id].part.prepare();
  await REFERENCE.loaded().catch(isTold);
  for (const load of OTHERS) await load().catch(isTold);
}
