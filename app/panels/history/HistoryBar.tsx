import { useState } from 'react';
import { isHistoryOn, switchHistory } from '../../actions/keep';
import { bytesOf, deleteHistory, type KeptState, LIMITS, troubleOf } from '../../state/history';
import { notify } from '../../ui/notices';
import { Toggle } from '../../ui/Toggle';
import { sizeWords } from './words';

/** What is kept and for how long, the switch for all of it, and the way to delete it. */
export function HistoryBar({ states }: { readonly states: readonly KeptState[] }) {
  const [on, setOn] = useState(isHistoryOn);
  const [asked, setAsked] = useState(false);
  const change = (next: boolean) => {
    switchHistory(next);
    setOn(isHistoryOn());
  };
  const remove = () => {
    setAsked(false);
    deleteHistory().catch((error: unknown) => {
      notify({ key: 'history', text: `History could not be deleted (${troubleOf(error)}).`, for: 8000 });
    });
  };
  return (
    <>
      <p className="soft">
        Only in this browser: everything of the last hour, then one state an hour for a day, then one a day;
        starred ones stay. At most {LIMITS.states} states and {sizeWords(LIMITS.bytes)};{' '}
        {states.length.toLocaleString('en')} and {sizeWords(bytesOf(states))} are used.
      </p>
      <div className="history-bar">
        <Toggle on={on} onChange={change}>
          Keep history
        </Toggle>
        {on ? null : (
          <span className="soft">
            Off: what is replaced comes back only by undo, until you leave the page.
          </span>
        )}
        <span className="gap" />
        {asked ? (
          <span role="alert" className="history-asked">
            Delete all states, starred ones too?
            <button type="button" className="btn" onClick={remove}>
              Delete all
            </button>
            <button type="button" className="btn" onClick={() => setAsked(false)}>
              Keep them
            </button>
          </span>
        ) : (
          <button type="button" className="btn" onClick={() => setAsked(true)}>
            Delete history…
          </button>
        )}
      </div>
    </>
  );
}
