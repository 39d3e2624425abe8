import { type PointerEvent, useRef } from 'react';
import { chooseSheet, moveSheet } from '../../actions/sheets';

/** The pointer has to go so far before a press becomes a drag, in pixels. */
const BEGINS_AT = 5;
/** So near to an end of the row, in pixels, the row scrolls. */
const EDGE = 24;

interface Drag {
  readonly id: string;
  readonly x: number;
  /** Where the tab was: Escape brings it back. */
  readonly from: number;
  isMoving: boolean;
}

/** Moves a tab along its row with the mouse or a pen; what to spread on the row. A finger scrolls the row instead. */
export function useDrag() {
  const drag = useRef<Drag | null>(null);
  const end = () => {
    drag.current = null;
    window.removeEventListener('keydown', cancel, { capture: true });
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !drag.current) return;
    event.stopPropagation();
    moveSheet(drag.current.id, drag.current.from);
    end();
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const tab = tabOf(event.target);
      if (event.button !== 0 || event.pointerType === 'touch' || !tab || isClose(event.target)) return;
      const from = tabsIn(event.currentTarget).indexOf(tab);
      drag.current = { id: tab.dataset.sheet ?? '', x: event.clientX, from, isMoving: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { current } = drag;
      if (!current) return;
      const row = event.currentTarget;
      if (!current.isMoving) {
        if (Math.abs(event.clientX - current.x) < BEGINS_AT) return;
        current.isMoving = true;
        row.setPointerCapture(event.pointerId);
        window.addEventListener('keydown', cancel, { capture: true });
        chooseSheet(current.id);
      }
      scrollAt(row, event.clientX);
      const others = tabsIn(row).filter(({ dataset }) => dataset.sheet !== current.id);
      moveSheet(current.id, others.filter((tab) => middleOf(tab) < event.clientX).length);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

/** The tab that something belongs to. */
export function tabOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-sheet]') : null;
}

/** True for a tab's button to close it. */
export function isClose(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-close]') !== null;
}

function tabsIn(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('[data-sheet]')];
}

function middleOf(tab: HTMLElement): number {
  const { left, width } = tab.getBoundingClientRect();
  return left + width / 2;
}

function scrollAt(row: HTMLElement, x: number): void {
  const { left, right } = row.getBoundingClientRect();
  if (x < left + EDGE) row.scrollLeft -= EDGE / 2;
  else if (x > right - EDGE) row.scrollLeft += EDGE / 2;
}
