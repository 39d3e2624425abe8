import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { expectLinear } from '../../src/testing/growth';
import {
  eventsFile,
  type Folder,
  isArchive,
  type NamedFolder,
  readArchive,
  sheetFolder,
  stateFolder,
  writeArchive,
} from './archive';

const WORK = {
  rule: 'title: Ü\n',
  events: '{"A":1}\n',
  ruleName: 'mine.yml',
  eventsName: 'mine.jsonl',
  settings: {
    ignoreLogsource: true,
    placeholders: { p: ['x'] },
    mapping: { own: 'Field' },
    spec: 'proposals' as const,
    expected: { k1: 'match' as const },
  },
};
const bytesOf = async (folders: readonly NamedFolder[]) =>
  new Uint8Array(await (await writeArchive(folders)).arrayBuffer());
const named = ({ work, kept, pinned }: Folder, number: number): NamedFolder => ({
  work,
  kept,
  ...(pinned ? { pinned } : {}),
  folder: kept ? stateFolder(number, kept.at, kept.name) : 'work',
  eventsFile: eventsFile(work.eventsName),
});

test('an export holds plain files, and is read as what was written', async () => {
  const folders: Folder[] = [
    { work: WORK, kept: null, pinned: { rule: 'title: Before\ud800\n', name: 'mine.yml', spec: '2.2.0' } },
    {
      work: { ...WORK, rule: 'title: Old\n' },
      kept: { at: 1_700_000_000_000, name: 'a/b: "c"', starred: true },
    },
  ];
  const bytes = await bytesOf(folders.map(named));
  expect(isArchive(bytes)).toBe(true);
  expect(readArchive(bytes)).toEqual({ ok: true, folders });
});

test('sheets come back in their order, with their titles, however the folders were packed again', async () => {
  const titles = ['B', '', 'a/b: "c"', 'Z', 'y', '', '', '', '', '', 'last'];
  const folders: Folder[] = titles.map((title, i) => ({
    work: { ...WORK, rule: `title: ${i}\n` },
    kept: null,
    sheet: { title, isChosen: i === 2 },
  }));
  const written = folders.map((folder, i) => ({
    ...folder,
    folder: sheetFolder(i + 1, folder.sheet?.title || `${i}`),
    eventsFile: 'events.jsonl',
  }));
  expect(readArchive(await bytesOf(written))).toEqual({ ok: true, folders });
  expect(readArchive(await bytesOf([...written].reverse()))).toEqual({ ok: true, folders });
});

test.each<[string, unknown, object]>([
  ['nothing', {}, { title: '', isChosen: false }],
  ['what is none', { sheet: 7 }, { title: '', isChosen: false }],
  ['broken parts', { sheet: { title: 7, isChosen: 'x' } }, { title: '', isChosen: false }],
  ['more than this version knows', { sheet: { title: 'T', tests: [] } }, { title: 'T', isChosen: false }],
])('the folder of a sheet that says %s of it', (_, settings, sheet) => {
  const read = readArchive(
    zipSync({
      'sigma-playground.json': strToU8('{"form":1}'),
      'sheets/1/rule.yml': strToU8('title: T\n'),
      'sheets/1/settings.json': strToU8(JSON.stringify(settings)),
    }),
  );
  expect(read.ok && read.folders[0]).toMatchObject({ work: { rule: 'title: T\n' }, kept: null, sheet });
});

test('any work comes back as it was, whatever things are called', async () => {
  const text = fc.string({ unit: 'grapheme' });
  const work = fc.record({
    rule: text,
    events: text,
    ruleName: text,
    eventsName: text,
    settings: fc.constant(WORK.settings),
  });
  const state = fc.record({ at: fc.nat(1_700_000_000_000), name: text, starred: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      work,
      fc.array(fc.record({ work, kept: state }), { maxLength: 4 }),
      async (now, states) => {
        const folders = [{ work: now, kept: null }, ...states];
        expect(readArchive(await bytesOf(folders.map(named)))).toEqual({ ok: true, folders });
      },
    ),
    { numRuns: 30 },
  );
});

test.each([
  ['a byte order mark', '\ufefftitle: A\n'],
  ['half a character', 'title: \ud83d\n'],
  ['a character in two halves', 'title: 😀\n'],
  ['line ends of Windows', 'title: A\r\n'],
])('a text with %s comes back as it was', async (_, text) => {
  const folders = [{ work: { ...WORK, rule: text, events: text }, kept: null }];
  expect(readArchive(await bytesOf(folders.map(named)))).toEqual({ ok: true, folders });
});

