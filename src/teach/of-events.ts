import { type ItemTrace, missWords, operatorWords, summaryWords } from '../match';
import { code, joinWords, prose, say, type Words } from '../text';
import type { ShownResult } from './grade';
import { toEnd } from './grade';
import type { Obstacle } from './hint';
import { judgeSteps, ready } from './judge';
import type { HeldRule } from './lesson';
import { eventName, explained, type Scene } from './scene';
import { causeItem, keyOf, matchingItems, notExcluded } from './veiled';

/*
 * What stands in the way of events that the learner writes for a given rule.
 */

/** The most values of an item that are told. */
const MOST_VALUES = 3;

/** What an item asks for: `Image` ends with `'a'` or `'b'`. */
function askedWords(item: ItemTrace): Words {
  const { values, all, field } = item;
  const some = values.slice(0, MOST_VALUES).map(({ written }) => code(written));
  const rest = values.length > some.length ? `, … (${values.length} values)` : '';
  return say`${fieldWords(field)} ${operatorWords(item, 1)} ${joinWords(some, all ? ' and ' : ' or ')}${rest}`;
}

/** An event of which the rule says something else than is wanted. */
export function writtenObstacle(scene: Scene, { event, expected }: ShownResult): Obstacle | null {
  const about = `event ${event + 1}`;
  const slice = scene.slices[event];
  if (!slice) return missing(event, scene.slices.length);
  if (!slice.event) {
    const says = slice.message;
    return plainObstacle(about, event, say`${eventName(event)} cannot be read.`, says);
  }
  const found = explained(scene.rule, slice.event);
  if (!found) return null;
  const { trace } = found;
  if (expected === 'match') {
    const item = causeItem(trace);
    return {
      ...plainObstacle(
        about,
        event,
        item
          ? say`${eventName(event)} does not match yet. Look at its ${fieldWords(item.item.field)}.`
          : say`${eventName(event)} does not match yet.`,
        summaryWords(trace),
      ),
      places: trace.causes.slice(0, 1).map((cause) => cause.item),
      write: () => (item ? say`The rule asks: ${askedWords(item.item)}.` : null),
    };
  }
  const kept = notExcluded(trace);
  if (kept) {
    const { item, selection, miss } = kept;
    return {
      ...plainObstacle(
        about,
        event,
        say`${eventName(event)} still matches. Look at its ${fieldWords(item.field)}.`,
        say`${summaryWords(trace)} ${code(selection)} does not exclude it: ${missWords(miss)}`,
      ),
      places: [item.rule],
      write: () => say`What ${code(selection)} asks: ${askedWords(item)}.`,
    };
  }
  const items = matchingItems(trace);
  return {
    ...plainObstacle(
      about,
      event,
      items[0]
        ? say`${eventName(event)} still matches. Look at its ${fieldWords(items[0].field)}.`
        : say`${eventName(event)} still matches.`,
      say`${summaryWords(trace)} ${joinWords(
        items.slice(0, 3).map((item) => code(keyOf(item))),
        ', ',
      )} ${items.length === 1 ? 'fits it, and must not' : 'fit it. One of them must not'}.`,
    ),
    places: items.map(({ rule }) => rule),
  };
}

function missing(event: number, count: number): Obstacle {
  return plainObstacle(
    `event ${event + 1}`,
    null,
    say`There is no event ${event + 1}.`,
    say`The text has ${count === 1 ? '1 event' : `${count} events`}. Write one more.`,
  );
}

/** Events that are no longer what they must be, as another rule sees them. */
export function unlikeObstacle(scene: Scene, { kind, tip, rule, expected }: HeldRule): Obstacle {
  const other = ready(rule, scene.lesson.settings, scene.options.onPattern);
  const { verdicts } = toEnd(judgeSteps(other, scene.slices));
  const at = expected.findIndex((wanted, i) => wanted !== null && verdicts[i] !== wanted);
  const event = scene.slices[at]?.event;
  const trace = event && explained(other, event)?.trace;
  const field = trace && (causeItem(trace)?.item ?? matchingItems(trace)[0])?.field;
  return {
    ...plainObstacle(
      kind,
      at < 0 ? null : at,
      say`${eventName(Math.max(at, 0))} is not what it must be: ${kind}.`,
      field
        ? say`Its ${code(field)} does not say that.`
        : prose('What it does, or where it comes from, does not say that.'),
    ),
    tip,
  };
}

/** An obstacle for which the engine knows nothing to write. */
export function plainObstacle(about: string, event: number | null, where: Words, why: Words): Obstacle {
  return {
    about,
    event,
    places: [],
    where: () => where,
    why: () => why,
  };
}

function fieldWords(field: string | null): Words {
  return field === null ? ['values'] : [code(field)];
}
