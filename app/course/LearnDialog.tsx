import './learn.css';
import { type ComponentType, useEffect } from 'react';
import { WideDialog } from '../guard/WideDialog';
import { closeLearn, LEARN_VIEWS, type LearnView, openLearn, useLearn } from '../state/learn';
import { followLink } from './arrive';
import { followCourse } from './follow';
import { LessonList } from './LessonList';
import { ResultsView } from './slips/ResultsView';
import { WriteView } from './write/WriteView';

const TITLES: Readonly<Record<LearnView, string>> = {
  lessons: 'Lessons',
  write: 'Write a lesson',
  results: 'Results',
};

const VIEWS: Readonly<Record<LearnView, ComponentType>> = {
  lessons: LessonList,
  write: WriteView,
  results: ResultsView,
};

/** The course over the page: its lessons, writing some, and what learners hand in. */
export function LearnDialog() {
  const view = useLearn((s) => s.view);
  const link = useLearn((s) => s.link);
  useEffect(followCourse, []);
  useEffect(() => {
    if (link) void followLink(link);
  }, [link]);
  return (
    <WideDialog isOpen={view !== null} onClose={closeLearn} title="Learn Sigma" what="The course">
      <Views view={view ?? 'lessons'} />
    </WideDialog>
  );
}

function Views({ view }: { readonly view: LearnView }) {
  const Shown = VIEWS[view];
  return (
    <div className="learn">
      <nav className="learn-tabs" aria-label="Parts of the course">
        {LEARN_VIEWS.map((id) => (
          <button
            key={id}
            type="button"
            className="learn-tab"
            aria-current={id === view ? 'page' : undefined}
            onClick={() => openLearn(id)}
          >
            {TITLES[id]}
          </button>
        ))}
      </nav>
      <div className="learn-panel">
        <Shown />
      </div>
    </div>
  );
}
