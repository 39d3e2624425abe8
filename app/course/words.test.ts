import { expect, test } from 'vitest';
import type { Grade } from '../../src/teach';
import { unmarked } from '../../src/text';
import { gradeWords, heldBackWords, heldWords, minutesWords, stateOf } from './words';

const GRADE: Grade = { isPassed: false, problem: null, shown: [], firings: null, held: [] };
const MISSED = { event: 1, expected: 'match', found: 'no match', isMissing: false, isMet: false } as const;
const FOUND = { event: 2, expected: 'no match', found: 'match', isMissing: false, isMet: false } as const;
const UNREAD = { event: 0, expected: 'match', found: null, isMissing: false, isMet: false } as const;
const GONE = { ...UNREAD, expected: 'no match', isMissing: true } as const;
const MET = { event: 0, expected: 'match', found: 'match', isMissing: false, isMet: true } as const;
const RIGHT = { kind: 'a copy', fault: null } as const;
const LACKS = { kind: 'another `Image`', fault: 'missed' } as const;

test.each<[string, Partial<Grade>]>([
  ['Passed: A.', { isPassed: true, shown: [MET] }],
  ['Not yet: No field X.', { problem: { code: 'c', says: ['No field ', { code: 'X' }, '.'], range: null } }],
  ['Not yet. Event 2 must match, but does not match.', { shown: [MET, MISSED], held: [LACKS] }],
  [
    'Not yet. Event 3 must not match, but matches. Event 1 must match, but cannot be read.',
    { shown: [FOUND, UNREAD] },
  ],
  ['Not yet. Event 1 must not match, but is missing.', { shown: [GONE] }],
  [
    'Not yet. The correlation must fire once and fires never.',
    { shown: [MET], firings: { expected: 1, found: 0, isMet: false } },
  ],
  [
    'What is on screen is right; of what is held back, 1 of 2. It misses another Image.',
    { shown: [MET], firings: { expected: 2, found: 2, isMet: true }, held: [RIGHT, LACKS] },
  ],
])('%s', (said, grade) => {
  expect(gradeWords({ task: 'rule', title: 'A' }, { ...GRADE, ...grade })).toBe(said);
});

test.each([
  ['rule', 'missed', 'It misses K.'],
  ['rule', 'found', 'It also finds K.'],
  ['rule', 'unlike', 'It fires too often or too rarely: K.'],
  ['events', 'unlike', 'They still need: K.'],
  ['tests', 'unlike', 'It lets a faulty rule through: K.'],
] as const)('%s, %s', (task, fault, said) => {
  expect(unmarked(heldWords(task, { kind: 'K', fault }))).toBe(said);
});

test.each([
  ['rule', 1, '1 more event is held back. It shows'],
  ['rule', 2, '2 more events are held back. They show'],
  ['events', 1, '1 more rule is held back. It shows'],
  ['tests', 5, '5 faulty rules are held back. They show'],
] as const)('%s, %i held back', (task, held, said) => {
  expect(heldBackWords(task, held)).toContain(said);
});

test('a lesson without progress is new, one without minutes says nothing of time', () => {
  expect([stateOf(undefined), minutesWords(undefined), minutesWords(3)]).toEqual(['new', '', '3 min']);
});
