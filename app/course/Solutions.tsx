import { useState } from 'react';
import { workOf } from '../../src/teach';
import { prose } from '../../src/text';
import { session } from '../state/session';
import { Sentence } from '../ui/Sentence';
import type { Placed } from './courses';
import { putWork } from './enter';
import { workIn } from './lesson-work';
import { countSolution } from './progress';

/** The solutions of a lesson, one after the other, each with what it does. */
export function Solutions({ placed }: { readonly placed: Placed }) {
  const [shown, setShown] = useState(-1);
  const { lesson } = placed;
  const { solutions } = lesson;
  const solution = solutions[shown];
  const showFirst = () => {
    setShown(0);
    countSolution(placed.name, workIn(session.getState(), lesson));
  };
  if (!solution)
    return (
      <button type="button" className="btn" onClick={showFirst}>
        Show a solution
      </button>
    );
  const next = (shown + 1) % solutions.length;
  const work = workOf(lesson, solution);
  return (
    <section className="lesson-solution" aria-label="Solution">
      <h3 className="lesson-subtitle">
        Solution {shown + 1} of {solutions.length}
      </h3>
      <p>
        <Sentence words={prose(solution.does)} />
      </p>
      <pre>
        {lesson.task === 'rule' ? work.rule : lesson.task === 'events' ? work.events : testsOf(work.expected)}
      </pre>
      <span className="lesson-tools">
        <button
          type="button"
          className="btn"
          onClick={() => putWork(placed, work, 'The solution stands in the editor.')}
        >
          Put it into the editor
        </button>
        {solutions.length > 1 ? (
          <button type="button" className="btn-quiet" onClick={() => setShown(next)}>
            Another one
          </button>
        ) : null}
        <button type="button" className="btn-quiet" onClick={() => setShown(-1)}>
          Hide
        </button>
      </span>
    </section>
  );
}

function testsOf(expected: readonly (string | null)[]): string {
  return expected.flatMap((one, i) => (one ? `Event ${i + 1}: ${one}` : [])).join('\n');
}
