import type { ComponentProps } from 'react';
import { addressOf } from '../actions/copy-link';
import { openExample } from '../actions/open-example';
import { shortLink } from '../actions/short-links';
import { loadGallery } from '../examples/index';
import { Opened, Overlay } from '../guard/overlay';
import { closeDialog, openDialog, useDialog } from '../state/dialogs';
import { copyText } from '../ui/copy';
import { isNarrow } from '../ui/useNarrow';
import { OverlayButton } from './OverlayButton';

const DIALOG = new Overlay('The gallery of examples', async () => {
  const [{ GalleryDialog }, entries] = await Promise.all([
    import('../panels/gallery/GalleryDialog'),
    loadGallery(),
  ]);
  return (props: Omit<ComponentProps<typeof GalleryDialog>, 'entries'>) => (
    <GalleryDialog {...props} entries={entries} />
  );
});

/** Opens the gallery of examples. */
export function ExamplesButton() {
  return (
    <OverlayButton overlay={DIALOG} onOpen={() => openDialog('examples')}>
      Examples
    </OverlayButton>
  );
}

/** The gallery of examples over the page. */
export function Examples() {
  const isOpen = useDialog('examples');
  const open = (id: string) => {
    closeDialog();
    // The focus would bring a phone's keyboard over the rule.
    void openExample(id, !isNarrow());
  };
  const copy = (id: string) => void copyText(addressOf(shortLink('example', id)), 'Link');
  return (
    <Opened
      overlay={DIALOG}
      isOpen={isOpen}
      onLost={closeDialog}
      props={{ isOpen, onClose: closeDialog, onOpen: open, onCopyLink: copy }}
    />
  );
}
