import { KEPT } from '../../../src/limits';
import type { KeptState } from './kept-state';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How much is kept at most. */
export const LIMITS = { states: KEPT.states.value, bytes: KEPT.stateBytes.value };

/** What thinning out looks at. */
export type Thinned = Pick<
  KeptState,
  'id' | 'at' | 'why' | 'starred' | 'rule' | 'events' | 'ruleBytes' | 'eventsBytes'
>;

/**
 * The ids of the states that go. All states of the last hour stay, the newest of each hour of the last day, the newest of
 * each day before, all that are starred, and all that are kept in the storage's stead: a sheet may be nowhere else.
 * Beyond a limit the oldest go first; starred ones and the newest never do.
 */
export function thinOut(states: readonly Thinned[], now: number, limits = LIMITS): Set<string> {
  const newestFirst = [...states].sort((a, b) => b.at - a.at);
  const going = new Set<string>();
  const taken = new Set<string>();
  for (const { id, at, why, starred } of newestFirst) {
    const slot = slotOf(at, now);
    if (starred || why === 'full' || why === 'long' || slot === null) continue;
    if (taken.has(slot)) going.add(id);
    taken.add(slot);
  }
  const staying = newestFirst.filter(({ id }) => !going.has(id));
  const texts = textsOf(staying);
  let bytes = [...texts.values()].reduce((sum, text) => sum + text.bytes, 0);
  let count = staying.length;
  for (const state of staying.slice(1).reverse()) {
    if (count <= limits.states && bytes <= limits.bytes) break;
    if (state.starred) continue;
    going.add(state.id);
    count--;
    for (const key of [state.rule, state.events]) {
      const text = texts.get(key);
      if (text && --text.uses === 0) bytes -= text.bytes;
    }
  }
  return going;
}

/** How many bytes the texts of the states take; a text that several have counts once. */
export function bytesOf(states: readonly Thinned[]): number {
  return [...textsOf(states).values()].reduce((sum, text) => sum + text.bytes, 0);
}

/** Of the states that share a slot one stays; null where all stay. */
function slotOf(at: number, now: number): string | null {
  const age = now - at;
  if (age <= HOUR) return null;
  return age <= DAY ? `hour ${Math.floor(at / HOUR)}` : `day ${Math.floor(at / DAY)}`;
}

function textsOf(states: readonly Thinned[]): Map<string, { uses: number; readonly bytes: number }> {
  const texts = new Map<string, { uses: number; readonly bytes: number }>();
  const add = (key: string, bytes: number) => {
    const known = texts.get(key);
    if (known) known.uses++;
    else texts.set(key, { uses: 1, bytes });
  };
  for (const { rule, events, ruleBytes, eventsBytes } of states) {
    add(rule, ruleBytes);
    add(events, eventsBytes);
  }
  return texts;
}
