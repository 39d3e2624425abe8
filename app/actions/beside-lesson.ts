import { session } from '../state/session';
import { sheets } from '../state/sheets';
import { notify } from '../ui/notices';
import { chooseSheet, openInSheet } from './sheets';

/**
 * Before other work, a rule and events, takes the place of that in the editors: where a lesson is there, shows a new sheet
 * in its place, says so, and offers the way back. The lesson's texts stay as they are. False where there is no room for
 * one more sheet, which is told: the work is not to be opened then.
 */
export function besideLesson(): boolean {
  const { lesson, sheet, tab } = session.getState();
  if (lesson === '') return true;
  if (!openInSheet({ tab })) return false;
  if (session.getState().pane === 'lesson') session.setState({ pane: 'rule' });
  notify({
    key: 'beside lesson',
    text: 'Opened in a new sheet. The lesson stays as it was.',
    for: 12_000,
    action: {
      label: 'Back to the lesson',
      run: () => {
        if (!sheets.getState().away.has(sheet)) return;
        chooseSheet(sheet);
        session.setState({ pane: 'lesson' });
      },
    },
  });
  return true;
}
