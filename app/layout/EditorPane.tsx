import './pane.css';
import { type ReactNode, useRef } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { chosenFiles } from '../actions/dropped';
import { startNew } from '../actions/work';
import { Editor } from '../editor/Editor';
import { download } from '../guard/download';
import { Guard } from '../guard/Guard';
import { useName } from '../results/file-names';
import { type Side, useSession } from '../state/session';
import { openAnywhere } from './drops';
import { EnlargeButton, useEnlargedClass } from './EnlargeButton';
import { EDITOR_EVENTS } from './editor-events';
import { ShareOptions } from './Share';

const LABELS: Readonly<Record<Side, string>> = { rule: 'Rule', events: 'Events' };
/** On either side: what is opened goes where it belongs. */
const ACCEPT =
  '.yml,.yaml,.txt,.json,.jsonl,.ndjson,.log,.csv,.tsv,.xml,.evtx,.zip,application/yaml,text/yaml,application/json,application/xml,text/plain,text/csv';

interface EditorPaneProps {
  readonly side: Side;
  readonly dark: boolean;
  /** In the bar: the status of this side. */
  readonly status: ReactNode;
  /** At the end of the bar, where they keep their place whatever the status. */
  readonly tools?: ReactNode;
  /** Between bar and editor: what is always there. */
  readonly children?: ReactNode;
  /** Below the editor, so that nothing moves when it comes: what there is to know about the text. */
  readonly below?: ReactNode;
  /** Above the editor, in a part of its own that the person sets the height of. */
  readonly above?: ReactNode;
}

/** One side: its bar, what belongs between, and its editor. */
export function EditorPane({ side, dark, status, tools, children, below, above }: EditorPaneProps) {
  const text = useSession((s) => s[side]);
  const name = useName(side);
  const picker = useRef<HTMLInputElement>(null);
  const label = LABELS[side];
  const frame = useEnlargedClass(side, 'pane');

  const isRule = side === 'rule';
  const editor = (
    <>
      <Guard what={isRule ? 'What stands above the rule' : 'The verdicts'}>{children}</Guard>
      <Guard what={isRule ? 'The rule’s editor' : 'The events’ editor'}>
        <Editor side={side} label={label} text={text} dark={dark} events={EDITOR_EVENTS[side]} />
      </Guard>
      <div className="pane-below">
        <Guard what={isRule ? 'The notes on the rule' : 'The notes on the events'}>{below}</Guard>
      </div>
    </>
  );
  return (
    <section className={frame} aria-label={`${label} pane`} data-drop={side} data-part={side}>
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
              {isRule ? null : <ShareOptions className="btn-quiet">Redact…</ShareOptions>}
            </span>
            {/* Last, so that the buttons keep their places however long it is. */}
            <span className="pane-name" title={name}>
              {name}
            </span>
          </div>
          <div className="pane-state">
            <span className="pane-status">{status}</span>
            {tools}
            <EnlargeButton part={side} />
          </div>
        </div>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={`Open ${label.toLowerCase()} file`}
        accept={ACCEPT}
        multiple
        onChange={(e) => {
          const chosen = chosenFiles(e.currentTarget.files ?? []);
          // Emptied, so that the same file can be opened again.
          e.currentTarget.value = '';
          if (chosen.files.length > 0) openAnywhere(chosen, side);
        }}
      />
      {above ? (
        <Group orientation="vertical" className="pane-parts">
          <Panel id="above" defaultSize="58%" minSize="20%" className="page-fill">
            {above}
          </Panel>
          <Separator className="page-separator" aria-label="Height of the log" />
          <Panel id="editor" minSize="15%" className="page-fill">
            <div className="pane-part">{editor}</div>
          </Panel>
        </Group>
      ) : (
        editor
      )}
    </section>
  );
}
