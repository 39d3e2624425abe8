import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isRuleFile, ZipFiles } from '../src/catalog';
import { EVENTS, KEPT, PAGE } from '../src/limits';
import { holdLimits } from '../src/limits/testing';
import type { RuleInfo } from '../src/match';
import { claimingZip } from '../src/testing/claiming-zip';
import { plain } from '../src/text';
import { readArchive } from './actions/archive';
import { mayBeExport, mayHaveTests } from './catalog/kind-of-file';
import { foldsOf } from './editor/folds';
import { isPaired } from './editor/paired';
import { isLong, ruleDecorations } from './editor/rule-decorations';
import { hasLongLine, isSliced } from './editor/slices';
import { fitsBaseline } from './log/baseline-state';
import { fitsEditor } from './log/open-files';
import { testsIn } from './panels/tests/rule-tests';
import { NOTHING } from './results/outcome';
import { readSettings } from './state/fields';
import { type Thinned, thinOut } from './state/history/thin-out';
import { decodeLink } from './state/open-share';
import { isLongWork } from './state/work-kept';
import { cutEntry, cutText } from './ui/cut';
import { named } from './workers/failure-words';

/*
 * Each limit of the page with a case on both sides of it, here or in a browser.
 */

/** Limits that need a browser, or too large a file: the test that shows them, and words in it. */
const ELSEWHERE = {
  markedEvents: ['src/live/on-screen.test.ts', 'PAGE.markedEvents'],
  helpLength: ['e2e/heavy.spec.ts', 'PAGE.helpLength'],
  plainLength: ['app/editor/plain.test.ts', 'plainLength'],
  plainLines: ['app/editor/plain.test.ts', 'plainLines'],
  shownEntries: ['e2e/heavy.spec.ts', 'PAGE.shownEntries'],
  menuChoices: ['e2e/heavy.spec.ts', 'PAGE.menuChoices'],
  shownPlaces: ['e2e/heavy.spec.ts', 'PAGE.shownPlaces'],
  indicators: ['e2e/heavy.spec.ts', 'PAGE.indicators'],
  notExercised: ['e2e/heavy.spec.ts', 'PAGE.notExercised'],
  difference: ['e2e/heavy.spec.ts', 'PAGE.difference'],
} as const;

/** A rule of one selection with so many values on one line. */
function infoOf(values: number): RuleInfo {
  const value = (i: number) => ({
    selection: 0,
    range: { start: 2 * i, end: 2 * i + 1 },
    written: 'v',
    field: 'F',
  });
  return {
    title: 'T',
    titleRange: null,
    logsource: '',
    logsourceRange: null,
    coverage: '',
    selections: [{ name: 's', range: { start: 0, end: 1 }, uses: [] }],
    values: Array.from({ length: values }, (_, i) => value(i)),
    references: [],
  };
}

const kept = (id: number, bytes: number): Thinned => ({
  id: `${id}`,
  at: Date.now() - id,
  starred: false,
  rule: `rule ${id}`,
  events: 'none',
  ruleBytes: bytes,
  eventsBytes: 0,
  why: 'rest',
});

const isRefused = (work: () => unknown): boolean => {
  try {
    work();
    return false;
  } catch {
    return true;
  }
};

/** A link whose fragment has so many characters, or whose content so many bytes. */
const linkOf = (json: string) => `#v1=${deflateRawSync(json).toString('base64url')}`;
async function codeOf(link: string): Promise<string> {
  const opened = await decodeLink(link);
  return opened.ok ? '' : opened.code;
}

const { markedEvents, helpLength, plainLength, plainLines, indicators, notExercised, difference, ...others } =
  PAGE;
const { shownEntries, shownPlaces, menuChoices, ...page } = others;

