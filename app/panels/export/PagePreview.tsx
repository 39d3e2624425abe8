import { type RefObject, useCallback, useEffect } from 'react';
import { htmlPage, type Paper } from '../../../src/export';
import { toDom } from './to-dom';

interface PagePreviewProps {
  readonly paper: Paper;
  /** The frame, which can be printed. */
  readonly frame: RefObject<HTMLIFrameElement | null>;
}

/** The page that is saved, in a frame of its own in which nothing runs. */
export function PagePreview({ paper, frame }: PagePreviewProps) {
  const show = useCallback(() => {
    const inner = frame.current?.contentDocument;
    inner?.documentElement.replaceWith(toDom(htmlPage(paper), inner));
  }, [paper, frame]);
  useEffect(show, [show]);
  // Some browsers give the frame its document only now.
  return (
    <iframe
      ref={frame}
      className="export-shown"
      title="Preview"
      sandbox="allow-same-origin allow-modals"
      onLoad={show}
    />
  );
}
