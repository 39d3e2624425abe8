import { useRef, useState } from 'react';
import { TROUBLES } from '../../actions/keep';
import { count } from '../../ui/count';
import { type ExportStart, HistoryBar } from './HistoryBar';
import { StateList } from './StateList';
import { StateView } from './StateView';
import { useHistory } from './use-history';
import './history.css';

interface HistoryProps {
  readonly start: ExportStart;
  readonly onClose: () => void;
}

/** The states that are kept, newest first, and beside them how the chosen one differs from what is in the editors. */
export function History({ onClose, start }: HistoryProps) {
  const read = useHistory();
  const back = useRef<HTMLButtonElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  if (!read) return <p className="empty">Reading…</p>;
  const states = read.trouble === null ? read.states : [];
  const chosen = states.find(({ id }) => id === wanted) ?? states[0];
  return (
    <div className="history">
      <HistoryBar states={states} onLeave={onClose} start={start} />
      {read.trouble === null ? null : <p role="alert">{TROUBLES[read.trouble]}</p>}
      {read.trouble === null && read.unread > 0 ? (
        <p className="soft">
          {count(read.unread, 'state')} cannot be read: damaged, or of a newer version of the page.{' '}
          {read.unread === 1 ? 'It stays as it is.' : 'They stay as they are.'}
        </p>
      ) : null}
      {chosen ? (
        <div className="history-parts">
          <StateList
            states={states}
            chosen={chosen.id}
            onChoose={setWanted}
            onBringBack={() => back.current?.click()}
          />
          <StateView key={chosen.id} state={chosen} onBack={onClose} backRef={back} />
        </div>
      ) : read.trouble === null ? (
        <p className="empty">
          Nothing is kept yet. What you write is kept here between edits, and before anything replaces it.
        </p>
      ) : null}
    </div>
  );
}
