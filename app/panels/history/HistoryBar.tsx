import { useEffect, useRef, useState } from 'react';
import { exportWork, importWork } from '../../actions/export-work';
import { isHistoryOn, switchHistory } from '../../actions/keep';
import { keepElsewhereAgain } from '../../actions/persist';
import { bytesOf, deleteHistory, type KeptState, LIMITS, troubleOf } from '../../state/history';
import { count } from '../../ui/count';
import { notify } from '../../ui/notices';
import { Toggle } from '../../ui/Toggle';
import { sizeWords } from './words';

/** The export whose button has the focus when the dialog opens; null for the list of states. */
export type ExportStart = 'work' | 'all' | null;

interface HistoryBarProps {
  readonly states: readonly KeptState[];
  /** Called when something happens that is to be seen on the page. */
  readonly onLeave: () => void;
  readonly start: ExportStart;
}

const DELETED_LATER = 'Another tab of this page holds History: it is deleted as soon as that tab is closed.';

/** What is kept and for how long, the switch for all of it, and the way to delete it. */
export function HistoryBar({ states, onLeave, start }: HistoryBarProps) {
  const [on, setOn] = useState(isHistoryOn);
  const [asked, setAsked] = useState(false);
  const change = (next: boolean) => {
    switchHistory(next);
    setOn(isHistoryOn());
  };
  const remove = () => {
    setAsked(false);
    deleteHistory(keepElsewhereAgain).then(keepElsewhereAgain, (error: unknown) => {
      const text = troubleOf(error) === 'blocked' ? DELETED_LATER : 'History could not be deleted.';
      notify({ key: 'history', text, for: 12_000 });
    });
  };
  return (
    <>
      <p className="soft">
        Only in this browser: everything of the last hour, then one state an hour for a day, then one a day;
        starred ones stay. At most {LIMITS.states} states and {sizeWords(LIMITS.bytes)}; now{' '}
        {count(states.length, 'state')}, {sizeWords(bytesOf(states))}.
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
        <Exchange onLeave={onLeave} start={start} />
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

/** Everything as a zip of plain files, and back. */
function Exchange({ onLeave, start }: Pick<HistoryBarProps, 'onLeave' | 'start'>) {
  const picker = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [isRedacted, setRedacted] = useState(false);
  return (
    <>
      <Toggle on={isRedacted} onChange={setRedacted}>
        Replace names
      </Toggle>
      <button
        ref={start === 'work' ? first : null}
        type="button"
        className="btn"
        title="A zip of plain files: rule.yml, the events, settings.json"
        onClick={() => void exportWork({ withHistory: false, isRedacted })}
      >
        Export work
      </button>
      <button
        ref={start === 'all' ? first : null}
        type="button"
        className="btn"
        title="A zip with rule.yml, events and settings.json, and a folder for each state of History"
        onClick={() => void exportWork({ withHistory: true, isRedacted })}
      >
        Export all
      </button>
      <button type="button" className="btn" onClick={() => picker.current?.click()}>
        Import…
      </button>
      <input
        ref={picker}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label="Import an export"
        onChange={(e) => {
          const [file] = e.target.files ?? [];
          e.target.value = '';
          if (!file) return;
          onLeave();
          void importWork(file);
        }}
      />
    </>
  );
}
