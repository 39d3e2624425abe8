import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { session } from '../state/session';
import { failureWords } from '../workers/failure-words';
import { askTests } from '../workers/tests/client';
import type { TestsEnd, TestTold } from '../workers/tests/protocol';
import type { TestsRead } from './read-tests';

/*
 * The tests of many rules that were opened at once: a list of what came of each. It is there until it is closed.
 */

export interface TestList {
  /** Of the folder or zip. */
  readonly name: string;
  readonly read: TestsRead;
  readonly tests: readonly TestTold[];
  /** Null while they run. */
  readonly end: TestsEnd | null;
  /** Why they do not run on. */
  readonly failure: string | null;
  /** False while a rule of it is in the editors, and its list is folded. */
  readonly isUnfolded: boolean;
}

const testList = createStore<{ readonly list: TestList | null }>(() => ({ list: null }));

/** The list; null if there is none. */
export function useTestList(): TestList | null {
  return useStore(testList, ({ list }) => list);
}

let running: AbortController | null = null;

/** Lists the tests of many rules, and runs them. `name`: of the folder or zip. */
export function listTests(name: string, read: TestsRead): void {
  testList.setState({ list: { name, read, tests: [], end: null, failure: null, isUnfolded: true } });
  void run(read);
}

/** Runs all tests of the list again. */
export function runListAgain(): void {
  const { list } = testList.getState();
  if (list) listTests(list.name, list.read);
}

/** Folds or unfolds the list. */
export function unfoldList(isUnfolded: boolean): void {
  change((list) => ({ ...list, isUnfolded }));
}

/** Closes the list; what is in the editors stays. */
export function closeList(): void {
  running?.abort();
  testList.setState({ list: null });
}

function change(how: (list: TestList) => TestList): void {
  testList.setState(({ list }) => ({ list: list && how(list) }));
}

async function run({ files }: TestsRead): Promise<void> {
  running?.abort();
  const own = new AbortController();
  running = own;
  const { ignoreLogsource, mapping, spec } = session.getState().settings;
  const tell = (test: TestTold) => {
    if (running === own) change((list) => ({ ...list, tests: [...list.tests, test] }));
  };
  for (let from = 0; ; ) {
    const ask = { files, ignoreLogsource, from, ...(mapping ? { mapping } : {}), ...(spec ? { spec } : {}) };
    const end = await askTests(ask, tell, own.signal);
    if (running !== own || end.how === 'superseded') return;
    if (end.how === 'answered') return change((list) => ({ ...list, end: end.answer }));
    const { failure } = end;
    const at = failure.why === 'no answer' ? failure.at : null;
    if (!at?.test) return change((list) => ({ ...list, failure: failureWords(failure) }));
    // A test that hangs is told as such; the others go on in another worker.
    const where = at.pattern === null ? '' : ` at the pattern ${at.pattern}`;
    tell({ ...at.test, why: `it took too long${where}.` });
    from = at.test.number + 1;
  }
}
