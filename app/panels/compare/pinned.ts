import { dismissOnce } from '../../actions/undo';
import { replaceWork } from '../../actions/work';
import { session } from '../../state/session';
import { notify } from '../../ui/notices';

/** Keeps the present text, to compare later ones with it, and shows the comparison. */
export function pin(): void {
  session.setState(({ rule, ruleName }) => ({ pinned: rule, pinnedName: ruleName, tab: 'compare' }));
}

/** Shows the comparison; on a phone its pane comes to the front. */
export function showComparison(): void {
  session.setState({ tab: 'compare', pane: 'more' });
}

/** Forgets the pinned version; for a while it can be had back. */
export function unpin(): void {
  const { pinned } = session.getState();
  session.setState({ pinned: null });
  notify({
    key: 'pinned',
    text: 'Version unpinned.',
    for: 12_000,
    action: { label: 'Undo', run: () => session.setState({ pinned, tab: 'compare' }) },
  });
  // Another version was pinned since: this one would take its place.
  dismissOnce('pinned', (now) => now.pinned !== null);
}

/** Puts the pinned version in place of the rule, through its editor. */
export function backToPinned(): void {
  const { pinned, pinnedName } = session.getState();
  if (pinned !== null)
    replaceWork({ rule: pinned, ruleName: pinnedName }, { said: 'The pinned version is back.' });
}
