import type { Repair } from '../../../src/authoring';

/** The engine names at most this many events of each kind. */
const MOST_NAMED = 20;
const MAX_NAMED = 6;

/** On how many events a change was tried. */
export function triedOn({ tried }: Repair): string {
  return `tried on ${tried.toLocaleString('en')} ${tried === 1 ? 'event' : 'events'}`;
}

/** What a change does to the events other than `event`, for which it is proposed. */
export function consequence({ gained, lost }: Repair, event: number): string {
  const others = gained.filter((other) => other !== event);
  const won =
    others.length > 0
      ? `${named(others, gained.length >= MOST_NAMED)} would match too.`
      : 'Only this event would match.';
  if (lost.length === 0) return won;
  const gone = `${named(lost, lost.length >= MOST_NAMED)} would no longer match.`;
  // Beside lost events, "only" would read as if those were the others that match.
  return others.length > 0 ? `${won} ${gone}` : `No other event would start to match. ${gone}`;
}

/** What a change that catches a variant does to the existing events. */
export function besides({ gained, lost, tried }: Repair): string {
  const won = gained.length > 0 ? [`${named(gained, gained.length >= MOST_NAMED)} would match too.`] : [];
  const gone = lost.length > 0 ? [`${named(lost, lost.length >= MOST_NAMED)} would no longer match.`] : [];
  const said = [...won, ...gone];
  if (said.length > 0) return said.join(' ');
  return tried === 1 ? 'The event still matches.' : 'No other verdict changes.';
}

/** `Event 2`, `Events 2, 4 and 7`; of many, the first few. */
function named(events: readonly number[], open: boolean): string {
  const numbers = events.slice(0, MAX_NAMED).map((event) => String(event + 1));
  const rest = events.length - numbers.length;
  if (rest > 0) numbers.push(`${open ? 'at least ' : ''}${rest} more`);
  const last = numbers.pop() ?? '';
  return numbers.length > 0 ? `Events ${numbers.join(', ')} and ${last}` : `Event ${last}`;
}
