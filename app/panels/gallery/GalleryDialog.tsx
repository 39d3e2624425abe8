import { WideDialog } from '../../guard/WideDialog';
import { Gallery, type GalleryProps } from './Gallery';

interface GalleryDialogProps extends GalleryProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The gallery of examples over the page. */
export function GalleryDialog({ isOpen, onClose, ...props }: GalleryDialogProps) {
  return (
    <WideDialog isOpen={isOpen} onClose={onClose} title="Examples" what="The gallery">
      <Gallery {...props} />
    </WideDialog>
  );
}
