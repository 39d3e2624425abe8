import { dismissOnce } from '../../actions/undo';
import { replaceWork } from '../../actions/work';
import { session } from '../../state/session';
import { notify } from '../../ui/notices';

/** Pins the current text, to compare later versions with it, and shows the comparison. */
export function pin(): void {
  session.setState(({ rule, ruleName }) => ({ pinned: rule, pinnedName: ruleName, tab: 'compare' }));
}

/** Shows the comparison. On a phone, brings its pane to the front. */
export function showComparison(): void {
  session.setState({ tab: 'compare', pane: 'more' });
}

/** Forgets the pinned version. A notice offers to undo this for a while. */
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

/** Replaces the rule by the pinned version, through its editor. */
export function backToPinned(): void {
  const { pinned, pinnedName } = session.getState();
  if (pinned !== null)
    replaceWork(
      { rule: pinned, ruleName: pinnedName },
      { said: 'The pinned version is back.', why: 'pinned' },
    );
}
