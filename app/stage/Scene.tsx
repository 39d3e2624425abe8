import { useMemo } from 'react';
import type { Step, StepMark } from '../../src/describe';
import { numberOf } from '../results/event-number';
import type { Results } from '../results/outcome';
import { partsWith } from './lines';
import { StageText } from './StageText';
import { Timeline } from './Timeline';
import { eventMarks, ruleOf, type Told } from './told';

interface SceneProps {
  readonly told: Told;
  readonly step: Step;
  readonly results: Results;
}

/** The rule and the event of a step; for a correlation its timeline over the event that has come. */
export function Scene({ told, step, results }: SceneProps) {
  return (
    <div className="stage-scene">
      <RuleSide told={told} step={step} />
      <div className="stage-side">
        {told.window ? (
          <Timeline window={told.window} shown={step.members ?? 0} isDecided={step.kind === 'verdict'} />
        ) : null}
        {step.other ? <OtherSide step={step} /> : <EventSide told={told} step={step} results={results} />}
      </div>
    </div>
  );
}

function RuleSide({ told, step }: Omit<SceneProps, 'results'>) {
  const { text, places } = useMemo(() => ruleOf(told, step), [told, step]);
  const parts = useMemo(() => partsWith(text, places), [text, places]);
  return (
    <div className="stage-side">
      <h3 className="stage-name">{step.edits ? 'The rule, changed' : 'The rule'}</h3>
      <StageText label="The rule" text={text} parts={parts} places={places} marks={step.rule} />
    </div>
  );
}

function EventSide({ told, step, results: { outcome } }: SceneProps) {
  const shown = told.eventOf(step);
  const event = shown?.event ?? -1;
  const [start, end] = [shown?.range.start ?? 0, shown?.range.end ?? 0];
  const parts = useMemo(() => [{ start, end }], [start, end]);
  const marks = useMemo(() => eventMarks(step, event, outcome), [step, event, outcome]);
  const places = useMemo(
    () => [
      ...told.steps.flatMap((one) => one.events.map(({ range }) => range)),
      ...marks.map(({ range }) => range),
    ],
    [told, marks],
  );
  if (!shown) return <p className="stage-none">No event has come yet.</p>;
  return (
    <>
      <h3 className="stage-name">Event {numberOf(event).toLocaleString('en')}</h3>
      <StageText label="The event" text={told.events} parts={parts} places={places} marks={marks} />
    </>
  );
}

const NONE: readonly never[] = [];

function OtherSide({ step: { other } }: Pick<SceneProps, 'step'>) {
  // A tab would look like a space.
  const text = (other?.text ?? '').replaceAll('\t', '⇥');
  const parts = useMemo(() => [{ start: 0, end: text.length }], [text]);
  const marks = useMemo(
    () => (other?.changed ?? NONE).map((range): StepMark => ({ range, kind: 'new', selection: null })),
    [other],
  );
  const places = useMemo(() => marks.map(({ range }) => range), [marks]);
  return (
    <>
      <h3 className="stage-name">The command line, written in another way</h3>
      <StageText
        label="The command line"
        most={2.2}
        text={text}
        parts={parts}
        places={places}
        marks={marks}
      />
    </>
  );
}
