import { expect, test } from 'vitest';
import {
  calledOf,
  type Sheet,
  type Sheets,
  withChosen,
  withMoved,
  withoutSheet,
  withSheet,
} from './sheet-list';
import { readSheetWork, sheetWorkOf } from './sheet-work';

const sheet = (id: string): Sheet => ({ id, title: '', told: null });
const work = (rule: string) => sheetWorkOf({ rule });
/** Three sheets; `b` is chosen. */
const THREE: Sheets = {
  list: ['a', 'b', 'c'].map(sheet),
  away: new Map([
    ['a', work('of a')],
    ['c', work('of c')],
  ]),
};
const order = ({ list }: Sheets) => list.map(({ id }) => id).join('');
const away = (sheets: Sheets) => [...sheets.away].map(([id, { rule }]) => `${id}: ${rule}`).sort();

test.each([
  ['a', 0, 'abc'],
  ['a', 1, 'bac'],
  ['a', 2, 'bca'],
  ['a', 9, 'bca'],
  ['c', 0, 'cab'],
  ['c', -1, 'cab'],
  ['b', 0, 'bac'],
  ['x', 0, 'abc'],
])('%s moved to place %i: %s', (id, to, expected) => {
  const moved = withMoved(THREE, id, to);
  expect(order(moved)).toBe(expected);
  expect(away(moved)).toEqual(away(THREE));
});

test('a sheet that does not move changes nothing', () => {
  expect(withMoved(THREE, 'b', 1)).toBe(THREE);
});

test('another sheet is chosen: the one before waits with what came of it', () => {
  const left = { id: 'b', work: work('of b'), told: 'broken' as const };
  const turned = withChosen(THREE, left, 'c');
  expect(away(turned)).toEqual(['a: of a', 'b: of b']);
  expect(turned.list).toEqual([sheet('a'), { ...sheet('b'), told: 'broken' }, sheet('c')]);
});

test('a sheet is added at a place, and taken out again', () => {
  const more = withSheet(THREE, sheet('x'), work('of x'), 1);
  expect(order(more)).toBe('axbc');
  expect(away(more)).toEqual(['a: of a', 'c: of c', 'x: of x']);
  expect(withoutSheet(more, 'x')).toEqual(THREE);
});

test.each([
  ['Mine', 'title: Of the rule', 'a.yml', 'Mine'],
  ['', 'id: 1\ntitle: Of the rule', 'a.yml', 'Of the rule'],
  ['', 'no: title', 'a.yml', 'a.yml'],
  ['', '', '', 'Untitled'],
])('a sheet with the title %j, the rule %j and the file %j is called %s', (title, rule, ruleName, called) => {
  expect(calledOf(title, { rule, ruleName })).toBe(called);
});

test.each([
  ['null', null],
  ['a text', 'rule'],
  ['no events', { rule: '' }],
  ['a rule of a newer form', { rule: { form: 2 }, events: '' }],
])('%s is no sheet', (_, value) => {
  expect(readSheetWork(value)).toBe(undefined);
});

test('a stored sheet comes back whole; what is broken takes its default', () => {
  const own = sheetWorkOf({ rule: 'r', events: 'e', selected: 3, pinned: 'p', tab: 'rule' });
  expect(readSheetWork(JSON.parse(JSON.stringify(own)))).toEqual(own);
  expect(readSheetWork({ rule: 'r', events: 'e', selected: -1, tab: 'none', settings: 7 })).toEqual(
    sheetWorkOf({ rule: 'r', events: 'e' }),
  );
});
