import { expect, test } from 'vitest';
import { titleOf } from '../rule-title';
import { troubleOf } from './database';
import { readState } from './kept-state';

test.each([
  ['title: Plain words\nid: x', 'Plain words'],
  ["title: 'It''s quoted'\n", "It's quoted"],
  ['title: "Quoted"', 'Quoted'],
  ['# comment\nid: x\ntitle:   Later  \n', 'Later'],
  ['description: |\n    title: not this\ntitle: This', 'This'],
  ['title: One\n---\ntitle: Two', 'One'],
  ['title:\n', ''],
  ['titles: no', ''],
  ['', ''],
])('the title of %j is %j', (rule, title) => {
  expect(titleOf(rule)).toBe(title);
});

const GOOD = {
  id: 'i',
  at: 1,
  why: 'example',
  title: 'T',
  rule: 'r',
  events: 'e',
  ruleBytes: 2,
  eventsBytes: 3,
  ruleName: 'a.yml',
  eventsName: '',
  settings: { ignoreLogsource: true, placeholders: {} },
  matches: 1,
  total: 2,
  name: 'mine',
  starred: true,
};

test.each<[string, unknown, unknown]>([
  ['as it was kept', GOOD, GOOD],
  ['with more from a newer version', { ...GOOD, colour: 'red' }, GOOD],
  ...(['2.2.0', 'proposals'] as const).map((spec): [string, unknown, unknown] => {
    const kept = { ...GOOD, settings: { ...GOOD.settings, spec } };
    return [`read as version ${spec}`, kept, kept];
  }),
  ['of the published version', { ...GOOD, settings: { ...GOOD.settings, spec: '2.1.0' } }, GOOD],
  ['of a version of later', { ...GOOD, settings: { ...GOOD.settings, spec: '4.0.0' } }, GOOD],
  ['with a reason of a newer version', { ...GOOD, why: 'lesson' }, { ...GOOD, why: null }],
  ['without counts', { ...GOOD, matches: null, total: -1 }, { ...GOOD, matches: null, total: null }],
  [
    'with broken settings and no name',
    { ...GOOD, settings: 7, name: 7, starred: 'yes' },
    { ...GOOD, settings: { ignoreLogsource: false, placeholders: {} }, name: '', starred: false },
  ],
  ['without an id', { ...GOOD, id: 7 }, undefined],
  ['without a date', { ...GOOD, at: 'today' }, undefined],
  ['without a text', { ...GOOD, events: null }, undefined],
  ['as something else', [GOOD], undefined],
])('a state %s', (_, stored, read) => {
  expect(readState(stored)).toEqual(read);
});

const thrown = (name: string) => new DOMException('', name);

test.each<[unknown, string]>([
  [thrown('SecurityError'), 'refused'],
  [thrown('InvalidStateError'), 'refused'],
  [new ReferenceError('indexedDB is not defined'), 'refused'],
  [new TypeError('no properties of undefined'), 'refused'],
  [thrown('QuotaExceededError'), 'full'],
  [thrown('VersionError'), 'newer'],
  [thrown('NotFoundError'), 'broken'],
  [thrown('UnknownError'), 'broken'],
  [thrown('DataError'), 'broken'],
  [null, 'broken'],
])('%s means that the database is %s', (error, trouble) => {
  expect(troubleOf(error)).toBe(trouble);
});
