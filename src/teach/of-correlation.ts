import { type CorrelationResult, correlate } from '../match';
import { code, count, joinWords, prose, say, type Words } from '../text';
import type { Obstacle } from './hint';
import { slicesOf } from './judge';
import type { HeldEvents } from './lesson';
import { eventName, type Scene } from './scene';

/*
 * What stands in the way where a correlation counts.
 */

/** The results of the correlations that alert, over the events of a text. */
function resultsOf({ rule }: Scene, slices: Scene['slices']): CorrelationResult[] {
  const events = slices.flatMap(({ event }) => event ?? []);
  return correlate(rule.collection, events, rule.match).filter(
    ({ correlation }) => rule.collection.correlations[correlation]!.ownVerdict,
  );
}

const placesOf = ({ rule }: Scene) =>
  rule.collection.correlations.flatMap(({ ownVerdict, correlation }) =>
    ownVerdict ? correlation.range : [],
  );

/** An event on screen that a rule matches, but no correlation that alerts counts. */
export function notInFiring(scene: Scene, event: number): Obstacle {
  const results = resultsOf(scene, scene.slices);
  const [left] = results.flatMap(({ leftOut }) => leftOut.filter((one) => one.event === event));
  const nearest = results.flatMap((result) => result.nearest ?? [])[0];
  return {
    about: `event ${event + 1}`,
    event,
    places: placesOf(scene),
    where: () =>
      say`${eventName(event)} matches, but is in no firing. Look at ${
        results.length > 0 ? 'the correlation' : 'the rules that a correlation refers to'
      }.`,
    why: () => {
      if (left) return leftOutWords(left);
      if (nearest) return nearest.text;
      return results.length > 0
        ? prose('It is not in a window that meets the condition.')
        : prose('No correlation alerts.');
    },
  };
}

function leftOutWords({ reason, field }: CorrelationResult['leftOut'][number]): Words {
  if (reason === 'no timestamp') return prose('It has no time, so it is in no window.');
  const what = field === undefined ? 'a field' : code(field);
  return reason === 'no group'
    ? say`It has no ${what} to group by.`
    : say`It has no ${what} that can be counted.`;
}

/** An event on screen that is in a firing, but should not be. */
export function inFiring(scene: Scene, event: number): Obstacle {
  const results = resultsOf(scene, scene.slices);
  const firing = results
    .flatMap(({ firings }) => firings)
    .find(({ members }) => members.some((member) => member.event === event));
  return {
    about: `event ${event + 1}`,
    event,
    places: placesOf(scene),
    where: () => say`${eventName(event)} is in a firing, but should not be. Look at the correlation.`,
    why: () => {
      if (!firing) return prose('A correlation counts it.');
      const group = Object.entries(firing.key).map(([name, value]) => say`${code(name)} is ${code(value)}`);
      const events = joinWords(
        firing.members.map((member) => say`${member.event + 1}`),
        ', ',
      );
      const of = group.length > 0 ? say` where ${joinWords(group, ' and ')}` : [];
      return say`It is counted together with others${of}: events ${events}.`;
    },
  };
}

/** Firings on screen that are more or fewer than they should be. */
export function firingsHere(scene: Scene): Obstacle {
  const { expected, found } = scene.grade.firings!;
  const results = resultsOf(scene, scene.slices);
  return {
    about: 'firings',
    event: null,
    places: placesOf(scene),
    where: () =>
      results.length === 0
        ? prose('No correlation alerts yet.')
        : say`The correlation fires ${found} times instead of ${expected}. Look at its conditions.`,
    why: () => {
      const nearest = results.flatMap((result) => result.nearest ?? [])[0];
      if (nearest) return nearest.text;
      if (results.length === 0) return prose('Only a correlation counts several events together.');
      return found > expected
        ? prose('It asks for too little, or its groups are too small.')
        : prose('Windows that share an event are one firing, and each group has its own.');
    },
  };
}

/** Why events that are held back make a correlation fire, or not; without a value of theirs. */
export function heldFirings(scene: Scene, held: HeldEvents): Words {
  const slices = slicesOf(held.text, scene.lesson.settings);
  const results = resultsOf(scene, slices);
  const events = count(slices.length, 'event');
  const [result] = results;
  if (!result) return say`They are ${events}, and no correlation alerts.`;
  if (result.firings.length > 0)
    return say`They are ${events}, and the correlation fires ${count(result.firings.length, 'time')}.`;
  const { references } = scene.rule.collection.correlations[result.correlation]!;
  const missing = references.filter((_, i) => result.matched[i] === 0).map(({ written }) => code(written));
  if (missing.length > 0) return say`None of the ${events} matches ${joinWords(missing, ', ')}.`;
  return say`The rules match among the ${events}, but no window of a group meets the condition.`;
}
