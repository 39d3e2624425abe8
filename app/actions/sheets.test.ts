import { beforeEach, expect, test } from 'vitest';
import { session } from '../state/session';
import { MOST_SHEETS } from '../state/sheet-list';
import { sheetWorkOf } from '../state/sheet-work';
import { sheets } from '../state/sheets';
import { notices } from '../ui/notices';
import {
  chooseNext,
  chooseSheet,
  closeSheet,
  duplicateSheet,
  keepBoth,
  moveSheet,
  newSheet,
  openAll,
  openInSheet,
  renameSheet,
  takeOut,
} from './sheets';

/* What a person does with sheets, without editors and engine. */

const START = session.getState();
beforeEach(() => {
  sheets.setState({ list: [{ id: 'a', title: '', told: null }], away: new Map() }, true);
  session.setState({ ...START, ...sheetWorkOf({ rule: 'title: A', events: '{}' }), sheet: 'a' }, true);
});

/** The rules in the order of the tabs; the chosen one in brackets. */
function row(): string {
  const { list, away } = sheets.getState();
  const { sheet, rule } = session.getState();
  return list.map(({ id }) => (id === sheet ? `[${rule}]` : away.get(id)?.rule)).join(' | ');
}
const open = (rule: string) => openInSheet({ rule });
const idOf = (place: number) => sheets.getState().list[place]!.id;
const title = (place: number) => sheets.getState().list[place]!.title;

test.each<[string, () => void, string]>([
  ['New sheet', () => newSheet(), 'title: A | []'],
  ['one opened behind the chosen one', () => [open('b'), chooseSheet('a'), open('c')], 'title: A | [c] | b'],
  ['the next, in a circle', () => [open('b'), chooseNext(1)], '[title: A] | b'],
  ['the one before, in a circle', () => [open('b'), chooseNext(-1), chooseNext(-1)], 'title: A | [b]'],
  ['a sheet that is not there', () => [open('b'), chooseSheet('gone')], 'title: A | [b]'],
  ['a copy', () => [open('b'), duplicateSheet('a')], 'title: A | [title: A] | b'],
  ['another place', () => [open('b'), moveSheet('a', 1)], '[b] | title: A'],
  [
    'the chosen one closed: the one behind it',
    () => [open('b'), open('c'), chooseSheet('a'), closeSheet('a')],
    '[b] | c',
  ],
  ['the last one closed: the one before it', () => [open('b'), closeSheet(idOf(1))], '[title: A]'],
  [
    'the chosen one taken out: another that is named',
    () => [open('b'), open('c'), takeOut(idOf(2), 'a')],
    '[title: A] | b',
  ],
  ['one taken out for one that is not there', () => [open('b'), takeOut(idOf(1), 'gone')], '[title: A]'],
  ['another one taken out', () => [open('b'), takeOut('a')], '[b]'],
  ['the only one is not taken out', () => takeOut('a'), '[title: A]'],
  ['another one closed', () => [open('b'), closeSheet('a')], '[b]'],
  ['the only one is not closed', () => closeSheet('a'), '[title: A]'],
  ['both kept', () => keepBoth(sheetWorkOf({ rule: 'former' }), 'a'), 'former | [title: A]'],
])('%s', (_, act, expected) => {
  act();
  expect(row()).toBe(expected);
  const { list, away } = sheets.getState();
  expect([...away.keys(), session.getState().sheet].sort()).toEqual(list.map(({ id }) => id).sort());
});

test('what was chosen in a sheet is chosen in it again', () => {
  session.setState({
    selected: 3,
    pinned: 'p',
    tab: 'matches',
    settings: { ignoreLogsource: true, placeholders: {} },
  });
  const left = sheetWorkOf(session.getState());
  open('b');
  expect(session.getState()).toMatchObject({ selected: 0, pinned: null, tab: 'explain' });
  chooseSheet('a');
  expect(sheetWorkOf(session.getState())).toEqual(left);
});

test('the catalog belongs to no sheet: it stays open, and no sheet brings it back', () => {
  session.setState({ tab: 'matches' });
  open('b');
  session.setState({ tab: 'catalog' });
  chooseSheet('a');
  expect(session.getState().tab).toBe('catalog');
  session.setState({ tab: 'rule' });
  chooseNext(1);
  expect(session.getState().tab).toBe('rule');
});

test('a title of its own stays; that of the rule, or none, is none of its own', () => {
  renameSheet('a', '  Mine ');
  expect(title(0)).toBe('Mine');
  duplicateSheet('a');
  expect(title(1)).toBe('Mine (copy)');
  renameSheet('a', 'A');
  expect(title(0)).toBe('');
  renameSheet('a', 'Mine');
  renameSheet('a', ' ');
  expect(title(0)).toBe('');
});

test('the title goes with the former work that is kept beside other', () => {
  renameSheet('a', 'Mine');
  keepBoth(sheetWorkOf({ rule: 'former' }), 'a');
  expect([title(0), title(1)]).toEqual(['Mine', '']);
});

test.each<[string, () => void, string, string]>([
  ['behind own work', () => {}, 'title: A | b | [c]', '[title: A]'],
  ['in place of nothing', () => session.setState({ rule: '', events: '' }), 'b | [c]', '[]'],
  ['behind several', () => newSheet(), 'title: A |  | b | [c]', 'title: A | []'],
])('sheets opened at once stand %s, and can be closed at once', (_, given, opened, closed) => {
  given();
  const two = ['b', 'c'].map((rule) => ({ work: sheetWorkOf({ rule }), title: '' }));
  const undo = openAll(two, 1);
  expect(row()).toBe(opened);
  undo?.();
  expect(row()).toBe(closed);
});

test('Undo of a notice brings a closed sheet back at its place, with its title', () => {
  open('b');
  open('c');
  renameSheet(idOf(1), 'Mine');
  closeSheet(idOf(1));
  expect(row()).toBe('title: A | [c]');
  notices
    .getState()
    .find(({ text }) => text.startsWith('“Mine”'))
    ?.action?.run();
  expect(row()).toBe('title: A | [b] | c');
  expect(title(1)).toBe('Mine');
});

test(`${MOST_SHEETS} sheets can be opened, and no more: that is told, and nothing is lost`, () => {
  for (let i = 1; i < MOST_SHEETS; i++) expect(open(`${i}`)).toBe(true);
  const before = row();
  expect(open('one more')).toBe(false);
  duplicateSheet('a');
  keepBoth(sheetWorkOf({ rule: 'former' }), 'a');
  expect(row()).toBe(before);
  const told = notices.getState().find(({ key }) => key === 'sheets');
  expect(told?.text).toContain(`There are ${MOST_SHEETS} sheets`);
});
