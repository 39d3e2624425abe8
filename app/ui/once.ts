import type { MouseEvent } from 'react';

/**
 * For a button that removes its row, so that the next one moves under the pointer: the second click of a double click
 * does nothing. Keys always work.
 */
export function once(run: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail <= 1) run();
  };
}
