import './pane.css';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { download, openFile, startNew } from '../actions/work';
import { Editor } from '../editor/Editor';
import type { EditorEvents } from '../editor/handle';
import { clicked, hovered } from '../editor/linking';
import { ruleScrolled, scrolled } from '../editor/painting';
import { openEventFiles } from '../log/open-files';
import { followCursor } from '../panels/documents/choose-document';
import { results } from '../results/results';
import { eventAt } from '../results/verdict-columns';
import { type Side, session, useSession } from '../state/session';

const LABELS: Readonly<Record<Side, string>> = { rule: 'Rule', events: 'Events' };
const ACCEPT: Readonly<Record<Side, string>> = {
  rule: '.yml,.yaml,.txt,application/yaml,text/yaml,text/plain',
  events: '.json,.jsonl,.ndjson,.log,.txt,.xml,.evtx,application/json,application/xml,text/plain',
};

// The editors live longer than the components; what they call is therefore made once.
const EVENTS: Readonly<Record<Side, EditorEvents>> = {
  rule: {
    onText: (rule) => session.setState({ rule }),
    onCursor: followCursor,
    onVisible: ruleScrolled,
    onHover: (placed, offset) => hovered('rule', placed, offset),
    onClick: (placed, offset) => clicked('rule', placed, offset),
  },
  events: {
    onText: (events) => session.setState({ events }),
    onCursor: (offset) => {
      const selected = eventAt(results.getState().outcome.verdicts, offset);
      if (selected !== null && selected !== session.getState().selected) session.setState({ selected });
    },
    onVisible: scrolled,
    onHover: (placed, offset) => hovered('events', placed, offset),
    onClick: (placed, offset) => clicked('events', placed, offset),
  },
};

interface EditorPaneProps {
  readonly side: Side;
  readonly dark: boolean;
  /** In the bar: how this side stands. */
  readonly status: ReactNode;
  /** At the end of the bar, where they keep their place whatever the status says. */
  readonly tools?: ReactNode;
  /** Between bar and editor. */
  readonly children?: ReactNode;
  /** Above the editor, in a part of its own that the person sets the height of. */
  readonly above?: ReactNode;
}

/** Rules are opened one at a time; several files of events are read together. */
function open(side: Side, files: readonly File[]): void {
  if (side === 'events') void openEventFiles(files);
  else if (files[0]) void openFile(side, files[0]);
}

/** One side: its bar, what belongs between, and its editor. A file dropped on it is opened. */
export function EditorPane({ side, dark, status, tools, children, above }: EditorPaneProps) {
  const text = useSession((s) => s[side]);
  const name = useSession((s) => (side === 'rule' ? s.ruleName : s.eventsName));
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const label = LABELS[side];

  const drop = {
    onDragOver: (e: DragEvent) => {
      if (!e.dataTransfer.types.includes('Files')) return;
      e.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDropCapture: (e: DragEvent) => {
      const files = [...e.dataTransfer.files];
      setOver(false);
      if (files.length === 0) return;
      e.preventDefault();
      e.stopPropagation();
      open(side, files);
    },
  };

  const editor = <Editor side={side} label={label} text={text} dark={dark} events={EVENTS[side]} />;
  return (
    <section className={over ? 'pane drop-over' : 'pane'} aria-label={`${label} pane`} {...drop}>
      <div className="pane-top">
        <div className="pane-bar">
          <div className="pane-head">
            <h2 className="pane-title">{label}</h2>
            <span className="pane-actions">
              <button type="button" className="btn-quiet" onClick={() => startNew(side)}>
                New
              </button>
              <button type="button" className="btn-quiet" onClick={() => picker.current?.click()}>
                Open
              </button>
              <button type="button" className="btn-quiet" onClick={() => download(side)}>
                Download
              </button>
            </span>
            {/* Last: however long it is, the buttons keep their places. */}
            <span className="pane-name" title={name}>
              {name}
            </span>
          </div>
          <div className="pane-state">
            <span className="pane-status">{status}</span>
            {tools}
          </div>
        </div>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={`Open ${label.toLowerCase()} file`}
        accept={ACCEPT[side]}
        multiple={side === 'events'}
        onChange={(e) => {
          const files = [...(e.currentTarget.files ?? [])];
          // Emptied, so that the same file can be opened again.
          e.currentTarget.value = '';
          open(side, files);
        }}
      />
      {above ? (
        <Group orientation="vertical" className="pane-parts">
          <Panel id="above" defaultSize="58%" minSize="20%" className="page-fill">
            {above}
          </Panel>
          <Separator className="page-separator" aria-label="Height of the log" />
          <Panel id="editor" minSize="15%" className="page-fill">
            <div className="pane-part">
              {children}
              {editor}
            </div>
          </Panel>
        </Group>
      ) : (
        <>
          {children}
          {editor}
        </>
      )}
    </section>
  );
}
