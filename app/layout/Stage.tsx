import { Opened, Overlay } from '../guard/overlay';
import { closeStage, openStage, stage, useStage } from '../state/stage';
import { fillScreen } from '../ui/full-screen';
import { OverlayButton } from './OverlayButton';

const STAGE = new Overlay('The stage', () => import('../stage/StageDialog').then((m) => m.StageDialog));

/** The stage over the page. */
export function Stage() {
  const place = useStage((s) => s.place);
  return (
    <Opened
      overlay={STAGE}
      isOpen={place !== null}
      onLost={closeStage}
      props={{ place, onClose: closeStage }}
    />
  );
}

/** Opens the stage over the whole screen, where the browser grants that; closes it if it is open. */
export function toggleStage(): void {
  if (stage.getState().place !== null) closeStage();
  // Escape has to close a dialog or a menu first.
  else if (!document.querySelector('.modal, .popover')) {
    fillScreen();
    openStage();
  }
}

/** Opens the stage. */
export function StageButton() {
  return (
    <OverlayButton overlay={STAGE} onOpen={toggleStage} title="Stage (F9)">
      Stage
    </OverlayButton>
  );
}
