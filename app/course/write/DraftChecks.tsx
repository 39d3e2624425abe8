import { useEffect, useState } from 'react';
import { beginning, type Lesson, type LessonProblem, readLesson, workOf } from '../../../src/teach';
import { Sentence } from '../../ui/Sentence';
import { askGrade } from '../ask';
import type { DraftLesson } from './draft';
import { fieldNames } from './field-names';

/** Whether something about a lesson is as it should be; null while it is tried. */
interface Check {
  readonly isGood: boolean | null;
  readonly says: string;
}

const SOON = 500;

/** What keeps the lesson from being shared, and whether its rules do what they must. */
export function DraftChecks({
  lesson,
  draft,
}: {
  readonly lesson: Lesson;
  readonly draft: DraftLesson | null;
}) {
  const { problems } = readLesson(lesson, draft ? fieldNames(draft) : undefined);
  const checks = useChecks(lesson, problems.length === 0);
  return (
    <section className="write-checks" aria-label="Checks" data-checked={checks === null ? undefined : ''}>
      <h3>Checks</h3>
      <ul>
        {problems.map((problem) => (
          <Problem key={`${problem.path.join('.')} ${problem.code}`} problem={problem} />
        ))}
        {(checks ?? []).map(({ isGood, says }) => (
          <li key={says} className={isGood ? 'good' : 'bad'}>
            <span aria-hidden="true">{isGood ? '✓' : '✗'}</span> {says}
          </li>
        ))}
      </ul>
      {checks === null ? <p className="soft">Trying its rules…</p> : null}
    </section>
  );
}

function Problem({ problem: { severity, message } }: { readonly problem: LessonProblem }) {
  return (
    <li className={severity === 'error' ? 'bad' : 'soft'}>
      <span aria-hidden="true">{severity === 'error' ? '✗' : '!'}</span> <Sentence words={message} />
    </li>
  );
}

/** Tries the beginning and the solutions; null until that is done, nothing where the lesson cannot be tried. */
function useChecks(lesson: Lesson, isWhole: boolean): readonly Check[] | null {
  const text = JSON.stringify(lesson);
  const [checked, setChecked] = useState<{ readonly text: string; readonly checks: readonly Check[] } | null>(
    null,
  );
  useEffect(() => {
    if (!isWhole) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const of = JSON.parse(text) as Lesson;
      const checks: Check[] = [];
      for (const one of triesOf(of)) {
        const asked = await askGrade(of, one.work, () => !isOver);
        if (asked === null) return;
        if ('why' in asked) checks.push({ isGood: false, says: `${one.what}: ${asked.why}` });
        else checks.push(one.check(asked.answer.isPassed));
      }
      setChecked({ text, checks });
    }, SOON);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text, isWhole]);
  if (!isWhole) return [];
  return checked?.text === text ? checked.checks : null;
}

/** What is tried of a lesson. */
function triesOf(lesson: Lesson) {
  const begun = {
    what: 'The beginning',
    work: beginning(lesson),
    check: (isPassed: boolean): Check => ({
      isGood: !isPassed,
      says: isPassed ? 'The beginning passes already.' : 'The beginning does not pass yet.',
    }),
  };
  const solved = lesson.solutions.map((solution, i) => ({
    what: `Solution ${i + 1}`,
    work: workOf(lesson, solution),
    check: (isPassed: boolean): Check => ({
      isGood: isPassed,
      says: `Solution ${i + 1} ${isPassed ? 'passes' : 'does not pass'}.`,
    }),
  }));
  return [begun, ...solved];
}
