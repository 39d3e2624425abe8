import './stage-time.css';
import { slotClass } from '../editor/slots';
import { duration, stretch } from '../panels/correlations/words';
import { numberOf } from '../results/event-number';
import { count } from '../ui/count';
import type { Window } from './told';

interface TimelineProps {
  readonly window: Window;
  /** How many members have come; the last of them is the newest. */
  readonly shown: number;
  /** True once it is told whether the correlation fires. */
  readonly isDecided: boolean;
}

/** The events of a window in time, a row for each rule, and at last what the rules lack or must not have. */
export function Timeline({ window, shown, isDecided }: TimelineProps) {
  const { report, firing } = window;
  const { start, end, members } = firing ?? report.nearest!;
  const { timespan, references, title } = report;
  const { absent, missing, blocked } = deciding(window, isDecided);
  const length = Math.max(end - start, timespan, 1);
  const placeOf = (at: number) => `${(100 * (at - start)) / length}%`;
  const come = members.slice(0, shown);
  const newest = come.at(-1);
  const value = newest && firing?.value[shown - 1]?.value;
  // Whether a rule is absent is asked of the whole window, and not only of what has come.
  const until = absent.length + blocked.length > 0 && isDecided ? start + timespan : (newest?.at ?? start);
  const from = Math.max(start, until - timespan);
  return (
    <section className="stage-time" aria-label={`Timeline of ${title}`}>
      <p className="stage-time-head">
        <span>{stretch(start, end)}</span>
        <span>
          {value === undefined
            ? count(shown, 'event')
            : `${report.overRules ? count(value, 'rule') : value.toLocaleString('en')} in the window`}
        </span>
      </p>
      <ol className="stage-time-rows">
        {references.map(({ title: name, written }, reference) => (
          <li key={written}>
            <span className="stage-time-name">
              <span>{name}</span>
              {absent.includes(reference) ? <strong className="good">✓ did not occur</strong> : null}
              {missing.includes(reference) ? <strong className="bad">✗ did not occur</strong> : null}
              {blocked.includes(reference) ? <strong className="bad">✗ must not occur</strong> : null}
            </span>
            <span className="stage-time-track">
              <span
                className="stage-time-window"
                style={{
                  left: placeOf(from),
                  width: `${(100 * (until - from)) / length}%`,
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

interface Deciding {
  readonly absent: readonly number[];
  readonly missing: readonly number[];
  readonly blocked: readonly number[];
}

/** The rules that decide about the window by being there or not, as indexes; what is known before the end at any time. */
function deciding({ report, firing }: Window, isDecided: boolean): Deciding {
  if (firing)
    return { absent: isDecided ? (firing.absence?.references ?? []) : [], missing: [], blocked: [] };
  const { missing, blocked } = report.nearest!;
  return {
    absent: [],
    missing: isDecided && report.type.startsWith('temporal') ? missing : [],
    blocked: blocked.map(({ reference }) => reference),
  };
}