describe('what the page draws and links', () => {
  holdLimits(page, {
    decoratedWhole: { isBeyond: (n) => isLong(infoOf(n - 1)) },
    decorations: {
      isBeyond: (n) => {
        // A long rule, of which so many values are in sight.
        const outcome = { ...NOTHING, info: infoOf(2000) };
        const visible = { start: 1, end: 2 * n };
        const shown = ruleDecorations(outcome, 0, { countsShown: false, stale: false, visible });
        return shown.filter(({ link }) => link?.value !== null).length < n;
      },
    },
    slicedLength: { isBeyond: (n) => isSliced('x'.repeat(n)) },
    slicedLines: { isBeyond: (n) => isSliced('\n'.repeat(n - 1)) },
    wrappedLine: { isBeyond: (n) => hasLongLine(`a\n${'x'.repeat(n)}\n`, PAGE.wrappedLine.value) },
    composedLine: { isBeyond: (n) => hasLongLine(`a\n${'x'.repeat(n)}\n`, PAGE.composedLine.value) },
    folds: {
      isBeyond: (n) => {
        const lines = Array.from({ length: 2 * n }, (_, i) => (i % 2 ? ' b' : 'a:'));
        const text = { getLineCount: () => lines.length, getLineContent: (line: number) => lines[line - 1]! };
        const work = foldsOf(text, { tabSize: 4, offSide: true, most: PAGE.folds.value });
        let step = work.next();
        while (!step.done) step = work.next();
        return step.value.length < n;
      },
    },
    pairedText: { isBeyond: (n) => !isPaired('x'.repeat(n)) },
    textBrackets: { isBeyond: (n) => !isPaired('{}\n'.repeat(n / 2) + '{'.repeat(n % 2)) },
    lineBrackets: { isBeyond: (n) => !isPaired('{'.repeat(n)) },
    patternNamed: { isBeyond: (n) => named('x'.repeat(n)).endsWith('…') },
    shownText: { isBeyond: (n) => cutText('x'.repeat(n)) !== 'x'.repeat(n) },
    shownEntry: { isBeyond: (n) => cutEntry('x'.repeat(n)) !== 'x'.repeat(n) },
    linkContent: {
      isBeyond: async (n) =>
        (await codeOf(linkOf(JSON.stringify({ rule: 'x'.repeat(n - '{"rule":""}'.length) })))) ===
        'link-too-large',
    },
    ruleTests: {
      isBeyond: (n) => testsIn('testcases: {match: [{A: 1}]}\n#'.padEnd(n, 'x')).single.length === 0,
    },
    linkLength: { isBeyond: async (n) => (await codeOf(`#v1=${'A'.repeat(n - 4)}`)) === 'link-too-large' },
  });
});

describe('what is kept and unpacked', () => {
  holdLimits(KEPT, {
    storedTexts: { isBeyond: (n) => isLongWork({ rule: 'r', events: 'x'.repeat(n - 1), pinned: null }) },
    states: {
      isBeyond: (n) =>
        thinOut(
          Array.from({ length: n }, (_, i) => kept(i, 1)),
          Date.now(),
        ).size > 0,
    },
    stateBytes: { isBeyond: (n) => thinOut([kept(0, 1), kept(1, n - 1)], Date.now()).size > 0 },
    ruleFile: {
      isBeyond: (n) => {
        const [file] = [...new ZipFiles(claimingZip('a.yml', n), isRuleFile).unpacked()];
        return 'reason' in file! && plain(file.reason).includes('too large');
      },
    },
    ruleFiles: { isBeyond: (n) => isRefused(() => new ZipFiles(claimingZip('a.yml', n), isRuleFile)) },
    baseline: { isBeyond: (n) => !fitsBaseline(n) },
    expectations: {
      isBeyond: (n) => {
        const many = Array.from({ length: n }, (_, i) => [`k${i.toString(36)}`, 'match']);
        const { expected = {} } = readSettings({ expected: Object.fromEntries(many) }) ?? {};
        return Object.keys(expected).length < n;
      },
    },
    expectedMembers: {
      isBeyond: (n) => {
        const members = [Array.from({ length: n }, (_, i) => `k${i.toString(36)}`)];
        const { expectedFirings } = readSettings({ expectedFirings: [{ of: 'C', count: 1, members }] }) ?? {};
        return expectedFirings?.[0]?.members === null;
      },
    },
    testFiles: { isBeyond: (n) => !mayHaveTests(n, 0) },
    testBytes: { isBeyond: (n) => !mayHaveTests(1, n) },
    exportFile: { isBeyond: (n) => !mayBeExport('work.zip', n) },
    exportUnpacked: {
      isBeyond: (n) => {
        const read = readArchive(claimingZip('sigma-playground.json', n));
        return !read.ok && read.why.includes('too large');
      },
    },
  });
});

const { largeText, largeLog } = EVENTS;

describe('what goes into the editor', () => {
  holdLimits(
    { largeText, largeLog },
    {
      largeText: { isBeyond: (n) => !fitsEditor(n, 0) },
      largeLog: { isBeyond: (n) => !fitsEditor(0, n) },
    },
  );
});

test.each(Object.entries(ELSEWHERE))('%s is shown elsewhere', (_, [file, says]) => {
  expect(readFileSync(file, 'utf8')).toContain(says);
});
