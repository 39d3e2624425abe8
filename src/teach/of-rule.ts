import { type ItemTrace, missWords, operatorWords, summaryWords, type Trace } from '../match';
import { asSentence, code, prose, say, type Words } from '../text';
import { otherValue, repairsFor, smallChanges } from './changes';
import type { Grade, GradeProblem, ShownResult } from './grade';
import type { Obstacle } from './hint';
import { slicesOf } from './judge';
import type { HeldEvents } from './lesson';
import { firingsHere, heldFirings, inFiring, notInFiring } from './of-correlation';
import { eventName, explained, type Scene } from './scene';
import { causeItem, keyOf, matchingItems, notExcluded, veiledMatch, veiledMiss } from './veiled';

/*
 * What stands in the way of a rule, and what there is to say of it.
 */

/** A problem that keeps the rule from running. */
export function problemObstacle({ work, rule }: Scene, problem: GradeProblem): Obstacle {
  const { code: about, says, range } = problem;
  const line = range ? work.rule.slice(0, range.start).split('\n').length : 0;
  const [fix] = rule.error?.fixes ?? [];
  return {
    about,
    event: null,
    places: range ? [range] : [],
    where: () =>
      range ? say`The rule cannot run yet. Look at line ${line}.` : prose('The rule cannot run yet.'),
    why: () => says,
    write: () => (fix ? say`${fix.title}.` : null),
  };
}

/** An event on screen that is not found, but should be, or the other way round. */
export function shownObstacle(scene: Scene, { event, expected }: ShownResult): Obstacle | null {
  const one = scene.slices[event]?.event;
  const found = one && explained(scene.rule, one);
  if (!found) return null;
  const about = `event ${event + 1}`;
  const { plan, trace, alerts } = found;
  const isGone = ({ shown }: Grade) => shown.some((other) => other.event === event && other.isMet);
  if (expected === 'match') {
    if (trace.verdict === 'match' && !alerts) return notInFiring(scene, event);
    return {
      about,
      event,
      places: placesOfMiss(trace),
      where: () => say`${eventName(event)} is not found, but should be. ${lookAt(trace)}`,
      why: () => summaryWords(trace),
      tries: () => [
        ...smallChanges(scene.rule),
        ...otherValue(plan, trace),
        ...repairsFor(scene.rule, plan, one, scene.slices),
      ],
      write: () => {
        if (trace.verdict !== 'not applicable') return null;
        const [change] = repairsFor(scene.rule, plan, one, scene.slices);
        return change ? asSentence(change.title) : null;
      },
      isGone,
    };
  }
  if (trace.verdict !== 'match' || !alerts) return inFiring(scene, event);
  return {
    about,
    event,
    places: placesOfMatch(trace),
    where: () => say`${eventName(event)} is found, but should not be. ${lookAtMatch(trace)}`,
    why: () => matchWords(trace),
    tries: () => smallChanges(scene.rule),
    isGone,
  };
}

/** Something held back that the rule misses, or finds although it should not. */
export function heldObstacle(scene: Scene, held: HeldEvents, at: number): Obstacle {
  const { kind, tip } = held;
  const { fault } = scene.grade.held[at]!;
  const events = slicesOf(held.text, scene.lesson.settings).flatMap(({ event }) => event ?? []);
  const all = events.flatMap((event) => explained(scene.rule, event) ?? []);
  const isMissed = fault !== 'found';
  const wanted = isMissed ? 'no match' : 'match';
  const found = all.find(({ trace }) => (trace.verdict === 'match' ? 'match' : 'no match') === wanted);
  const firings = scene.rule.collection.correlations.length > 0 && events.length > 1;
  const { trace } = found ?? all[0] ?? { trace: null };
  const lead = isMissed
    ? say`Something that you do not see is missed: ${kind}.`
    : say`Something that you do not see is found, but should not be: ${kind}.`;
  const isCounted = firings || trace === null;
  return {
    about: kind,
    event: null,
    places: isCounted
      ? scene.rule.collection.correlations.map(({ range }) => range)
      : isMissed
        ? placesOfMiss(trace)
        : placesOfMatch(trace),
    where: () =>
      isCounted
        ? say`${lead} Look at the correlation.`
        : say`${lead} ${isMissed ? lookAt(trace) : lookAtMatch(trace)}`,
    why: () =>
      isCounted ? heldFirings(scene, held) : isMissed ? sentence(veiledMiss(trace)) : veiledMatch(trace),
    tries: () => smallChanges(scene.rule),
    isGone: (grade) => grade.held[at]?.fault === null,
    tip,
  };
}

/** Firings on screen that are more or fewer than they should be. */
export function firingsObstacle(scene: Scene): Obstacle {
  return firingsHere(scene);
}

function placesOfMiss({ causes }: Trace) {
  return causes.slice(0, 1).map(({ item }) => item);
}

function placesOfMatch(trace: Trace) {
  const kept = notExcluded(trace);
  return kept ? [kept.item.rule] : matchingItems(trace).map(({ rule }) => rule);
}

function lookAt(trace: Trace): Words {
  const [cause] = trace.causes;
  const found = causeItem(trace);
  if (cause?.miss.reason === 'source not applicable') return say`Look at the log source of the rule.`;
  if (cause?.miss.reason === 'blocked by negated') return say`Look at what the condition excludes.`;
  if (!found) return say`Look at the condition.`;
  return say`Look at ${code(keyOf(found.item))} in ${code(found.selection)}.`;
}

function lookAtMatch(trace: Trace): Words {
  const kept = notExcluded(trace);
  if (kept) return say`Look at ${code(keyOf(kept.item))} in ${code(kept.selection)}.`;
  const item = widest(trace);
  return item ? say`Look at ${code(keyOf(item))}.` : say`Look at the condition.`;
}

/** Modifiers from those that let in most to those that let in least; what has none comes last. */
const WIDTHS = ['contains', 're', 'startswith', 'endswith', 'cidr', 'exists'];

/** The item that matches and asks for least: it is the likeliest to let in too much. */
function widest(trace: Trace): ItemTrace | undefined {
  const width = ({ modifiers }: ItemTrace) => {
    const at = WIDTHS.findIndex((name) => modifiers.includes(name));
    return at < 0 ? WIDTHS.length : at;
  };
  return matchingItems(trace).sort((a, b) => width(a) - width(b))[0];
}

/** Why an event on screen is found: the selections, and what of them matches, or what does not exclude it. */
function matchWords(trace: Trace): Words {
  const kept = notExcluded(trace);
  if (kept)
    return say`${summaryWords(trace)} ${code(kept.selection)} does not exclude it: ${missWords(kept.miss)}`;
  const item = widest(trace);
  const value = item?.values.find(({ matched }) => matched);
  if (!item || !value) return summaryWords(trace);
  const { field, eventValue } = item;
  const written = code(value.written);
  const [hit] = value.hits;
  if (field === null)
    return hit ? say`${summaryWords(trace)} ${written} stands in ${code(hit.field)}.` : summaryWords(trace);
  const of = eventValue === null ? [] : say`: ${code(short(eventValue))}`;
  return say`${summaryWords(trace)} ${code(field)} ${operatorWords(item, 1)} ${written}${of}.`;
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function sentence(words: Words): Words {
  const [first, ...rest] = words;
  return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : words;
}
