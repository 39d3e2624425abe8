import { editors } from '../../editor/editors';
import { session, THEMES } from '../../state/session';
import { goToRegion } from '../regions';
import { toggleStage } from '../Stage';
import { type Command, everywhere } from './command';

/** How the page looks. */
export const VIEW: readonly Command[] = [
  ...THEMES.map((theme) => ({
    id: `theme-${theme}`,
    section: 'View' as const,
    title: `Theme: ${theme[0]!.toUpperCase()}${theme.slice(1)}`,
    run: () => session.setState({ theme }),
  })),
  ...(['rule', 'events'] as const).map((side) => ({
    id: `go-${side}`,
    section: 'View' as const,
    title: `Go to the ${side}`,
    run: () => {
      session.setState({ pane: side });
      // On a phone its pane comes on screen first.
      requestAnimationFrame(() => editors[side].handle?.focus());
    },
  })),
  {
    id: 'stage',
    section: 'View',
    title: 'Stage: one decision in large type, and back',
    keys: everywhere('F9'),
    isOverDialogs: true,
    run: toggleStage,
  },
  {
    id: 'next-part',
    section: 'View',
    title: 'Go to the next part of the page',
    keys: everywhere('F6'),
    repeats: true,
    run: () => goToRegion(1),
  },
  {
    id: 'previous-part',
    section: 'View',
    title: 'Go to the previous part of the page',
    keys: everywhere('Shift+F6'),
    repeats: true,
    run: () => goToRegion(-1),
  },
];
