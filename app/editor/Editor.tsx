import './editor.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { editorReady, editors } from './editors';
import type { EditorEvents } from './handle';

interface EditorProps {
  readonly side: 'rule' | 'events';
  readonly label: string;
  readonly text: string;
  readonly dark: boolean;
  readonly events: EditorEvents;
}

/**
 * An editor: first a plain text box, then Monaco as soon as it has loaded. If Monaco never loads, the text box stays,
 * and everything but the colours works.
 */
export function Editor({ side, label, text, dark, events }: EditorProps) {
  const slot = editors[side];
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const [ready, setReady] = useState(slot.handle !== null);
  // The editor outlives this component; its callbacks reach the latest props through this reference.
  const newest = useRef({ text, dark, events });
  newest.current = { text, dark, events };

  useLayoutEffect(() => {
    if (slot.host && slot.handle) {
      frame.current?.append(slot.host);
      slot.handle.shown();
    }
    return () => slot.host?.remove();
  }, [slot]);

  useEffect(() => {
    if (slot.handle) return;
    let gone = false;
    void import('./create').then(
      ({ createEditor }) => {
        if (gone || slot.handle || !frame.current) return;
        const host = document.createElement('div');
        host.className = 'editor-host';
        frame.current.append(host);
        const { current } = newest;
        const typed = box.current;
        const focused = typed !== null && document.activeElement === typed;
        slot.host = host;
        slot.handle = createEditor(
          host,
          { side, label, text: typed?.value ?? current.text, dark: current.dark },
          forwarded(() => newest.current.events),
        );
        if (typed && focused) {
          slot.handle.reveal(
            { start: typed.selectionStart, end: typed.selectionEnd },
            { cursor: true, focus: true },
          );
        }
        setReady(true);
        editorReady();
      },
      () => {
        // Offline or blocked: the plain text box stays.
      },
    );
    return () => {
      gone = true;
    };
  }, [slot, side, label]);

  useEffect(() => slot.handle?.setTheme(dark), [slot, dark]);

  return (
    <div className={`editor editor-${side}`} data-region ref={frame}>
      {ready ? null : (
        <textarea
          ref={box}
          className="editor-plain"
          aria-label={label}
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(e) => events.onText(e.target.value, null)}
          onSelect={(e) => events.onCursor(e.currentTarget.selectionStart)}
        />
      )}
    </div>
  );
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
