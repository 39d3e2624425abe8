import type { KeyboardEvent } from 'react';

/** The user's position in a tree whose rows are all rendered, in order. */
export interface TreePlace {
  readonly rows: number;
  readonly current: number;
  /** Whether the current row is open; null if it has nothing to open. */
  readonly open: boolean | null;
  /** The parent row of the current one, or -1. */
  readonly parent: () => number;
}

export interface TreeMoves {
  /** Called when another row becomes the current one; it is focused afterwards. */
  readonly onMove: (index: number) => void;
  readonly onOpen: (open: boolean) => void;
  readonly onChoose: () => void;
}

/** What the keys of a tree do: the pattern of the ARIA Authoring Practices. The event is the tree's. */
export function walkTree(
  event: KeyboardEvent,
  place: TreePlace,
  { onMove, onOpen, onChoose }: TreeMoves,
): void {
  const { rows, current, open, parent } = place;
  if (rows === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const move = (index: number) => {
    if (index < 0 || index >= rows) return;
    onMove(index);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')[index]?.focus();
  };
  switch (event.key) {
    case 'ArrowDown':
      move(current + 1);
      break;
    case 'ArrowUp':
      move(current - 1);
      break;
    case 'Home':
      move(0);
      break;
    case 'End':
      move(rows - 1);
      break;
    case 'ArrowRight':
      if (open === false) onOpen(true);
      else if (open) move(current + 1);
      break;
    case 'ArrowLeft':
      if (open) onOpen(false);
      else move(parent());
      break;
    case 'Enter':
    case ' ':
      onChoose();
      break;
    default:
      return;
  }
  event.preventDefault();
}
