import './timeline.css';
import { type PointerEvent, useRef, useState } from 'react';
import { LEVELS } from '../../../src/catalog';
import { spanOfBars, type Timeline, type TimeSpan } from '../../../src/findings';
import { LEVEL_NAMES } from '../../catalog/panel/rows';
import { count } from '../../ui/count';
import { filterFindings, useFindings } from '../store';
import { minutes, widthWords } from './words';

/** The height of the picture, in its own units. */
const HEIGHT = 40;

interface Bars {
  readonly first: number;
  readonly last: number;
}

/** Counts by time and level. Pulled over with the pointer, or set with its two sliders, it shows only a span. */
export function TimelineChart() {
  const timeline = useFindings((s) => s.tables?.timeline ?? null);
  const span = useFindings((s) => s.filter.span);
  if (!timeline) return null;
  return <Chart timeline={timeline} span={span} />;
}

function Chart({ timeline, span }: { readonly timeline: Timeline; readonly span: TimeSpan | null }) {
  const { bars, from, width, counts, untimed } = timeline;
  const [pulled, setPulled] = useState<Bars | null>(null);
  const picture = useRef<SVGSVGElement>(null);
  const all = { first: 0, last: bars - 1 };
  const chosen = pulled ?? (span ? barsOf(span, timeline) : all);
  const sums = Array.from({ length: bars }, (_, bar) => counts.reduce((sum, level) => sum + level[bar]!, 0));
  const most = Math.max(1, ...sums);
  const choose = ({ first, last }: Bars) => {
    const isAll = Math.min(first, last) === 0 && Math.max(first, last) === bars - 1;
    filterFindings({ span: isAll ? null : spanOfBars(timeline, first, last) });
  };
  const barAt = (event: PointerEvent) => {
    const box = picture.current!.getBoundingClientRect();
    return Math.min(bars - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * bars)));
  };
  const startOf = (bar: number) => minutes(from + bar * width);
  const saidOf = (bar: number) => `${startOf(bar)}, ${count(sums[bar] ?? 0, 'finding')}`;
  const low = Math.min(chosen.first, chosen.last);
  const high = Math.max(chosen.first, chosen.last);
  const top = sums.indexOf(Math.max(...sums));
  const summary = `Findings by time, each bar ${widthWords(width)}: from ${startOf(0)} to ${minutes(from + bars * width)}; the most, ${most.toLocaleString('en')}, from ${startOf(top)}`;
  return (
    <section className="timeline" aria-label="Timeline">
      <svg
        ref={picture}
        role="img"
        aria-label={summary}
        className="timeline-picture"
        viewBox={`0 0 ${bars} ${HEIGHT}`}
        preserveAspectRatio="none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const bar = barAt(event);
          setPulled({ first: bar, last: bar });
        }}
        onPointerMove={(event) => {
          if (pulled) setPulled({ ...pulled, last: barAt(event) });
        }}
        onPointerUp={() => {
          if (pulled) choose(pulled);
          setPulled(null);
        }}
        onPointerCancel={() => setPulled(null)}
      >
        <rect className="timeline-span" x={low} y={0} width={high - low + 1} height={HEIGHT} />
        {sums.map((_, bar) => {
          let below = HEIGHT;
          return LEVELS.map((level, i) => {
            const height = (counts[i]![bar]! / most) * HEIGHT;
            if (height === 0) return null;
            below -= height;
            const outside = bar < low || bar > high ? ' timeline-outside' : '';
            return (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time.
                key={`${bar} ${level}`}
                className={`timeline-bar found-${level}${outside}`}
                x={bar + 0.08}
                y={below}
                width={0.84}
                height={height}
              />
            );
          });
        })}
      </svg>
      <div className="timeline-ends">
        <label>
          From{' '}
          <input
            type="range"
            min={0}
            max={bars - 1}
            value={low}
            aria-valuetext={saidOf(low)}
            onChange={(e) => choose({ first: Math.min(Number(e.target.value), high), last: high })}
          />
          <span>{startOf(low)}</span>
        </label>
        <label>
          To{' '}
          <input
            type="range"
            min={0}
            max={bars - 1}
            value={high}
            aria-valuetext={saidOf(high)}
            onChange={(e) => choose({ first: low, last: Math.max(Number(e.target.value), low) })}
          />
          <span>{minutes(from + (high + 1) * width)}</span>
        </label>
        <ul className="timeline-key" aria-label="Findings in this span, by level">
          {LEVELS.map((level, i) => {
            let sum = 0;
            for (let bar = low; bar <= high; bar++) sum += counts[i]![bar]!;
            return sum === 0 ? null : (
              <li key={level}>
                <span className={`timeline-swatch found-${level}`} aria-hidden="true" /> {LEVEL_NAMES[level]}{' '}
                {sum.toLocaleString('en')}
              </li>
            );
          })}
          {untimed > 0 ? <li>{untimed.toLocaleString('en')} without a time</li> : null}
        </ul>
      </div>
    </section>
  );
}

/** The bars that a span covers. */
function barsOf({ from, to }: TimeSpan, { from: begin, width, bars }: Timeline): Bars {
  const bar = (time: number) => Math.min(bars - 1, Math.max(0, Math.floor((time - begin) / width)));
  return { first: bar(from), last: bar(to - 1) };
}
