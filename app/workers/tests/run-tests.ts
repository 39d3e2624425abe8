import { evtxText, isEvtx, readEvents, type SigmaEvent, wholeText } from '../../../src/event';
import {
  failureWords,
  type Paired,
  type PairedSuite,
  pairTests,
  placesOf,
  type RuleTest,
  runTest,
  titleOf,
  writtenEvents,
} from '../../../src/expect';
import { compileCollection } from '../../../src/rule';
import { plain } from '../../../src/text';
import type { GivenFile, TestsAsk, TestsBeacon, TestsEnd, TestTold } from './protocol';

/** What the runner tells, and when it lets others run. */
export interface Telling {
  tell(test: TestTold): void;
  at(beacon: TestsBeacon): void;
  /** False once the answer is no longer wanted. */
  turn(): Promise<boolean>;
}

/** Runs the tests of all rules among files, in whatever form they are. Null if that is no longer wanted. */
export async function runTests(ask: TestsAsk, telling: Telling): Promise<TestsEnd | null> {
  const { files, mapping, spec, from } = ask;
  const given = new Map(files.map((one) => [one.path, one.file]));
  const yaml = await Promise.all(
    files
      .filter(({ path }) => /\.ya?ml$/i.test(path))
      .map(async ({ path, file }) => ({ path, text: wholeText(await bytesOf(file)) })),
  );
  let test: TestsBeacon['test'];
  const onPattern = (pattern: string | null) =>
    telling.at({ pattern, isSmall: true, ...(test ? { test } : {}) });
  const options = { ...(mapping ? { mapping } : {}), ...(spec ? { spec } : {}), onPattern };
  const paired = pairTests(yaml, ({ text }) => compileCollection(text, options));
  const all = paired.suites.flatMap((suite) => suite.suite.tests.map((one) => ({ suite, one })));
  for (const [number, { suite, one }] of all.entries()) {
    if (number < from) continue;
    const name = one.name || `Test ${suite.suite.tests.indexOf(one) + 1}`;
    test = { number, rule: suite.rule.path, title: titleOf(suite.subject), name };
    telling.at({ pattern: null, test });
    telling.tell({ ...test, why: await failureOf(suite, one, given, ask) });
    if (!(await telling.turn())) return null;
  }
  return { problems: problemsOf(paired), untested: untestedOf(paired) };
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

/** Why a test fails; null if it passes. */
async function failureOf(
  { file, subject, rule }: PairedSuite,
  one: RuleTest,
  files: ReadonlyMap<string, Blob>,
  options: Pick<TestsAsk, 'ignoreLogsource'>,
): Promise<string | null> {
  const events = await eventsOf(one, file.path, files);
  if (typeof events === 'string') return events;
  const result = runTest(one, subject, rule.collection, events, options);
  return result.passed ? null : failureWords(one, subject, result, events, options);
}

/** The events of a test, or why there are none. */
async function eventsOf(
  { events }: RuleTest,
  from: string,
  files: ReadonlyMap<string, GivenFile['file']>,
): Promise<SigmaEvent[] | string> {
  if (events.kind === 'written') return writtenEvents(events.events);
  const found = placesOf(events.path, from).flatMap((place) => files.get(place) ?? [])[0];
  if (!found) return `there is no file ${events.path}.`;
  const bytes = await bytesOf(found);
  const { slices } = readEvents(isEvtx(bytes) ? evtxText(bytes).text : wholeText(bytes));
  const read = slices.flatMap((slice) => slice.event ?? []);
  return read.length === 0 ? `there is no event in ${events.path}.` : read;
}

function problemsOf({ rules, problems }: Paired): TestsEnd['problems'] {
  return [
    ...rules.flatMap(({ path, collection }) =>
      collection.diagnostics.flatMap(({ severity, message }) =>
        severity === 'error' ? [{ path, message: plain(message) }] : [],
      ),
    ),
    ...problems.map(({ file, problem }) => ({ path: file.path, message: plain(problem.message) })),
  ];
}

function untestedOf({ rules, suites }: Paired): string[] {
  const tested = new Set(suites.flatMap(({ suite, rule }) => (suite.tests.length > 0 ? [rule.path] : [])));
  return rules.flatMap(({ path }) => (tested.has(path) ? [] : [path]));
}
