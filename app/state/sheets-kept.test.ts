import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SpecVersion } from '../../src/knowledge';
import type { Sheets } from './sheet-list';
import { sheetWorkOf } from './sheet-work';
import { findSheets, forgetOtherSheets, saveSheets } from './sheets-kept';
import { load, save } from './storage';
import { Room } from './testing';

let browser = new Room();
beforeEach(() => {
  browser = new Room();
  vi.stubGlobal('localStorage', browser);
});
afterEach(() => vi.unstubAllGlobals());

/** Sheets with these ids and rules; the first is chosen. */
function row(...rules: readonly string[]): Sheets {
  const ids = ['a', 'b', 'c'].slice(0, rules.length);
  return {
    list: ids.map((id) => ({ id, title: `T ${id}`, told: id === 'b' ? { matches: 1, total: 2 } : null })),
    away: new Map(ids.slice(1).map((id, i) => [id, sheetWorkOf({ rule: rules[i + 1]! })])),
  };
}
const write = (sheets: Sheets, changed: readonly string[] = [], elsewhere = new Map<string, string>()) =>
  saveSheets('browser', sheets, {
    changed: new Set(changed),
    json: (id) => JSON.stringify(sheets.away.get(id)),
    elsewhere,
  });
const nothing = { away: new Map(), elsewhere: new Map(), unread: [] };
const keys = () => [...browser.items.keys()].map((key) => key.replace('sigma-playground.', '')).sort();

test('sheets come back in their order, with title and count', () => {
  const sheets = row('', 'of b', 'of c');
  expect(write(sheets)).toEqual([]);
  expect(findSheets('browser', 'a')).toEqual({ ...nothing, ...sheets });
});

test('each sheet keeps the version that its rules are read as', () => {
  const sheets = row('', 'of b', 'of c');
  const of = (spec?: SpecVersion) =>
    sheetWorkOf({
      rule: 'r',
      settings: { ignoreLogsource: false, placeholders: {}, ...(spec ? { spec } : {}) },
    });
  const away = new Map([
    ['b', of('proposals')],
    ['c', of()],
  ]);
  expect(write({ ...sheets, away })).toEqual([]);
  const found = findSheets('browser', 'a').away;
  expect([...found].map(([id, { settings }]) => [id, settings.spec])).toEqual([
    ['b', 'proposals'],
    ['c', undefined],
  ]);
});

test('one sheet without a title needs no list, and leaves none', () => {
  write(row('', 'of b'));
  const one: Sheets = { list: [{ id: 'a', title: '', told: null }], away: new Map() };
  forgetOtherSheets('browser', one);
  write(one);
  expect(keys()).toEqual([]);
});

test('a shelf that an earlier version of the page has written has one sheet', () => {
  save('rule', 'r');
  expect(findSheets('browser', 'new')).toEqual({
    ...nothing,
    list: [{ id: 'new', title: '', told: null }],
  });
});

test('what has not changed is not written again, but all over the sheets of another page', () => {
  write(row('', 'of b', 'of c'));
  const sheets = row('', 'of b', 'new c');
  write(sheets);
  expect(load('sheet.c', (value) => value)).toMatchObject({ rule: 'of c' });
  write(sheets, ['c']);
  expect(load('sheet.c', (value) => value)).toMatchObject({ rule: 'new c' });
  save('sheets', { page: 'another', list: [] });
  save('sheet.x', 'of the other');
  write(row('', 'B', 'C'));
  forgetOtherSheets('browser', sheets);
  expect(keys()).toEqual(['sheet.b', 'sheet.c', 'sheets']);
  expect(load('sheet.b', (value) => value)).toMatchObject({ rule: 'B' });
});

test('a sheet for which there is no room is looked for in History, and the others stand here', () => {
  browser.room = 2000;
  const sheets = row('', 'b'.repeat(3000), 'of c');
  expect(write(sheets)).toEqual(['b']);
  expect(write(sheets, [], new Map([['b', 'state']]))).toEqual(['b']);
  const found = findSheets('browser', 'a');
  expect(found.list).toEqual(sheets.list);
  expect([...found.elsewhere]).toEqual([['b', 'state']]);
  expect([...found.away.keys()]).toEqual(['c']);
  browser.room = Infinity;
  expect(write(sheets)).toEqual([]);
  expect(findSheets('browser', 'a')).toEqual({ ...nothing, ...sheets });
});

test.each<[string, () => void, string[]]>([
  ['damaged', () => browser.setItem('sigma-playground.sheet.b', '{"rule":"r'), ['{"rule":"r']],
  ['of a newer form', () => save('sheet.b', { texts: 1 }), ['{"texts":1}']],
])('a sheet that is %s is told apart, and the others come back', (_, damage, unread) => {
  write(row('', 'of b', 'of c'));
  damage();
  const found = findSheets('browser', 'a');
  expect(found.unread).toEqual(unread);
  expect(found.list.map(({ id }) => id)).toEqual(['a', 'c']);
});

test.each<[string, unknown, string[]]>([
  ['damaged', 7, ['a', 'b']],
  ['of a newer form', { page: 'p', list: { a: 1 } }, ['a', 'b']],
  [
    'with entries that are none',
    { page: 'p', list: [null, { id: 7 }, { id: '../x' }, { id: 'b' }] },
    ['a', 'b'],
  ],
  ['with an entry twice', { page: 'p', list: [{ id: 'b' }, { id: 'a' }, { id: 'b' }] }, ['b', 'a']],
  [
    'with an entry of which nothing is left',
    { page: 'p', list: [{ id: 'a' }, { id: 'gone' }, { id: 'b' }] },
    ['a', 'b'],
  ],
  [
    'whose chosen sheet lost its id',
    { page: 'p', list: [{ id: 'b' }, { id: 'gone', title: 'T' }] },
    ['b', 'a'],
  ],
])('a list %s', (_, stored, ids) => {
  write(row('', 'of b'));
  save('sheets', stored);
  expect(findSheets('browser', 'a').list.map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['full', () => Object.assign(browser, { room: 0 })],
  ['refused', () => Object.assign(browser, { refuses: true })],
])('a browser whose storage is %s keeps nothing, and the page goes on', (_, change) => {
  change();
  expect(write(row('', 'of b', 'of c'))).toEqual(['b', 'c']);
  expect(findSheets('browser', 'a').list.map(({ id }) => id)).toEqual(['a']);
});
