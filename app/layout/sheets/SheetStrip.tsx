import './sheets.css';
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import {
  chooseNext,
  chooseSheet,
  closeSheet,
  duplicateSheet,
  moveSheet,
  newSheet,
} from '../../actions/sheets';
import { Choices } from '../../guard/Choices';
import { session, useSession } from '../../state/session';
import { sheets, useSheets } from '../../state/sheets';
import { isClose, tabOf, useDrag } from './drag';
import { rename, renaming } from './renaming';
import { SheetName } from './SheetName';
import { SheetTab } from './SheetTab';

const CHOICES = [
  { id: 'rename', title: 'Rename (F2)' },
  { id: 'duplicate', title: 'Duplicate sheet' },
  { id: 'left', title: 'Move left (Alt+Shift+←)' },
  { id: 'right', title: 'Move right (Alt+Shift+→)' },
  { id: 'close', title: 'Close (Delete)' },
];

/** The sheets as tabs, where there are several. */
export default function SheetStrip() {
  const list = useSheets((now) => now.list);
  const chosen = useSession((s) => s.sheet);
  const renamed = useStore(renaming, (r) => r.sheet);
  const row = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const drag = useDrag();
  const sheet = list.find(({ id }) => id === renamed);

  // The chosen tab is in sight, and has the focus if the row had it.
  const at = list.findIndex(({ id }) => id === chosen);
  useLayoutEffect(() => {
    const tab = row.current?.children[at];
    if (!(tab instanceof HTMLElement) || tab.dataset.sheet !== chosen) return;
    tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (hadFocus.current) tab.focus({ preventScroll: true });
  }, [chosen, at]);
  useEffect(() => leave, []);

  const act = (id: string) => {
    const { sheet } = session.getState();
    const at = placeOf(sheet);
    if (id === 'rename') rename(sheet);
    if (id === 'duplicate') duplicateSheet(sheet);
    if (id === 'left') moveSheet(sheet, at - 1);
    if (id === 'right') moveSheet(sheet, at + 1);
    if (id === 'close') closeSheet(sheet);
  };
  const onTab = (event: MouseEvent<HTMLElement>, then: (id: string) => void) => {
    const id = tabOf(event.target)?.dataset.sheet;
    if (id !== undefined) then(id);
  };
  return (
    <section className="sheets" aria-label="Work sheets" data-region>
      {/* Its keys and clicks are those of the tabs within. */}
      <div
        ref={row}
        role="tablist"
        aria-label="Sheets"
        className="sheets-tabs"
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={(event) => {
          // Where its tab has gone, the next one takes the focus.
          hadFocus.current = event.relatedTarget === null && !event.target.isConnected;
        }}
        onKeyDown={(event) => onKey(event)}
        onClick={(event) => onTab(event, isClose(event.target) ? closeSheet : chooseSheet)}
        onDoubleClick={(event) => !isClose(event.target) && onTab(event, rename)}
        // By default the middle button scrolls or, on Linux, pastes what is selected into the editor.
        onMouseDown={(event) => event.button === 1 && event.preventDefault()}
        onMouseUp={(event) => event.button === 1 && event.preventDefault()}
        onAuxClick={(event) => event.button === 1 && onTab(event, closeSheet)}
        onContextMenu={(event) =>
          onTab(event, (id) => {
            event.preventDefault();
            chooseSheet(id);
            row.current?.parentElement?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click();
          })
        }
        {...drag}
      >
        {list.map((one) => (
          <SheetTab key={one.id} sheet={one} isChosen={one.id === chosen} />
        ))}
      </div>
      {sheet ? (
        <SheetName
          key={sheet.id}
          sheet={sheet}
          row={row}
          onEnd={() => {
            rename(null);
            row.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
          }}
        />
      ) : null}
      <div className="sheets-ends">
        <button
          type="button"
          className="btn-icon"
          aria-label="New sheet"
          title="New sheet"
          onClick={newSheet}
        >
          +
        </button>
        <Choices
          label={<span aria-hidden="true">⋯</span>}
          name="Sheet actions"
          quiet
          choices={CHOICES}
          onChoose={act}
        />
      </div>
    </section>
  );
}

/** Keys on a tab. */
function onKey(event: KeyboardEvent<HTMLElement>): void {
  const { sheet } = session.getState();
  const { list } = sheets.getState();
  const at = placeOf(sheet);
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return;
  const isMove = altKey && shiftKey;
  if (!isMove && (altKey || shiftKey)) return;
  const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  if (isMove && step !== 0) moveSheet(sheet, at + step);
  else if (isMove) return;
  else if (step !== 0) chooseNext(step);
  else if (key === 'Home') chooseSheet(list[0]?.id ?? sheet);
  else if (key === 'End') chooseSheet(list.at(-1)?.id ?? sheet);
  else if (key === 'F2') rename(sheet);
  else if (key === 'Delete') closeSheet(sheet);
  else return;
  event.preventDefault();
}

function placeOf(id: string): number {
  return sheets.getState().list.findIndex((one) => one.id === id);
}

/** The row goes with the last but one sheet; the focus that it had is not lost. */
function leave(): void {
  rename(null);
  requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-new-sheet]')?.focus({ preventScroll: true });
  });
}
