import { PUBLISHED, type SpecVersion } from '../../../src/knowledge';
import { dismissOnce } from '../../actions/undo';
import { replaceWork } from '../../actions/work';
import { withSpec } from '../../state/fields';
import { session } from '../../state/session';
import { notify } from '../../ui/notices';

/** Pins the current text, to compare later versions with it, and shows the comparison. */
export function pin(): void {
  session.setState(({ rule, ruleName, settings: { spec = PUBLISHED } }) => ({
    pinned: rule,
    pinnedName: ruleName,
    pinnedSpec: spec,
    tab: 'compare',
  }));
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

/** Reads the pinned text as another version of the specification. */
export function readPinnedAs(pinnedSpec: SpecVersion): void {
  session.setState({ pinnedSpec });
}

/** Replaces the rule by the pinned version, through its editor, and reads it as that was read. */
export function backToPinned(): void {
  const { rule, pinned, pinnedName, pinnedSpec, settings } = session.getState();
  if (pinned === null) return;
  const read = pinnedSpec === null ? settings : withSpec(settings, pinnedSpec);
  if (pinned === rule) session.setState({ settings: read });
  else
    replaceWork(
      { rule: pinned, ruleName: pinnedName, settings: read },
      { said: 'The pinned version is back.', why: 'pinned' },
    );
}
