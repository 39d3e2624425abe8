import { useState } from 'react';
import type { Unwanted } from '../../../../src/authoring';
import type { TriedFilter } from '../../../../src/log';
import { unmarked } from '../../../../src/text';
import { said } from '../../../actions/apply-fix';
import { editRule } from '../../../actions/edit-rule';
import { count } from '../../../ui/count';
import { cutEntry } from '../../../ui/cut';
import { Sentence } from '../../../ui/Sentence';
import { tryLeavingOut } from '../../store';

interface LeaveOutProps {
  readonly unwanted: readonly Unwanted[];
  readonly onClear: () => void;
}

/** The chosen values as a filter: tried on the log first, then written into the rule if somebody wants it. */
export function LeaveOut({ unwanted, onClear }: LeaveOutProps) {
  const [tried, setTried] = useState<{
    readonly of: readonly Unwanted[];
    readonly result: TriedFilter | null;
  } | null>(null);
  const [isTrying, setTrying] = useState(false);
  const result = tried?.of === unwanted ? tried.result : null;
  const trying = async () => {
    setTrying(true);
    const result = (await tryLeavingOut(unwanted)) ?? null;
    setTrying(false);
    setTried({ of: unwanted, result });
  };
  return (
    <div className="noise-chosen">
      <p>
        Leave out events with <Chosen unwanted={unwanted} />
      </p>
      <button type="button" className="btn" disabled={isTrying} onClick={() => void trying()}>
        {isTrying ? 'Trying…' : 'Try it'}
      </button>
      <button type="button" className="btn-quiet" onClick={onClear}>
        Clear
      </button>
      <span role="status">
        {result === null ? null : 'refused' in result ? (
          <Sentence words={result.refused} />
        ) : (
          `${count(result.before - result.after, 'match', 'matches')} of ${result.before.toLocaleString('en')} would be left out, ${result.after.toLocaleString('en')} would stay.`
        )}
      </span>
      {result === null || 'refused' in result ? null : (
        <button
          type="button"
          className="btn"
          onClick={() => editRule(result.rule, result.edits, said('rule', result.title))}
        >
          {unmarked(result.title)}
        </button>
      )}
    </div>
  );
}

/** `Computer A or B, and User x`. */
function Chosen({ unwanted }: { readonly unwanted: readonly Unwanted[] }) {
  const fields = [...new Set(unwanted.map(({ field }) => field))];
  return fields.map((field, i) => {
    const values = unwanted.filter((one) => one.field === field);
    return (
      <span key={field}>
        {i > 0 ? ', and ' : ''}
        <code>{cutEntry(field)}</code>{' '}
        {values.map(({ value }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with each choice.
          <span key={at}>
            {at > 0 ? ' or ' : ''}
            <code>{cutEntry(String(value)) || 'empty'}</code>
          </span>
        ))}
      </span>
    );
  });
}
