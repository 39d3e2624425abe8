import { type ReactNode, useEffect } from 'react';
import { Later, Part } from '../guard/later';
import { Opened, Overlay } from '../guard/overlay';
import { isTold } from '../guard/why-not-loaded';
import { closeLearn, openLearn, useLearn } from '../state/learn';
import { useSession } from '../state/session';
import { EnlargeButton, useEnlargedClass } from './EnlargeButton';
import { OverlayButton } from './OverlayButton';

const DIALOG = new Overlay('The course', () => import('../course/LearnDialog').then((m) => m.LearnDialog));
const LESSON = new Part<{ readonly end?: ReactNode }>('The lesson', () =>
  import('../course/LessonPane').then((m) => ({ default: m.LessonPane })),
);

/** Opens the course. */
export function LearnButton() {
  return (
    <OverlayButton overlay={DIALOG} onOpen={() => openLearn('lessons')}>
      Learn
    </OverlayButton>
  );
}

/** The course over the page, while it is open or a link of it is followed. */
export function Learn() {
  const isOpen = useLearn((s) => s.view !== null || s.link !== null);
  const isLearning = useSession((s) => s.lesson) !== '' || isOpen;
  useEffect(() => {
    if (isLearning)
      void LESSON.prepare().then(() => import('./with-learn').then((m) => m.loadWithLearn(), isTold));
  }, [isLearning]);
  return <Opened overlay={DIALOG} isOpen={isOpen} onLost={closeLearn} props={{}} />;
}

/** The lesson that the sheet is for, if it is for one. */
export function Lesson() {
  const frame = useEnlargedClass('lesson', 'page-lesson');
  return useSession((s) => s.lesson) === '' ? null : (
    <section className={frame} aria-label="Lesson" data-region data-part="lesson">
      <Later part={LESSON} props={{ end: <EnlargeButton part="lesson" /> }} />
    </section>
  );
}
