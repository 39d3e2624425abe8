import { useEffect } from 'react';
import type { LivePanel } from '../../src/live';
import { openPanel } from './connect';

/** Has the engine make the content of `panel` while the component is on screen. */
export function usePanel(panel: LivePanel): void {
  useEffect(() => openPanel(panel), [panel]);
}
