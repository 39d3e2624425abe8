import { type FormEvent, type RefObject, useEffect, useState } from 'react';
import { besideLesson } from '../../actions/beside-lesson';
import { TROUBLES, tellTrouble } from '../../actions/keep';
import { replaceWork } from '../../actions/work';
import { changeState, type KeptState, readWorkOf, type Trouble, troubleOf } from '../../state/history';
import type { Work } from '../../state/session';
import { Differences } from './Differences';
import { calledWords, whenWords } from './words';

interface StateViewProps {
  readonly state: KeptState;
  /** Called once its texts are in the editors again. */
  readonly onBack: () => void;
  /** The button that brings it back. */
  readonly backRef: RefObject<HTMLButtonElement | null>;
}

/** One state: its name and star, how it differs from what is in the editors, and the way to bring it back. */
export function StateView({ state, onBack, backRef }: StateViewProps) {
  const { id, at, starred } = state;
  const read = useWorkOf(id);
  const work = read && 'work' in read ? read.work : null;
  const bringBack = () => {
    if (!work || !besideLesson()) return;
    replaceWork(work, {
      said: `“${calledWords(state)}” of ${whenWords(at, Date.now())} is back.`,
      why: 'restored',
    });
    onBack();
  };
  return (
    <section className="history-view" aria-label="The chosen state">
      <div className="history-bar">
        <button
          ref={backRef}
          type="button"
          className="btn btn-main"
          title="Or press Enter in the list"
          disabled={!work}
          onClick={bringBack}
        >
          Bring back
        </button>
        <button
          type="button"
          className="btn"
          aria-pressed={starred}
          title="A starred state stays, however old it is"
          onClick={() => void change(id, { starred: !starred })}
        >
          <span aria-hidden="true">{starred ? '★' : '☆'}</span> Star
        </button>
        <Name state={state} />
      </div>
      {read && 'trouble' in read ? (
        <p role="alert">
          {read.trouble === null
            ? 'This state is no longer kept.'
            : read.trouble === 'broken'
              ? 'The texts of this state are damaged and cannot be read.'
              : TROUBLES[read.trouble]}
        </p>
      ) : work ? (
        <Differences work={work} />
      ) : (
        <p className="empty">Reading…</p>
      )}
    </section>
  );
}

/** What the user calls the state: kept with Enter, or when the field is left. */
function Name({ state: { id, name, title } }: { readonly state: KeptState }) {
  const [text, setText] = useState(name);
  const save = () => {
    if (text.trim() !== name) void change(id, { name: text.trim() });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form className="history-name" onSubmit={submit}>
      <label>
        Name
        <input
          className="field"
          value={text}
          placeholder={title}
          maxLength={120}
          autoComplete="off"
          onChange={(e) => setText(e.target.value)}
          onBlur={save}
        />
      </label>
    </form>
  );
}

async function change(id: string, to: Partial<Pick<KeptState, 'name' | 'starred'>>): Promise<void> {
  await changeState(id, to).catch((error: unknown) => tellTrouble(troubleOf(error)));
}

type WorkRead = { readonly work: Work } | { readonly trouble: Trouble | null } | null;

/** The texts of a state; null until they have been read. */
function useWorkOf(id: string): WorkRead {
  const [read, setRead] = useState<WorkRead>(null);
  useEffect(() => {
    let gone = false;
    void readWorkOf(id)
      .then(
        (work): WorkRead => (work ? { work } : { trouble: null }),
        (error: unknown): WorkRead => ({ trouble: troubleOf(error) }),
      )
      .then((next) => {
        if (!gone) setRead(next);
      });
    return () => {
      gone = true;
    };
  }, [id]);
  return read;
}
