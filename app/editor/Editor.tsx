import './editor.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Failed } from '../guard/Guard';
import { useResults } from '../results/results';
import { session } from '../state/session';
import { type EditorSlot, editorReady, editors } from './editors';
import type { EditorEvents, EditorHandle } from './handle';
import { type Create, inTurn, loadEditors } from './load';
import { plainBeginning } from './plain';

interface EditorProps {
  readonly side: 'rule' | 'events';
  readonly label: string;
  readonly text: string;
  readonly dark: boolean;
  readonly events: EditorEvents;
}

/**
 * An editor: first a plain text box, then Monaco as soon as it has loaded. If Monaco cannot be loaded, a message above the
 * text box says so; the text box stays, and everything but the colours works.
 */
export function Editor({ side, label, text, dark, events }: EditorProps) {
  const slot = editors[side];
  const look = useResults((r) => r.awaited) ? 'editor-earlier' : '';
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const [ready, setReady] = useState(slot.handle !== null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const [attempt, setAttempt] = useState(0);
  // The editor outlives this component; its callbacks reach the latest props through this reference.
  const newest = useRef({ text, dark, events });
  newest.current = { text, dark, events };
  // A long text would hold the page before there is an editor for it; without an editor it has to be there as a whole.
  const plain = ready || failure ? text : plainBeginning(text);
  const isCut = plain !== text;

  useLayoutEffect(() => {
    if (slot.host && slot.handle) {
      frame.current?.append(slot.host);
      slot.handle.shown();
    }
    return () => slot.host?.remove();
  }, [slot]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads it anew.
  useEffect(() => {
    if (slot.handle) return;
    let gone = false;
    const start = ({ createEditor }: Create) => {
      if (gone || slot.handle || !frame.current) return;
      const { text, dark } = newest.current;
      const { sheet } = session.getState();
      const written = box.current?.readOnly ? text : (box.current?.value ?? text);
      const start = { side, label, sheet, text: written, dark };
      place(slot, frame.current, box.current, (host) =>
        createEditor(
          host,
          start,
          forwarded(() => newest.current.events),
        ),
      );
      setReady(true);
      if (slot.handle) editorReady(slot.handle);
    };
    loadEditors()
      .then((create) => inTurn(() => start(create)))
      .catch((error: unknown) => {
        if (!gone) setFailure({ error });
      });
    return () => {
      gone = true;
    };
  }, [slot, side, label, attempt]);

  useEffect(() => slot.handle?.setTheme(dark), [slot, dark]);

  const again = () => {
    setFailure(null);
    setAttempt(attempt + 1);
  };
  return (
    <>
      {failure ? (
        <Failed
          what={side === 'rule' ? 'The rule’s editor' : 'The events’ editor'}
          error={failure.error}
          meanwhile="You can go on in plain text, without colours and marks."
          onAgain={again}
        />
      ) : null}
      <div className={`editor editor-${side} ${look}`} data-region ref={frame}>
        {ready ? null : (
          <textarea
            ref={box}
            className="editor-plain"
            aria-label={label}
            value={plain}
            readOnly={isCut}
            aria-busy={isCut}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            onChange={(e) => events.onText(e.target.value, null)}
            onSelect={(e) => events.onCursor(e.currentTarget.selectionStart)}
          />
        )}
      </div>
    </>
  );
}

/** Makes an editor in `frame`, in place of the text box, whose cursor it takes over. Where it cannot be made nothing changes. */
function place(
  slot: EditorSlot,
  frame: HTMLElement,
  box: HTMLTextAreaElement | null,
  make: (host: HTMLElement) => EditorHandle,
): void {
  const host = document.createElement('div');
  host.className = 'editor-host';
  frame.append(host);
  const focused = box !== null && document.activeElement === box;
  try {
    slot.handle = make(host);
  } catch (error) {
    host.remove();
    throw error;
  }
  slot.host = host;
  if (!focused) return;
  slot.handle.reveal({ start: box.selectionStart, end: box.selectionEnd }, { cursor: true, focus: true });
}

function forwarded(events: () => EditorEvents): EditorEvents {
  return {
    onText: (text, step) => events().onText(text, step),
    onCursor: (offset) => events().onCursor(offset),
    onPaste: (range) => events().onPaste(range),
    onVisible: (range) => events().onVisible(range),
    onHover: (placed, offset) => events().onHover(placed, offset),
    onClick: (placed, offset) => events().onClick(placed, offset),
  };
}
