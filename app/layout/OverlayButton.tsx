import type { ReactNode } from 'react';
import type { Overlay } from '../guard/overlay';

interface OverlayButtonProps {
  readonly overlay: Pick<Overlay<never>, 'prepare'>;
  readonly onOpen: () => void;
  readonly className?: string;
  /** Its name, where its content is no word. */
  readonly name?: string | undefined;
  readonly title?: string;
  readonly children: ReactNode;
}

/** Opens a dialog, and loads it as soon as the button is pointed at or has the focus. */
export function OverlayButton({
  overlay,
  onOpen,
  className = 'btn',
  name,
  title,
  children,
}: OverlayButtonProps) {
  return (
    <button
      type="button"
      className={className}
      aria-haspopup="dialog"
      aria-label={name}
      title={title}
      onPointerEnter={overlay.prepare}
      onFocus={overlay.prepare}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}
