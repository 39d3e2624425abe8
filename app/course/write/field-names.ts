import type { PlaceName } from '../../../src/teach';
import type { DraftLesson } from './draft';

const FIELDS: ReadonlyMap<string | number | undefined, string> = new Map([
  ['title', 'The title'],
  ['teaches', 'What it teaches'],
  ['text', 'The text'],
  ['goal', 'The goal'],
  ['rule', 'The rule to begin with'],
  ['events', 'The list of events'],
]);

/** What the form calls the parts of a lesson; for those that the form does not have, null. */
export function fieldNames({ events }: Pick<DraftLesson, 'events'>): PlaceName {
  const held = events.flatMap(({ isHeld }, i) => (isHeld ? [i + 1] : []));
  return ([part, at, key]) => {
    if (at === undefined) return FIELDS.get(part) ?? null;
    const number = Number(at) + 1;
    if (part === 'solutions') return key === 'does' ? `What solution ${number} does` : `Solution ${number}`;
    if (part === 'hints') return `Hint ${number}`;
    if (part !== 'held' || key === undefined) return null;
    return key === 'kind' ? `The kind of event ${held[number - 1]}` : `Event ${held[number - 1]}`;
  };
}
