import { type MarkLetter, marksIn, pictureWords } from './marks';

/** The room of a mark, and the radius of a circle in it. */
const STEP = 12;
const RADIUS = 4;

/** A small picture of the verdicts of an example: a mark for each event, by shape and by colour. */
export function Picture({ expected }: { readonly expected: string }) {
  const marks = marksIn(expected);
  return (
    <svg
      className="gallery-picture"
      width={marks.length * STEP}
      height={STEP}
      role="img"
      aria-label={pictureWords(expected)}
    >
      {marks.map((mark, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks have no identity of their own and never move.
        <g key={i} transform={`translate(${i * STEP + STEP / 2} ${STEP / 2})`}>
          {SHAPES[mark]}
        </g>
      ))}
    </svg>
  );
}

/** A full circle, an empty one, a bar, a cross. */
const SHAPES = {
  m: <circle className="gallery-match" r={RADIUS} />,
  '-': <circle className="gallery-miss" r={RADIUS - 1} />,
  o: <path className="gallery-other" d={`M-${RADIUS} 0H${RADIUS}`} />,
  x: <path className="gallery-error" d="M-3-3 3 3M3-3-3 3" />,
} satisfies Record<MarkLetter, unknown>;
