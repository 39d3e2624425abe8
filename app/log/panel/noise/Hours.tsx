import type { Noise } from '../../../../src/authoring';
import { columnsOf } from './columns';
import { hourWords, spanWords } from './words';

const WIDTH = 600;
const HEIGHT = 40;

/** When the matches are: a column for each hour or, of a long time, for several hours. */
export function Hours({ noise }: { readonly noise: Noise }) {
  if (noise.hours.length === 0) return <p className="soft">No match has a time.</p>;
  const { columns, hours } = columnsOf(noise.hours);
  const most = Math.max(...columns.map(({ count }) => count));
  const wide = WIDTH / columns.length;
  return (
    <figure className="noise-hours">
      <figcaption className="soft">{spanWords(noise, hours)}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {columns.map(({ hour, count }, i) => {
          const height = count === 0 ? 0 : Math.max(1, (count / most) * HEIGHT);
          return (
            <rect
              key={hour}
              x={i * wide}
              y={HEIGHT - height}
              width={Math.max(wide - 1, wide * 0.7)}
              height={height}
            >
              <title>{`${hourWords(hour)}: ${count.toLocaleString('en')}`}</title>
            </rect>
          );
        })}
      </svg>
    </figure>
  );
}
