import { useEffect, useState } from 'react';
import type { LogView } from '../../../src/log';
import { VERDICTS } from '../../../src/match';
import { Choices } from '../../guard/Choices';
import { count } from '../../ui/count';
import { searchLog, showInLog, useLog } from '../store';

/** Verdicts, in the order of their buttons. */
const BUTTONS = [
  ['match', 'Match'],
  ['no match', 'No match'],
  ['not applicable', 'Other source'],
  ['error', 'Malformed'],
] as const;

const ORDERS: readonly { readonly id: LogView['order']; readonly title: string }[] = [
  { id: 'file', title: 'File order' },
  { id: 'time', title: 'Time, earliest first' },
  { id: 'time down', title: 'Time, latest first' },
];

const ANY = 'any';
/** Milliseconds after the last key before a search begins. */
const TYPING = 250;
const HELP =
  'A word may be anywhere in an event; "several words" are a phrase. Image:*\\cmd.exe compares a field’s whole value, has:User finds events with the field, and - excludes what follows it.';

/** Which of the log's events are listed, and in which order. */
export function LogFilters() {
  const state = useLog((log) => log.state);
  if (!state) return null;
  const { view, tally, selections, listed, events, timed, sorted, phase, stopped } = state;
  const selection = view.selection === null ? undefined : selections[view.selection];
  return (
    <div className="log-filters">
      <Search />
      <fieldset className="log-choices" aria-label="Verdicts">
        <button
          type="button"
          className="btn-quiet"
          aria-pressed={view.verdicts === null}
          onClick={() => showInLog({ verdicts: null })}
        >
          All
        </button>
        {BUTTONS.map(([verdict, title]) => {
          const code = VERDICTS.indexOf(verdict);
          const isOn = view.verdicts?.includes(code) ?? false;
          return (
            <button
              key={verdict}
              type="button"
              className="btn-quiet"
              aria-pressed={isOn}
              onClick={() => showInLog({ verdicts: toggled(view.verdicts, code) })}
            >
              {title} <span className="soft">{(tally[code] ?? 0).toLocaleString('en')}</span>
            </button>
          );
        })}
      </fieldset>
      <div className="log-choices">
        {selections.length > 0 ? (
          <Choices
            name="Selection that matches"
            label={selection ? `Selection ${selection.name}` : 'Any selection'}
            choices={[
              { id: ANY, title: 'Any selection, or none' },
              ...selections.map(({ name, count: matched }, i) => ({
                id: String(i),
                title: name,
                detail: [`matches ${count(matched, 'event')}`],
              })),
            ]}
            chosen={view.selection === null ? ANY : String(view.selection)}
            onChoose={(id) => showInLog({ selection: id === ANY ? null : Number(id) })}
          />
        ) : null}
        <Choices
          name="Order"
          label={ORDERS.find(({ id }) => id === view.order)?.title ?? ''}
          choices={ORDERS}
          chosen={view.order}
          onChoose={(id) => showInLog({ order: ORDERS.find((order) => order.id === id)?.id ?? 'file' })}
        />
        <span className="soft" role="status">
          {listed === events
            ? 'All are listed'
            : `${listed.toLocaleString('en')} of ${count(events, 'event')}`}
          {view.order === 'file'
            ? ''
            : !sorted && phase === 'opening' && !stopped
              ? ', sorted once all events are read'
              : timed < events
                ? `, ${(events - timed).toLocaleString('en')} without a time last`
                : ''}
        </span>
      </div>
    </div>
  );
}

function Search() {
  const search = useLog((log) => log.state?.search);
  const [text, setText] = useState(search?.text ?? '');
  const [matchCase, setMatchCase] = useState(search?.matchCase ?? false);
  const [asked, setAsked] = useState({ text, matchCase });
  useEffect(() => {
    if (asked.text === text && asked.matchCase === matchCase) return;
    const timer = setTimeout(() => {
      setAsked({ text, matchCase });
      searchLog({ text, matchCase });
    }, TYPING);
    return () => clearTimeout(timer);
  }, [asked, text, matchCase]);
  return (
    <div className="log-search">
      <input
        type="search"
        className="field"
        aria-label="Search the log"
        placeholder="Search: words, &quot;a phrase&quot;, Image:*\cmd.exe, has:User, -not"
        title={HELP}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(e) => setText(e.target.value)}
      />
      <button
        type="button"
        className="btn-quiet"
        aria-pressed={matchCase}
        title="Tell upper from lower case"
        onClick={() => setMatchCase(!matchCase)}
      >
        Match case
      </button>
    </div>
  );
}

/** Adds a verdict to the chosen ones or removes it; none chosen is the same as all. */
function toggled(verdicts: readonly number[] | null, code: number): readonly number[] | null {
  if (!verdicts?.includes(code)) return [...(verdicts ?? []), code];
  const left = verdicts.filter((other) => other !== code);
  return left.length > 0 ? left : null;
}
