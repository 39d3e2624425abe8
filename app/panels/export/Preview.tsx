import { type RefObject, useMemo } from 'react';
import { type Paper, paperMarkdown, paperSvg } from '../../../src/export';
import { pictureAddress } from './draw';
import { type Form, isPicture, type Theme } from './forms';
import { PagePreview } from './PagePreview';

interface PreviewProps {
  /** Null before the first answer. */
  readonly paper: Paper | null;
  readonly form: Form;
  readonly theme: Theme;
  readonly frame: RefObject<HTMLIFrameElement | null>;
  /** A newer one is on its way. */
  readonly isBusy: boolean;
}

/** What is going to be saved, as it looks. */
export function Preview({ paper, form, theme, frame, isBusy }: PreviewProps) {
  if (!paper) return <div className="export-preview" aria-busy="true" />;
  return (
    <div className="export-preview" aria-busy={isBusy}>
      {form === 'html' ? <PagePreview paper={paper} frame={frame} /> : null}
      {form === 'markdown' ? (
        <textarea
          className="field field-code export-shown"
          aria-label="Markdown"
          readOnly
          value={paperMarkdown(paper)}
        />
      ) : null}
      {isPicture(form) ? <PicturePreview paper={paper} theme={theme} /> : null}
    </div>
  );
}

function PicturePreview({ paper, theme }: { readonly paper: Paper; readonly theme: Theme }) {
  const { text, width, height } = useMemo(() => paperSvg(paper, theme), [paper, theme]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it.
    <section className="export-shown export-scroll" aria-label="Preview" tabIndex={0}>
      <img
        className="export-picture"
        src={pictureAddress(text)}
        alt={`${paper.title}, as it is saved`}
        width={width}
        height={height}
      />
    </section>
  );
}
