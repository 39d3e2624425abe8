import type { FileAt } from '../actions/dropped';
import { expectRecorded } from '../actions/expect-recorded';
import { rememberRecording } from '../actions/recordings';
import { replaceWork } from '../actions/work';
import { session } from '../state/session';
import { count } from '../ui/count';
import { notify } from '../ui/notices';
import { eventsOf, readTests, type TestsRead, testedRules } from './read-tests';
import { listTests } from './test-list';

/*
 * Rules that are opened together with their tests: SigmaHQ's regression data, or test documents beside them.
 */

/**
 * Opens rules with their tests, from files, a folder or a zip: one in the editors, several as a list that is run. False if
 * these are something else. `name`: of what was opened.
 */
export async function openWithTests(given: readonly FileAt[], name: string): Promise<boolean> {
  const read = await readTests(given, session.getState().settings.spec);
  if (!read) return false;
  const [rule, ...others] = testedRules(read);
  if (rule === undefined) return false;
  if (others.length === 0) return openTested(read, rule);
  session.setState({ tab: 'tests', pane: 'more' });
  listTests(name, read);
  return true;
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Opens a rule with the tests beside it. False if the events of none are there. */
export async function openTested({ files, beside }: TestsRead, path: string): Promise<boolean> {
  const suites = beside.filter(({ rule }) => rule.path === path);
  const rule = suites[0]!.rule;
  const { events, tests, left, regression } = await eventsOf(suites, files);
  if (tests.length === 0) {
    // A rule without a recording opens as any other.
    const text = `${nameOf(path)} came with ${count(left.length, 'test')}, but without the events of ${left.length === 1 ? 'it' : 'them'}. Not found: ${left.join(', ')}.`;
    notify({ key: 'tests', text, for: 20_000 });
    return false;
  }
  session.setState({ tab: 'tests' });
  const missing = left.length === 0 ? '' : ` Not found: ${left.join(', ')}.`;
  const { ignoreLogsource, spec } = session.getState().settings;
  replaceWork(
    {
      rule: rule.text,
      ruleName: nameOf(path),
      events,
      eventsName: '',
      settings: { ignoreLogsource, placeholders: {}, ...(spec ? { spec } : {}) },
    },
    {
      said: `Rule and events were replaced by ${nameOf(path)} with its ${count(tests.length, 'test')}.${missing}`,
      why: 'file',
    },
  );
  const now = session.getState().events;
  if (regression) rememberRecording(now, { kind: 'regression', ...regression });
  expectRecorded(now, tests);
  return true;
}
