import type { MouseEvent } from 'react';

/**
 * For a button that takes its row away, so that the next one comes up under the pointer: the second click of a double click
 * does nothing. Keys are never held back.
 */
export function once(run: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail <= 1) run();
  };
}
