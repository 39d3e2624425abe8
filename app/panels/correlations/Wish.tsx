import { useState } from 'react';
import type { CorrelationReport } from '../../../src/live';
import { expectCount, expectNoFirings, expectPresent } from '../../actions/expect-firings';
import { useExpectedCorrelations } from '../../results/expected-firings';
import { useSession } from '../../state/session';
import { firingsMetWords } from '../tests/words';

/** What is expected of a correlation, and whether it does that. */
export function Wish({ report: { title, document, total } }: { readonly report: CorrelationReport }) {
  const wanted = useSession((s) => s.settings.expectedFirings?.find((one) => one.of === title));
  const test = useExpectedCorrelations().find((one) => one.document === document);
  const wishes = [
    { name: 'as it fires now', on: wanted?.members != null, wish: () => expectPresent(title) },
    { name: 'must not fire', on: wanted?.count === 0, wish: () => expectCount(title, 0) },
    { name: 'no test', on: !wanted, wish: () => expectNoFirings(title) },
  ];
  return (
    <fieldset className="correlations-wish">
      <legend>Test</legend>
      {wishes.map(({ name, on, wish }) => (
        <button key={name} type="button" className="btn-quiet" aria-pressed={on} onClick={wish}>
          {name}
        </button>
      ))}
      <Times
        title={title}
        count={wanted?.count ?? total}
        isWanted={!!wanted && wanted.count > 0 && !wanted.members}
      />
      {test ? (
        <span role="status" className={test.isMet === false ? 'bad' : test.isMet ? 'good' : 'soft'}>
          {firingsMetWords(test)}
        </span>
      ) : (
        <span className="soft">
          <kbd>+</kbd> as it fires now, <kbd>-</kbd> must not fire
        </span>
      )}
    </fieldset>
  );
}

interface TimesProps {
  readonly title: string;
  readonly count: number;
  readonly isWanted: boolean;
}

/** How often it must fire, whatever the events. */
function Times({ title, count, isWanted }: TimesProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? String(Math.max(1, count));
  const take = (written: string) => {
    const times = Number(written);
    if (Number.isSafeInteger(times) && times > 0) expectCount(title, times);
  };
  return (
    <span className="correlations-times">
      <button type="button" className="btn-quiet" aria-pressed={isWanted} onClick={() => take(value)}>
        must fire
      </button>
      <input
        type="number"
        className="field"
        min={1}
        max={99_999}
        aria-label={`How often ${title} must fire`}
        value={value}
        onChange={(e) => {
          setTyped(e.target.value);
          take(e.target.value);
        }}
        onBlur={() => setTyped(null)}
      />{' '}
      {value === '1' ? 'time' : 'times'}
    </span>
  );
}
