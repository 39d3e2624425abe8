import { ZipFiles } from '../../src/catalog';
import { kindOfFile, type PairedSuite, pairTests, placesOf, type YamlFile } from '../../src/expect';
import { KEPT } from '../../src/limits';
import { compileCollection } from '../../src/rule';
import type { FileAt } from '../actions/dropped';
import { expectRecorded, type RecordedTest } from '../actions/expect-recorded';
import { textOf } from '../actions/file-text';
import { replaceWork } from '../actions/work';
import { session } from '../state/session';
import { count } from '../ui/count';
import { notify } from '../ui/notices';
import { isLog, readLog } from '../workers/evtx/open-log';
import { mayHaveTests } from './kind-of-file';

/*
 * A rule that is opened together with its tests: SigmaHQ's regression data, or test documents beside it.
 */

const YAML = /\.ya?ml$/i;

/** Opens one rule with its tests, from files, a folder or a zip. False if these are something else. */
export async function openWithTests(given: readonly FileAt[]): Promise<boolean> {
  const files = await unzipped(given);
  if (!mayHaveTests(files.length, 0)) return false;
  const yaml = await Promise.all(
    files
      .filter(({ path }) => YAML.test(path))
      .map(async ({ path, file }): Promise<YamlFile> => ({ path, text: await textOf(file) })),
  );
  if (yaml.every((file) => kindOfFile(file) === 'rule')) return false;
  const { suites } = pairTests(yaml, ({ text }) => compileCollection(text, {}));
  const beside = suites.filter(({ file, rule, suite }) => file !== rule && suite.tests.length > 0);
  const rules = new Set(beside.map(({ rule }) => rule));
  const [rule] = rules;
  if (!rule || rules.size > 1) return false;
  const { events, tests, left } = await eventsOf(beside, files);
  const name = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  if (tests.length === 0) {
    // A rule without a recording opens as any other.
    const text = `${name(rule.path)} came with ${count(left.length, 'test')}, but without the events of ${left.length === 1 ? 'it' : 'them'}. Not found: ${left.join(', ')}.`;
    notify({ key: 'tests', text, for: 20_000 });
    return false;
  }
  session.setState({ tab: 'tests' });
  const missing = left.length === 0 ? '' : ` Not found: ${left.join(', ')}.`;
  replaceWork(
    {
      rule: rule.text,
      ruleName: name(rule.path),
      events,
      eventsName: '',
      settings: { ignoreLogsource: session.getState().settings.ignoreLogsource, placeholders: {} },
    },
    {
      said: `Rule and events were replaced by ${name(rule.path)} with its ${count(tests.length, 'test')}.${missing}`,
      why: 'file',
    },
  );
  expectRecorded(session.getState().events, tests);
  return true;
}

interface TestEvents {
  readonly events: string;
  readonly tests: readonly RecordedTest[];
  /** Files that were not among those given. */
  readonly left: readonly string[];
}

async function eventsOf(suites: readonly PairedSuite[], files: readonly FileAt[]): Promise<TestEvents> {
  let events = '';
  const tests: RecordedTest[] = [];
  const left: string[] = [];
  const byPath = new Map(files.map(({ path, file }) => [path, file]));
  for (const { suite, file } of suites)
    for (const one of suite.tests) {
      const source = one.events;
      const found =
        source.kind === 'file'
          ? placesOf(source.path, file.path).flatMap((place) => byPath.get(place) ?? [])[0]
          : null;
      if (source.kind === 'file' && !found) {
        left.push(source.path);
        continue;
      }
      const text =
        source.kind === 'file' ? await eventText(found!) : source.events.map(({ json }) => json).join('\n');
      const start = events.length;
      events += text.endsWith('\n') ? text : `${text}\n`;
      tests.push({ name: one.name || 'A test', start, end: events.length, expected: one.expected });
    }
  return { events: events.replaceAll('\r\n', '\n'), tests, left };
}

async function eventText(file: File): Promise<string> {
  if (!(await isLog(file))) return (await textOf(file)).replaceAll('\r\n', '\n');
  return ((await readLog(file, new AbortController().signal))?.text ?? '').replaceAll('\r\n', '\n');
}

/** The files of a zip that is given alone; else the files as they are. */
async function unzipped(files: readonly FileAt[]): Promise<readonly FileAt[]> {
  const [only] = files;
  if (!only || files.length > 1 || !/\.zip$/i.test(only.path) || !mayHaveTests(1, only.file.size))
    return files;
  const most = KEPT.testBytes.value;
  try {
    const bytes = new Uint8Array(await only.file.arrayBuffer());
    const zip = new ZipFiles(bytes, (path) => !path.endsWith('/'), { file: most, all: most });
    if (!mayHaveTests(zip.size, 0)) return files;
    return [...zip.unpacked()].flatMap((one) => {
      if ('reason' in one) return [];
      const name = one.path.slice(one.path.lastIndexOf('/') + 1);
      return [{ path: one.path, file: new File([one.bytes as Uint8Array<ArrayBuffer>], name) }];
    });
  } catch {
    // No zip, or too large a one: whoever opens it says so.
    return files;
  }
}
