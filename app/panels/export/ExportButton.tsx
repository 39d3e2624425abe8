import { useCallback, useState } from 'react';
import type { PaperAsk } from '../../../src/export';
import { Opened } from '../../guard/overlay';
import { EXPORT } from './export-overlay';

interface ExportButtonProps {
  /** What the dialog shows first. */
  readonly what: PaperAsk['what'];
  readonly className?: string;
}

/** Opens the dialog for exports. */
export function ExportButton({ what, className = 'btn' }: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-haspopup="dialog"
        onPointerEnter={EXPORT.prepare}
        onFocus={EXPORT.prepare}
        onClick={() => setOpen(true)}
      >
        Export…
      </button>
      <Opened overlay={EXPORT} isOpen={isOpen} onLost={close} props={{ isOpen, onClose: close, what }} />
    </>
  );
}
