import type { Repair } from '../../../src/authoring';
import type { ExpectedEvent } from '../../results/expectations';

const MAX_NAMED = 6;

/** How many of the events a change lets in, of all that it was tried on. */
export function letsIn({ counts, tried }: Repair): string {
  return `lets in ${counts.gained.toLocaleString('en')} of ${tried.toLocaleString('en')} ${tried === 1 ? 'event' : 'events'}`;
}

/** What a change does to the events other than `event`, for which it is proposed. */
export function consequence({ gained, lost, counts }: Repair, event: number): string {
  const others = gained.filter((other) => other !== event);
  const won =
    others.length > 0
      ? `${named(others, counts.gained - 1)} would match too.`
      : 'No other event would start to match.';
  if (lost.length === 0) return won;
  return `${won} ${named(lost, counts.lost)} would no longer match.`;
}

/** Which tests a change would break: those of events whose verdict it makes another than the expected one. */
export function brokenWords(
  { gained, lost, counts }: Repair,
  expected: readonly Pick<ExpectedEvent, 'event' | 'expected'>[],
): string {
  const of = (wanted: ExpectedEvent['expected'], changed: readonly number[]) => {
    const events = new Set(changed);
    return expected.flatMap((one) => (one.expected === wanted && events.has(one.event) ? [one.event] : []));
  };
  const broken = [...of('no match', gained), ...of('match', lost)].sort((a, b) => a - b);
  if (broken.length > 0) return `${named(broken, broken.length)} would fail: the tests expect otherwise.`;
  const isCut = gained.length < counts.gained || lost.length < counts.lost;
  return isCut && expected.length > 0 ? 'Not all of the tests were looked at.' : '';
}

/** What a change that catches a variant does to the events as they are. */
export function besides({ gained, lost, counts, tried }: Repair): string {
  const won = gained.length > 0 ? [`${named(gained, counts.gained)} would match too.`] : [];
  const gone = lost.length > 0 ? [`${named(lost, counts.lost)} would no longer match.`] : [];
  const said = [...won, ...gone];
  if (said.length > 0) return said.join(' ');
  return tried === 1 ? 'The event still matches.' : 'No other verdict changes.';
}

/** `Event 2`, `Events 2, 4 and 7`; of many the first few. */
function named(events: readonly number[], count: number): string {
  const numbers = events.slice(0, MAX_NAMED).map((event) => String(event + 1));
  const rest = count - numbers.length;
  if (rest > 0) numbers.push(`${rest.toLocaleString('en')} more`);
  const last = numbers.pop() ?? '';
  return numbers.length > 0 ? `Events ${numbers.join(', ')} and ${last}` : `Event ${last}`;
}
