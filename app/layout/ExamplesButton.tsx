import { type ComponentProps, useCallback, useState } from 'react';
import { addressOf } from '../actions/copy-link';
import { openExample } from '../actions/open-example';
import { shortLink } from '../actions/short-links';
import { loadGallery } from '../examples/index';
import { Opened, Overlay } from '../guard/overlay';
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
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const open = (id: string) => {
    close();
    // The focus would bring a phone's keyboard over the rule.
    void openExample(id, !isNarrow());
  };
  const copy = (id: string) => void copyText(addressOf(shortLink('example', id)), 'Link');
  return (
    <>
      <OverlayButton overlay={DIALOG} onOpen={() => setOpen(true)}>
        Examples
      </OverlayButton>
      <Opened
        overlay={DIALOG}
        isOpen={isOpen}
        onLost={close}
        props={{ isOpen, onClose: close, onOpen: open, onCopyLink: copy }}
      />
    </>
  );
}
