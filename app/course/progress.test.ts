import { beforeEach, describe, expect, test, vi } from 'vitest';
import { notices } from '../ui/notices';
import {
  countSolution,
  forgetProgress,
  type Progress,
  progress,
  readProgress,
  refresh,
  setProgress,
} from './progress';
import { joined, progressText, readProgressText } from './progress-file';

const WORK = { rule: 'r', events: 'e', expected: ['match' as const, null] };
const TRIED: Progress = {
  state: 'tried',
  tries: 2,
  helped: 1,
  sawSolution: true,
  work: WORK,
  passed: null,
  at: 1000,
};
const PASSED: Progress = {
  state: 'passed',
  tries: 3,
  helped: 0,
  sawSolution: false,
  work: WORK,
  passed: WORK,
  at: 2000,
};

/** A browser's storage that may be full. */
class Shelf {
  readonly all = new Map<string, string>();
  isFull = false;
  get length() {
    return this.all.size;
  }
  key(i: number) {
    return [...this.all.keys()][i] ?? null;
  }
  getItem(key: string) {
    return this.all.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.all.set(key, value);
  }
  removeItem(key: string) {
    this.all.delete(key);
  }
}

let shelf: Shelf;
beforeEach(() => {
  shelf = new Shelf();
  vi.stubGlobal('localStorage', shelf);
  notices.setState([], true);
  refresh();
});

test('progress comes back as it was kept', () => {
  setProgress('list-or-map', TRIED);
  setProgress('c1.other', PASSED);
  refresh();
  expect([...progress.getState().of]).toEqual([
    ['list-or-map', TRIED],
    ['c1.other', PASSED],
  ]);
});

test('what cannot be read is named, and harms no other; it can be removed or begun anew', () => {
  setProgress('good', PASSED);
  for (const name of ['a', 'b']) shelf.setItem(`sigma-playground.lesson.${name}`, '{"state":"passed"');
  refresh();
  expect(progress.getState()).toEqual({ of: new Map([['good', PASSED]]), damaged: ['a', 'b'] });
  setProgress('a', TRIED);
  forgetProgress(['b']);
  refresh();
  expect([[...progress.getState().of.keys()].sort(), progress.getState().damaged]).toEqual([
    ['a', 'good'],
    [],
  ]);
});

test('where there is no room it is told, and stays until the page is left', () => {
  setProgress('a', TRIED);
  shelf.isFull = true;
  setProgress('a', PASSED);
  expect(progress.getState().of.get('a')).toEqual(PASSED);
  expect(notices.getState().map(({ text }) => text)).toEqual([expect.stringContaining('no room')]);
});

test('a solution that was shown is kept, unless one has passed before', () => {
  countSolution('new', WORK);
  setProgress('passed', PASSED);
  countSolution('passed', WORK);
  refresh();
  const { of } = progress.getState();
  expect([of.get('new'), of.get('passed')]).toMatchObject([{ tries: 0, sawSolution: true }, PASSED]);
  const { sawSolution, ...older } = TRIED;
  expect([sawSolution, readProgress(older)?.sawSolution]).toEqual([true, false]);
});

test.each<[string, unknown]>([
  ['no state', { ...TRIED, state: undefined }],
  ['passed without a work that did', { ...PASSED, passed: null }],
  ['tries below zero', { ...TRIED, tries: -1 }],
  ['a work without events', { ...TRIED, work: { rule: 'r', expected: [] } }],
  ['a list', [TRIED]],
])('%s is no progress', (_, value) => {
  expect(readProgress(value)).toBeUndefined();
});

describe('as a file', () => {
  test('all of it comes back', () => {
    const of = new Map([
      ['a', TRIED],
      ['c1.b', PASSED],
    ]);
    expect(readProgressText(progressText(of))).toEqual({ of, damaged: 0 });
  });

  test.each(['', '{', '[]', '{"lessons":{}}', '{"sigma-playground-progress":2,"lessons":{}}'])(
    '%j is none',
    (text) => {
      expect(readProgressText(text)).toBeNull();
    },
  );

  test('damaged lessons and names are counted, whatever they are called', () => {
    const text = `{"sigma-playground-progress":1,"lessons":{"a":${JSON.stringify(TRIED)},"b":{},"__proto__":{"x":1},"a b":${JSON.stringify(TRIED)}}}`;
    expect(readProgressText(text)).toEqual({ of: new Map([['a', TRIED]]), damaged: 3 });
  });

  test.each<[string, Progress | undefined, Progress, Partial<Progress>]>([
    ['only there', undefined, TRIED, TRIED],
    [
      'passed here, tried there later',
      { ...PASSED, at: 1 },
      TRIED,
      { state: 'passed', passed: WORK, tries: 3, at: 1000 },
    ],
    ['tried here, passed there', TRIED, PASSED, { state: 'passed', at: 2000, tries: 3, sawSolution: true }],
    [
      'the later work',
      { ...TRIED, at: 5000, work: { ...WORK, rule: 'late' } },
      TRIED,
      { work: { ...WORK, rule: 'late' } },
    ],
  ])('joined: %s', (_, here, there, expected) => {
    expect(joined(here, there)).toMatchObject(expected);
  });
});
