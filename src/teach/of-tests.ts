import { summaryWords } from '../match';
import { code, prose, say } from '../text';
import { type ShownResult, toEnd } from './grade';
import type { Obstacle } from './hint';
import { judgeSteps, ready } from './judge';
import type { FaultyRule } from './lesson';
import { plainObstacle } from './of-events';
import { explained, type Scene } from './scene';

/*
 * What stands in the way of expectations that are to catch faulty rules.
 */

/** An expectation that the right rule does not meet. */
export function wrongExpectation(scene: Scene, { event, expected, found }: ShownResult): Obstacle {
  const about = `event ${event + 1}`;
  const one = scene.slices[event]?.event;
  if (found === null || !one)
    return plainObstacle(about, null, say`There is no event ${event + 1} that can be read.`, [
      'Something is expected of it.',
    ]);
  const trace = explained(scene.rule, one)?.trace;
  return {
    ...plainObstacle(
      about,
      event,
      say`The right rule fails your test. Look at what you expect of event ${event + 1}.`,
      trace ? summaryWords(trace) : prose('The rule says something else of it.'),
    ),
    write: () => say`Expect ${code(found)} of event ${event + 1}, not ${code(expected)}: the rule is right.`,
  };
}

/** A faulty rule that no expectation catches. */
export function uncaught(scene: Scene, { kind, tip, rule }: FaultyRule): Obstacle {
  const { lesson, options, slices, work } = scene;
  const right = toEnd(judgeSteps(scene.rule, slices)).verdicts;
  const faulty = toEnd(judgeSteps(ready(rule, lesson.settings, options.onPattern), slices)).verdicts;
  const at = right.findIndex((verdict, i) => verdict !== null && verdict !== faulty[i]);
  const says = right[at];
  return {
    ...plainObstacle(
      kind,
      at < 0 ? null : at,
      say`A rule with a fault passes your tests: ${kind}.`,
      at < 0
        ? prose('It says the same as the right rule of every event here.')
        : work.expected.every((one) => one === null)
          ? prose('Nothing is expected of any event yet.')
          : prose('Of one event it says something else, but nothing is expected of that.'),
    ),
    write: () =>
      says
        ? say`Expect ${code(says)} of event ${at + 1}.`
        : prose(tip ?? 'Write an event of which the two rules say different things.'),
  };
}
