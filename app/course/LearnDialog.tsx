import './learn.css';
import { useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
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
  return (
    <Tabs
      className="learn"
      selectedKey={view}
      onSelectionChange={(key) => {
        const chosen = LEARN_VIEWS.find((one) => one === key);
        if (chosen) openLearn(chosen);
      }}
    >
      <TabList className="learn-tabs" aria-label="Parts of the course">
        {LEARN_VIEWS.map((id) => (
          <Tab key={id} id={id} className="learn-tab">
            {TITLES[id]}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="lessons" className="learn-panel">
        <LessonList />
      </TabPanel>
      <TabPanel id="write" className="learn-panel">
        <WriteView />
      </TabPanel>
      <TabPanel id="results" className="learn-panel">
        <ResultsView />
      </TabPanel>
    </Tabs>
  );
}
