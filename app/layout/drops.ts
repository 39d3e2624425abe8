import { type DragEvent, useState } from 'react';
import { type Dropped, droppedFiles } from '../actions/dropped';
import type { Place } from '../catalog/open-any';
import { notify } from '../ui/notices';

/** Opens files as what they are. What reads them is loaded once there are any. */
export function openAnywhere(files: Dropped | Promise<Dropped>, place: Place): void {
  void Promise.all([files, import('../catalog/open-any')]).then(
    ([dropped, { openAny }]) => openAny(dropped, place),
    () => notify({ key: 'open', text: 'The browser could not read what was dropped.', for: 8000 }),
  );
}

/** The whole page takes files: what to spread on its element, and whether some are over it. */
export function useDrops() {
  const [isOver, setOver] = useState(false);
  const handlers = {
    onDragOverCapture: (e: DragEvent) => {
      if (!hasFiles(e)) return;
      e.preventDefault();
      setOver(true);
    },
    onDragLeaveCapture: (e: DragEvent) => {
      // From one element of the page to another it is still over the page.
      if (!(e.relatedTarget instanceof Node && e.currentTarget.contains(e.relatedTarget))) setOver(false);
    },
    onDropCapture: (e: DragEvent) => {
      setOver(false);
      if (!hasFiles(e)) return;
      // No editor is to put the file's name into its text.
      e.preventDefault();
      e.stopPropagation();
      openAnywhere(droppedFiles(e.dataTransfer), placeOf(e.target));
    },
  };
  return { isOver, handlers };
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}

function placeOf(target: EventTarget): Place {
  const part = target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null;
  const place = part?.dataset.drop;
  return place === 'rule' || place === 'events' || place === 'catalog' ? place : null;
}
