import './stage-time.css';
import { slotClass } from '../editor/slots';
import { duration, stretch } from '../panels/correlations/words';
import { numberOf } from '../results/event-number';
import { count } from '../ui/count';
import type { Window } from './told';

/** The events of a window in time, a row for each rule; of `shown` members all have come, the last one is the newest. */
export function Timeline({ window, shown }: { readonly window: Window; readonly shown: number }) {
  const { report, firing } = window;
  const { start, end, members } = firing ?? report.nearest!;
  const { timespan, references, title } = report;
  const length = Math.max(end - start, timespan, 1);
  const placeOf = (at: number) => `${(100 * (at - start)) / length}%`;
  const come = members.slice(0, shown);
  const newest = come.at(-1);
  const value = newest && firing?.value[shown - 1]?.value;
  const from = Math.max(start, (newest?.at ?? start) - timespan);
  return (
    <section className="stage-time" aria-label={`Timeline of ${title}`}>
      <p className="stage-time-head">
        <span>{stretch(start, end)}</span>
        <span>
          {value === undefined ? count(shown, 'event') : `${value.toLocaleString('en')} in the window`}
        </span>
      </p>
      <ol className="stage-time-rows">
        {references.map(({ title: name, written }, reference) => (
          <li key={written}>
            <span className="stage-time-name">{name}</span>
            <span className="stage-time-track">
              <span
                className="stage-time-window"
                style={{
                  left: placeOf(from),
                  width: `${(100 * ((newest?.at ?? start) - from)) / length}%`,
                }}
              />
              {come.map(({ event, at, references: matched }, i) =>
                matched.includes(reference) ? (
                  <span
                    key={`${event} ${at}`}
                    className={`stage-time-dot mark ${slotClass(reference)} ${i === shown - 1 ? 'stage-time-newest' : ''}`}
                    style={{ left: placeOf(at) }}
                  >
                    {i === shown - 1 ? numberOf(event) : ''}
                  </span>
                ) : null,
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className="stage-time-head">
        <span>0s</span>
        <span>{duration(length)}</span>
      </p>
    </section>
  );
}
