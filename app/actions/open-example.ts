import { showPlaceOf } from '../editor/first-sight';
import { isExampleId, loadExample } from '../examples/index';
import { tellLost } from '../guard/lost-files';
import { session } from '../state/session';
import { notify } from '../ui/notices';
import { besideLesson } from './beside-lesson';
import { chooseOnceRead } from './choose-event';
import { backToSheet } from './sheets';
import { replaceWork } from './work';

/**
 * Opens an example in place of the work of the chosen sheet, which is kept, or beside a lesson: both texts, what is expected of its events
 * and correlations, and the cursor where its lesson is; with `focus`, the focus too. A notice says so if there is none of that
 * name, or if it does not come.
 */
export async function openExample(id: string, focus = false): Promise<void> {
  if (!isExampleId(id)) {
    notify({ key: 'example', text: `There is no example “${id}”. Your work is unchanged.`, for: 12_000 });
    return;
  }
  const { sheet } = session.getState();
  const example = await loadExample(id).catch((cause) => tellLost('The example', cause));
  if (!example) return;
  backToSheet(sheet);
  if (!besideLesson()) return;
  const { rule, events, title, at, cursor, expectations: expected, firings, placeholders = {} } = example;
  const settings = {
    ignoreLogsource: false,
    placeholders,
    expected,
    ...(firings.length === 0 ? {} : { expectedFirings: firings }),
  };
  replaceWork(
    { rule, events, settings, ruleName: `${id}.yml` },
    { said: `Rule and events were replaced by the example “${title}”.`, why: 'example' },
  );
  chooseOnceRead((example.event ?? 1) - 1);
  // On a phone, brings the rule to the front.
  session.setState({ pane: 'rule' });
  showPlaceOf(rule, { start: cursor, end: cursor + at.length }, focus);
}
