import type { RefObject } from 'react';
import { type Paper, paperSvg } from '../../../src/export';
import { session } from '../../state/session';
import { copyText } from '../../ui/copy';
import { notify } from '../../ui/notices';
import { saveBlob, saveFile } from '../../ui/save-file';
import { drawPng, tooHigh } from './draw';
import { exportName, FORMS, type Form, type Theme, textOf } from './forms';

interface ExportEndProps {
  /** Null while it is being made. */
  readonly paper: Paper | null;
  readonly form: Form;
  readonly theme: Theme;
  readonly frame: RefObject<HTMLIFrameElement | null>;
}

/** The buttons that save, copy and print. */
export function ExportEnd({ paper, form, theme, frame }: ExportEndProps) {
  const high = paper && form === 'png' ? tooHigh(paperSvg(paper, theme)) : null;
  const isOff = paper === null || high !== null;
  const save = async () => {
    if (!paper) return;
    const name = exportName(session.getState().ruleName, paper.title, form);
    if (form !== 'png') return saveFile(name, textOf(paper, form, theme), FORMS[form].type);
    await orTold(async () => saveBlob(name, await drawPng(paperSvg(paper, theme))));
  };
  const copy = async () => {
    if (!paper) return;
    if (form !== 'png') return copyText(textOf(paper, form, theme), `${FORMS[form].title} was`);
    await orTold(async () => {
      const picture = drawPng(paperSvg(paper, theme));
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      notify({ key: 'copy', text: 'The picture was copied.', for: 4000 });
    });
  };
  return (
    <div className="export-end">
      <span className="soft" role="note">
        {high}
      </span>
      {form === 'html' ? (
        <button
          type="button"
          className="btn"
          disabled={isOff}
          onClick={() => frame.current?.contentWindow?.print()}
        >
          Print
        </button>
      ) : null}
      <button type="button" className="btn" disabled={isOff} onClick={() => void copy()}>
        {form === 'html' ? 'Copy source' : 'Copy'}
      </button>
      <button type="button" className="btn btn-main" disabled={isOff} onClick={() => void save()}>
        Save
      </button>
    </div>
  );
}

/** Does it, or says that the browser does not. */
async function orTold(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    notify({
      key: 'copy',
      text: 'The browser did not make the picture. SVG has the same content.',
      for: 8000,
    });
  }
}