test.each([
  ['the largest whole number', Number.MAX_SAFE_INTEGER],
  ['beyond the dates', 8_640_000_000_000_001],
  ['next year', Date.now() + 31_536_000_000],
])('a state kept at a moment that cannot be, %s, is of now', async (_, at) => {
  const before = Date.now();
  const files = { 'history/1/settings.json': `{"kept":{"at":${at}}}` };
  const read = readArchive(zip({ ...MARK, ...files }));
  const told = read.ok ? read.folders[0]?.kept?.at : undefined;
  expect(told).toBeGreaterThanOrEqual(before);
  expect(told).toBeLessThanOrEqual(Date.now());
});

test('as many folders cost as much each', () =>
  expectLinear(
    400,
    (size) => {
      const folders = Array.from({ length: size }, (_, i) => `history/${i}`);
      return zip({
        ...MARK,
        ...Object.fromEntries(
          folders.flatMap((f) => [
            [`${f}/settings.json`, '{}'],
            [`${f}/events.txt`, 'a'],
          ]),
        ),
      });
    },
    (bytes) => readArchive(bytes),
  ));

/** The bytes with one of the content of a file changed; its directory is unchanged. */
function damagedIn(bytes: Uint8Array, text: string): Uint8Array {
  const at = Buffer.from(bytes).indexOf(text);
  return bytes.with(at, bytes[at]! ^ 1);
}

const stored = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    level: 0,
  });

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
const MARK = { 'sigma-playground.json': '{"form":1}' };

test.each<[string, Uint8Array, string]>([
  ['no zip', strToU8('title: A'), 'it is damaged or incomplete'],
  [
    'a zip of rules',
    zip({ 'rule.yml': 'title: A' }),
    'it is not an export of the playground (a zip of rules opens in Catalog)',
  ],
  [
    'one with a changed byte',
    damagedIn(stored({ ...MARK, 'work/settings.json': '{}', 'work/rule.yml': 'title: Mine' }), 'title: Mine'),
    'it is damaged or incomplete',
  ],
  [
    'a later form',
    zip({ 'sigma-playground.json': '{"form":2}' }),
    'it was made by another version of the playground',
  ],
  ['one whose mark is no JSON', zip({ 'sigma-playground.json': '{"fo' }), 'it is damaged or incomplete'],
  ['an empty one', zip(MARK), 'it has no work in it'],
  ['one with other files only', zip({ ...MARK, 'work/notes.txt': 'a' }), 'it has no work in it'],
  ['one cut short', zip({ ...MARK, 'work/settings.json': '{}' }).slice(0, 60), 'it is damaged or incomplete'],
])('%s is refused', (_, bytes, why) => {
  expect(readArchive(bytes)).toEqual({ ok: false, why });
});

test.each<[string, Record<string, string>, [rule: string, events: string, isSheet: boolean][]]>([
  [
    'sheets with a rule only',
    { 'sheets/02 B/rule.yml': 'title: B', 'sheets/01 A/rule.yml': 'title: A' },
    [
      ['title: A', '', true],
      ['title: B', '', true],
    ],
  ],
  ['a folder with events only', { 'work/events.log': 'a\n' }, [['', 'a\n', false]]],
  [
    'a folder with both, once',
    { 'work/rule.yml': 'title: A', 'work/events.json': '{}' },
    [['title: A', '{}', false]],
  ],
])('packed by hand, without settings: %s', (_, files, expected) => {
  const read = readArchive(zip({ ...MARK, ...files }));
  if (!read.ok) throw new Error(read.why);
  expect(read.folders.map(({ work, sheet }) => [work.rule, work.events, sheet !== undefined])).toEqual(
    expected,
  );
});

test('what is missing or broken in a folder takes its default', () => {
  const read = readArchive(zip({ ...MARK, 'work/settings.json': '{"brok', 'work/events.log': 'a\n' }));
  expect(read).toEqual({
    ok: true,
    folders: [
      {
        work: {
          rule: '',
          events: 'a\n',
          ruleName: '',
          eventsName: '',
          settings: { ignoreLogsource: false, placeholders: {} },
        },
        kept: null,
      },
    ],
  });
});

test.each([
  ['', 'events.txt'],
  ['mine.JSONL', 'events.jsonl'],
  ['3 files', 'events.txt'],
  ['a.b/../c.xml', 'events.xml'],
])('events of %j are in %s', (name, file) => {
  expect(eventsFile(name)).toBe(file);
});

test('no name leads out of the folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(stateFolder(1, 0, name).split(/[\\/]/)).toHaveLength(2);
    }),
  );
  expect(stateFolder(3, Date.UTC(2026, 10, 30, 5, 6, 7), '../../etc')).toBe(
    'history/0003 2026-11-30 05.06.07 .._.._etc',
  );
  expect(stateFolder(1, 0, 'a\u2028b\u2029c')).toMatch(/ a_b_c$/);
});
