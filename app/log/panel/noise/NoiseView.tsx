import { useState } from 'react';
import type { Noise, Unwanted } from '../../../../src/authoring';
import { count } from '../../../ui/count';
import { cutEntry } from '../../../ui/cut';
import { useLog } from '../../store';
import { Fields } from './Fields';
import { Hours } from './Hours';
import { LeaveOut } from './LeaveOut';
import './noise.css';
import { percent } from '../../../ui/percent';
import { useMatches, useNoise } from './use-noise';

/** How noisy the rule is over the log: its matches by hour, by selection, and by the values of their fields. */
export default function NoiseView() {
  const of = useNoise();
  const matches = useMatches();
  const hasRule = useLog(({ state }) => state !== null && state.rule !== '') ?? false;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll noise" aria-label="Noise" tabIndex={0}>
      {!hasRule ? (
        <p className="soft">Write a rule that compiles to see what its matches have in common.</p>
      ) : of === null ? (
        <p className="soft" role="status">
          Counting: {count(matches, 'match', 'matches')} so far…
        </p>
      ) : of.noise.matches === 0 ? (
        <p className="soft">No event of this log matches the rule.</p>
      ) : (
        <Told key={of.rule} noise={of.noise} />
      )}
    </section>
  );
}

function Told({ noise }: { readonly noise: Noise }) {
  const [unwanted, setUnwanted] = useState<readonly Unwanted[]>([]);
  const isSame = (a: Unwanted, b: Unwanted) => a.field === b.field && a.value === b.value;
  const isChosen = (one: Unwanted) => unwanted.some((other) => isSame(one, other));
  const onChoose = (one: Unwanted) =>
    setUnwanted(isChosen(one) ? unwanted.filter((other) => !isSame(one, other)) : [...unwanted, one]);
  return (
    <>
      <Hours noise={noise} />
      <p className="noise-selections">
        <span className="soft">Selections that match:</span>{' '}
        {noise.selections.map(({ name, count: matched }) => (
          <span key={name}>
            <code>{cutEntry(name)}</code> {percent(matched, noise.matches)}
          </span>
        ))}
      </p>
      {unwanted.length > 0 ? (
        <LeaveOut unwanted={unwanted} onClear={() => setUnwanted([])} />
      ) : (
        <p className="soft">Choose values that are no findings, and try the rule without them.</p>
      )}
      <Fields fields={noise.fields} matches={noise.matches} isChosen={isChosen} onChoose={onChoose} />
    </>
  );
}
