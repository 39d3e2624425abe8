import { ZipFiles } from '../../src/catalog';
import {
  type Expected,
  kindOfFile,
  type PairedSuite,
  pairTests,
  placesOf,
  type RuleTest,
  titleOf,
  type YamlFile,
} from '../../src/expect';
import type { SpecVersion } from '../../src/knowledge';
import { KEPT } from '../../src/limits';
import { compileCollection } from '../../src/rule';
import type { FileAt } from '../actions/dropped';
import type { RecordedTest } from '../actions/expect-recorded';
import { textOf } from '../actions/file-text';
import type { OpenedRegression, Stretch } from '../actions/recordings';
import { isLog, readLog } from '../workers/evtx/open-log';
import { mayHaveTests } from './kind-of-file';

/*
 * Rules and the tests beside them: which rules there are, and the events of the tests of one.
 */

const YAML = /\.ya?ml$/i;

/** Files with rules and tests beside them. */
export interface TestsRead {
  readonly files: readonly FileAt[];
  /** Tests that do not stand in a rule, with their rules. */
  readonly beside: readonly PairedSuite[];
}

/**
 * Finds the tests beside rules, in files, a folder or a zip. Null if there are none. `spec`: the version that rules are read
 * as that name none.
 */
export async function readTests(given: readonly FileAt[], spec?: SpecVersion): Promise<TestsRead | null> {
  const files = await unzipped(given);
  if (!mayHaveTests(files.length, 0)) return null;
  const yaml = await Promise.all(
    files
      .filter(({ path }) => YAML.test(path))
      .map(async ({ path, file }): Promise<YamlFile> => ({ path, text: await textOf(file) })),
  );
  if (yaml.every((file) => kindOfFile(file) === 'rule')) return null;
  const { suites } = pairTests(yaml, ({ text }) => compileCollection(text, spec ? { spec } : {}));
  const beside = suites.filter(({ file, rule, suite }) => file !== rule && suite.tests.length > 0);
  return { files, beside };
}

/** The paths of the rules with tests beside them. */
export function testedRules({ beside }: TestsRead): string[] {
  return [...new Set(beside.map(({ rule }) => rule.path))];
}

export interface TestEvents {
  readonly events: string;
  readonly tests: readonly RecordedTest[];
  /** Files that were not among those given. */
  readonly left: readonly string[];
  /** Not null if all of it came from one file of regression data. */
  readonly regression: OpenedRegression | null;
}

/** The events of the tests of a rule, one after the other. */
export async function eventsOf(
  suites: readonly PairedSuite[],
  files: readonly FileAt[],
): Promise<TestEvents> {
  let events = '';
  const tests: RecordedTest[] = [];
  const left: string[] = [];
  const stretches: (Stretch | null)[] = [];
  const used: FileAt[] = [];
  const byPath = new Map(files.map((one) => [one.path, one]));
  const placed = new Map<RuleTest, Stretch>();
  const isCorrelated = suites.some((one) => !isOfRule(one));
  // All events of a correlation stand together; those of a rule may be among them.
  const inOrder = [...suites].sort((a, b) => Number(isOfRule(a)) - Number(isOfRule(b)));
  for (const { suite, file, subject } of inOrder)
    for (const one of suite.tests) {
      const of = subject.kind === 'correlation' ? { of: titleOf(subject) } : {};
      const test = { name: one.name || 'A test', expected: one.expected, ...of };
      const known = placed.get(one);
      if (known) {
        tests.push({ ...test, ...known });
        continue;
      }
      const source = one.events;
      const found =
        source.kind === 'file'
          ? placesOf(source.path, file.path).flatMap((place) => byPath.get(place) ?? [])[0]
          : null;
      if (source.kind === 'file' && !found) {
        left.push(source.path);
        stretches.push(null);
        continue;
      }
      const text =
        source.kind === 'file'
          ? await eventText(found!.file)
          : source.events.map(({ json }) => json).join('\n');
      const again = isCorrelated && isOfRule({ subject }) ? piecesIn(events, text, one.expected) : null;
      if (again) {
        tests.push(...again.map((place) => ({ ...test, ...place, expected: { kind: 'match' } as const })));
        continue;
      }
      const start = events.length;
      events += text.endsWith('\n') ? text : `${text}\n`;
      const place = { start, end: events.length };
      stretches.push(place);
      placed.set(one, place);
      tests.push({ ...test, ...place });
      if (found) used.push(found);
    }
  return { events, tests, left, regression: regressionOf(suites, files, { stretches, used }) };
}

const isOfRule = ({ subject }: Pick<PairedSuite, 'subject'>) => subject.kind === 'rule';

/** Where each JSON object of a text stands in another already, if all of them have to match; null if that is not so. */
function piecesIn(events: string, text: string, expected: Expected): Stretch[] | null {
  const pieces = objectsOf(text);
  if (expected.kind !== 'count' || expected.count !== pieces.length) return null;
  const places = new Map<string, Stretch>();
  let start = 0;
  for (const piece of objectsOf(events)) {
    start = events.indexOf(piece, start);
    places.set(piece, { start, end: start + piece.length });
    start += piece.length;
  }
  const found = pieces.flatMap((piece) => places.get(piece) ?? []);
  return found.length === pieces.length && found.length > 0 ? found : null;
}

/** The stretches of a text that begin with a brace at the beginning of a line. */
function objectsOf(text: string): string[] {
  return text
    .split(/\n(?=\{)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.startsWith('{'));
}

function regressionOf(
  suites: readonly PairedSuite[],
  files: readonly FileAt[],
  { stretches, used }: { stretches: readonly (Stretch | null)[]; used: readonly FileAt[] },
): OpenedRegression | null {
  const [only] = suites;
  if (!only || suites.length > 1 || only.suite.form !== 'regression data') return null;
  const at = (path: string) => files.find((one) => one.path === path);
  const [rule, info] = [at(only.rule.path), at(only.file.path)];
  if (!rule || !info) return null;
  const folder = info.path.slice(0, info.path.lastIndexOf('/') + 1);
  const beside = files.filter(({ path }) => folder !== '' && path.startsWith(folder));
  const { suite } = only;
  const all = [...new Set([...used, ...beside])].filter((one) => one !== rule && one !== info);
  return { rule, ruleText: only.rule.text, info, infoText: only.file.text, suite, stretches, files: all };
}

/** The text of a file of events; that of an event log is its XML. */
async function eventText(file: File): Promise<string> {
  const text = (await isLog(file))
    ? ((await readLog(file, new AbortController().signal))?.text ?? '')
    : await textOf(file);
  return text.replaceAll('\r\n', '\n');
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
