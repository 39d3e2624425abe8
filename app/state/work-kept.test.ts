import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readString } from './fields';
import { isRefused, load, type Shelf, save } from './storage';
import { Room } from './testing';
import { isOurs, saveElsewhere, saveLongWork, saveWork, unreadable, whereWorkIs } from './work-kept';

let tab = new Room();
let browser = new Room();
beforeEach(() => {
  tab = new Room();
  browser = new Room();
  vi.stubGlobal('sessionStorage', tab);
  vi.stubGlobal('localStorage', browser);
});
afterEach(() => vi.unstubAllGlobals());

const KEYS = ['rule', 'events'];
const write = (shelf: Shelf, rule: string, events: string, changed = KEYS) =>
  saveWork(shelf, KEYS, changed, (key) => JSON.stringify(key === 'rule' ? rule : events));
const read = (shelf: Shelf) => KEYS.map((key) => load(key, readString, shelf) ?? null);

test('only what has changed is written once the shelf holds the work of this page', () => {
  expect(write('browser', 'r', 'e', ['rule'])).toBe('kept');
  expect(read('browser')).toEqual(['r', 'e']);
  write('browser', 'R', 'not written', ['rule']);
  expect(read('browser')).toEqual(['R', 'e']);
});

test('where another page has written meanwhile, all is written: no pair of two works', () => {
  write('browser', 'r', 'e');
  save('work', { page: 'another', elsewhere: '' });
  save('events', 'of the other');
  write('browser', 'R', 'e', ['rule']);
  expect(read('browser')).toEqual(['R', 'e']);
});

test('where there is no room for all, what was there stays until it is said where the newer is, and later all comes back', () => {
  write('browser', 'r', 'e');
  browser.room = 200;
  expect(write('browser', 'R', 'e'.repeat(500))).toBe('full');
  expect(read('browser')).toEqual(['r', 'e']);
  expect(whereWorkIs()).toEqual({ shelf: 'browser', elsewhere: '', isLong: false });
  // As it is not what this page has, it is not this page's.
  expect(isOurs('browser')).toBe(false);
  saveElsewhere('browser', 'id');
  expect(read('browser')).toEqual([null, null]);
  expect(whereWorkIs()).toEqual({ shelf: 'browser', elsewhere: 'id', isLong: false });
  expect(write('browser', 'r', 'short', ['events'])).toBe('kept');
  expect(read('browser')).toEqual(['r', 'short']);
  expect(whereWorkIs()).toEqual({ shelf: 'browser', elsewhere: '', isLong: false });
});

test('where there is no room, a state that is named stays named', () => {
  saveElsewhere('browser', 'former');
  browser.room = 200;
  expect(write('browser', 'r', 'e'.repeat(500))).toBe('full');
  expect(whereWorkIs().elsewhere).toBe('former');
  expect(read('browser')).toEqual([null, null]);
});

test('the name of a state finds room where not a character is left', () => {
  write('browser', 'r', 'e'.repeat(100));
  browser.room = 0;
  for (const [key, value] of browser.items) browser.room += key.length + value.length;
  expect(write('browser', 'r', 'e'.repeat(101), ['events'])).toBe('full');
  expect(read('browser')).toEqual(['r', 'e'.repeat(100)]);
  saveElsewhere('browser', 'a long name of a state'.repeat(3));
  expect(whereWorkIs().elsewhere).toBe('a long name of a state'.repeat(3));
});

test('of long work the shelf has all but the texts, says where they are, and has them again once they are short', () => {
  const all = [...KEYS, 'selected'];
  const json = (key: string) => JSON.stringify(`of ${key}`);
  saveWork('browser', all, all, json);
  expect(saveLongWork('browser', all, ['rule'], json, 'id')).toBe('kept');
  expect(read('browser')).toEqual([null, null]);
  expect(load('selected', readString)).toBe('of selected');
  expect(whereWorkIs()).toEqual({ shelf: 'browser', elsewhere: 'id', isLong: true });
  saveLongWork('browser', all, ['selected'], () => '"other"', 'next');
  expect(load('selected', readString)).toBe('other');
  expect(whereWorkIs().elsewhere).toBe('next');
  expect(isOurs('browser')).toBe(true);
  saveWork('browser', all, ['rule'], json);
  expect(read('browser')).toEqual(['of rule', 'of events']);
  expect(whereWorkIs()).toEqual({ shelf: 'browser', elsewhere: '', isLong: false });
});

test('long work of another page is written anew, whole', () => {
  const all = [...KEYS, 'selected'];
  save('work', { page: 'another', elsewhere: 'its', isLong: true });
  save('selected', 'its');
  saveLongWork('browser', all, [], () => '"ours"', 'id');
  expect(load('selected', readString)).toBe('ours');
  expect(whereWorkIs().elsewhere).toBe('id');
});

test.each<[string, () => void, ReturnType<typeof whereWorkIs>]>([
  ['on neither shelf', () => {}, { shelf: 'browser', elsewhere: '', isLong: false }],
  ['in the tab', () => write('tab', 'r', 'e'), { shelf: 'tab', elsewhere: '', isLong: false }],
  ['in the browser', () => write('browser', 'r', 'e'), { shelf: 'browser', elsewhere: '', isLong: false }],
  [
    'in the tab, before that of another tab',
    () => {
      write('tab', 'r', 'e');
      saveElsewhere('browser', 'id');
    },
    { shelf: 'tab', elsewhere: '', isLong: false },
  ],
  [
    'in the browser, of an older version',
    () => save('rule', 'r'),
    { shelf: 'browser', elsewhere: '', isLong: false },
  ],
  ['behind a damaged mark', () => save('work', 7, 'tab'), { shelf: 'browser', elsewhere: '', isLong: false }],
])('the work is found %s', (_, given, found) => {
  given();
  expect(whereWorkIs()).toEqual(found);
});

test.each<[string, Room, string, boolean]>([
  ['room', new Room(), 'kept', false],
  ['no room for it', new Room(40), 'full', false],
  ['not a character more', Object.assign(new Room(0), { items: new Map([['other', 'x']]) }), 'full', false],
  ['no storage at all', new Room(Infinity, true), 'refused', true],
  ['storage of size 0, as in a private window', new Room(0), 'refused', true],
])('a browser with %s', (_, shelf, kept, refused) => {
  vi.stubGlobal('localStorage', shelf);
  expect(save('rule', 'x'.repeat(100))).toBe(kept);
  expect(isRefused()).toBe(refused);
});

test.each([
  ['absent', null, null],
  ['good', '"text"', null],
  ['damaged', '{"brok', '{"brok'],
  ['of another kind', '{"v":2,"text":"t"}', '{"v":2,"text":"t"}'],
])('a text that is %s', (_, stored, found) => {
  if (stored !== null) browser.items.set('sigma-playground.rule', stored);
  expect(unreadable('rule', readString, 'browser')).toBe(found);
});
