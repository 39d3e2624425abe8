import { editors } from '../../editor/editors';
import { ARRANGEMENTS, session, TEXT_SIZES, THEMES } from '../../state/session';
import { isNarrow } from '../../ui/useNarrow';
import { STANDING } from '../arrangement';
import { partWithFocus, toggleEnlarged } from '../enlarge';
import { goToRegion } from '../regions';
import { toggleStage } from '../Stage';
import { type Command, everywhere } from './command';

const isWide = () => !isNarrow();
const isOther = () => session.getState().textSize !== 'm';

/** Another size of text, one step from the present one. */
function size(step: 1 | -1): void {
  session.setState(({ textSize }) => ({
    textSize: TEXT_SIZES[TEXT_SIZES.indexOf(textSize) + step] ?? textSize,
  }));
}

const enlarge: Command = {
  id: 'enlarge',
  section: 'View',
  title: 'Enlarge the part that has the focus, or go back',
  keys: [{ key: 'Alt+Enter', where: 'outside the search of an editor' }],
  isAvailable: isWide,
  run: () => {
    const { enlarged } = session.getState();
    toggleEnlarged(enlarged === 'none' ? (partWithFocus() ?? 'panels') : enlarged);
  },
};

/** How the page looks. */
export const VIEW: readonly Command[] = [
  enlarge,
  ...(['rule', 'events', 'panels'] as const).map((part) => ({
    id: `enlarge-${part}`,
    section: 'View' as const,
    title: `Enlarge the ${part}, or go back`,
    isAvailable: isWide,
    run: () => toggleEnlarged(part),
  })),
  ...ARRANGEMENTS.map((arrangement) => ({
    id: `layout-${arrangement}`,
    section: 'View' as const,
    title: `Layout: ${STANDING[arrangement].title}`,
    isAvailable: isWide,
    run: () => session.setState({ arrangement, enlarged: 'none' }),
  })),
  {
    id: 'text-larger',
    section: 'View',
    title: 'Text: larger',
    keys: everywhere('Alt++'),
    repeats: true,
    isAvailable: () => session.getState().textSize !== TEXT_SIZES.at(-1),
    run: () => size(1),
  },
  {
    id: 'text-smaller',
    section: 'View',
    title: 'Text: smaller',
    keys: everywhere('Alt+-'),
    repeats: true,
    isAvailable: () => session.getState().textSize !== TEXT_SIZES[0],
    run: () => size(-1),
  },
  {
    id: 'text-default',
    section: 'View',
    title: 'Text: default size',
    keys: everywhere('Alt+0'),
    isAvailable: isOther,
    run: () => session.setState({ textSize: 'm' }),
  },
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
    words: 'present presentation projector slides clicker full screen fullscreen',
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
