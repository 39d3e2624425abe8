import { useRef } from 'react';
import { isRead, toldNow } from '../../actions/sheets';
import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { calledOf, type Sheet, type Told } from '../../state/sheet-list';
import { useSheets } from '../../state/sheets';

interface SheetTabProps {
  readonly sheet: Sheet;
  readonly isChosen: boolean;
}

/** The tab of one sheet: what it is called, and what came of it when it was last run. */
export function SheetTab({ sheet: { id, title, told }, isChosen }: SheetTabProps) {
  const called = useCalled(id, title);
  return (
    <div
      role="tab"
      className="sheets-tab"
      data-sheet={id}
      aria-selected={isChosen}
      aria-controls="work"
      tabIndex={isChosen ? 0 : -1}
      title={called}
    >
      <span className="sheets-title">{called}</span>
      {isChosen ? <ToldNow before={told} /> : <ToldWords told={told} />}
      {/* For the pointer alone: the keyboard has Delete, and the menu at the end of the row. */}
      <span className="sheets-close" data-close aria-hidden="true" title="Close">
        ×
      </span>
    </div>
  );
}

function useCalled(id: string, title: string): string {
  const now = useSession((s) => (s.sheet === id ? calledOf(title, s) : ''));
  const away = useSheets(({ away }) => away.get(id));
  return away ? calledOf(title, away) : now;
}

/** Of the chosen sheet: as the engine sees it now; until it has seen the newest text, what it saw before, so that no tab moves. */
function ToldNow({ before }: { readonly before: Told | null }) {
  // A new object each time, so its words are what is compared.
  const words = useResults(() => (isRead() ? JSON.stringify(toldNow()) : ''));
  const last = useRef(before);
  if (words !== '') last.current = JSON.parse(words) as Told | null;
  return (
    <span className={words === '' ? 'earlier' : ''}>
      <ToldWords told={last.current} />
    </span>
  );
}

function ToldWords({ told }: { readonly told: Told | null }) {
  if (told === null) return null;
  if (told === 'broken') return <span className="sheets-told sheets-broken">does not compile</span>;
  const { matches, total } = told;
  if (total === 0) return null;
  return (
    <span className="sheets-told">
      <span aria-hidden="true">
        {matches.toLocaleString('en')}/{total.toLocaleString('en')}
      </span>
      <span className="visually-hidden">
        , {matches.toLocaleString('en')} of {total.toLocaleString('en')} match
      </span>
    </span>
  );
}
