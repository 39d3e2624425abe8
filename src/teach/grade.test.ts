import { describe, expect, test } from 'vitest';
import { type Grade, grade } from './grade';
import {
  type Answer,
  type EventsLesson,
  type Lesson,
  type RuleLesson,
  type TestsLesson,
  workOf,
} from './lesson';
import { LESSON, ruleOf, started } from './testing';

/** A grade in short: what is not as it should be. */
function short({ isPassed, problem, shown, firings, held }: Grade): string {
  if (isPassed) return 'passed';
  return [
    ...(problem ? [problem.code] : []),
    ...shown.flatMap(({ event, isMet, found }) => (isMet ? [] : [`${event + 1} ${found}`])),
    ...(firings && !firings.isMet ? [`fires ${firings.found}`] : []),
    ...held.flatMap(({ fault }, i) => (fault ? [`held ${i + 1} ${fault}`] : [])),
  ].join(', ');
}
const of = (lesson: Lesson, answer: Answer) => short(grade(lesson, workOf(lesson, answer)));
const selecting = (line: string, condition = 'sel') => ruleOf(`sel:\n  ${line}\ncondition: ${condition}`);

describe('a rule', () => {
  test.each<[string, string, string]>([
    ['the beginning', LESSON.rule, '1 no match, held 1 missed'],
    ['a right rule', LESSON.solutions[0]!.rule!, 'passed'],
    ['another right rule', LESSON.solutions[1]!.rule!, 'passed'],
    ['a right rule among others', `${LESSON.rule}---\n${LESSON.solutions[0]!.rule!}`, 'passed'],
    ['only what is shown', selecting("Image: 'C:\\Windows\\System32\\whoami.exe'"), 'held 1 missed'],
    ['too wide', selecting("Image|endswith: 'whoami.exe'"), 'held 2 found'],
    ['far too wide', selecting("CommandLine|contains: 'whoami'"), '2 match, held 2 found'],
    ['another source', LESSON.solutions[0]!.rule!.replace('windows', 'linux'), '1 no match, held 1 missed'],
    ['no YAML', 'title: [', 'yaml-syntax'],
    ['no condition', 'title: T\ndetection:\n  a:\n    b: c\n', 'condition-missing'],
    ['nothing', '', 'rule-empty'],
  ])('%s', (_, rule, expected) => expect(of(LESSON, { rule })).toBe(expected));

  test('what is on screen is that of the lesson, whatever the learner made of it', () => {
    expect(of(LESSON, { ...LESSON.solutions[0]!, events: '' })).toBe('passed');
  });
});

const logon = (minute: number, user: string) =>
  JSON.stringify({
    EventID: 4625,
    Channel: 'Security',
    TargetUserName: user,
    '@timestamp': `2026-03-02T10:${String(minute).padStart(2, '0')}:00Z`,
  });
const failed = `title: F
name: failed
logsource: {product: windows, service: security}
detection:
  sel: {EventID: 4625}
  condition: sel
`;
const counted = (lines: string) => `${failed}---
title: Many
correlation:
  type: event_count
  rules: [failed]
  group-by: [TargetUserName]
  timespan: 10m
  ${lines}
`;
const COUNTS: RuleLesson = {
  ...LESSON,
  rule: failed,
  events: [logon(0, 'ana'), logon(1, 'ana'), logon(2, 'ben'), logon(3, 'ana')].join('\n'),
  expected: ['match', 'match', 'no match', 'match'],
  fires: 1,
  held: [
    { kind: 'slow', text: [0, 20, 40].map((at) => logon(at, 'ana')).join('\n'), expected: 'no match' },
    {
      kind: 'two people',
      text: [0, 1, 2].flatMap((at) => [logon(at, 'a'), logon(at, 'b')]).join('\n'),
      expected: 'match',
      fires: 2,
    },
  ],
};

describe('a correlation', () => {
  test.each<[string, string, string]>([
    ['a rule alone', failed, '3 match, fires 0, held 1 found, held 2 unlike'],
    ['a right one', counted('condition: {gte: 3}'), 'passed'],
    ['too few', counted('condition: {gte: 1}'), '3 match, fires 2, held 1 found'],
    [
      'too many',
      counted('condition: {gte: 9}'),
      '1 no match, 2 no match, 4 no match, fires 0, held 2 missed',
    ],
    ['with its rule', counted('generate: true\n  condition: {gte: 3}'), '3 match, held 1 found'],
    [
      'all in one group',
      counted('condition: {gte: 3}').replace('[TargetUserName]', '[]'),
      '3 match, held 2 unlike',
    ],
    [
      'a rule that is not there',
      counted('condition: {gte: 3}').replace('[failed]', '[x]'),
      'correlation-reference',
    ],
  ])('%s', (_, rule, expected) => expect(of(COUNTS, { rule })).toBe(expected));
});

const EVADE: EventsLesson = {
  ...LESSON,
  task: 'events',
  rule: selecting("CommandLine|contains: 'whoami.exe'"),
  events: started('C:\\Windows\\System32\\whoami.exe'),
  expected: ['no match'],
  held: [{ kind: 'the same program', rule: LESSON.solutions[0]!.rule!, expected: ['match'] }],
};

describe('events', () => {
  test.each<[string, string, string]>([
    ['the beginning', EVADE.events, '1 match'],
    ['without its end', started('C:\\Windows\\System32\\whoami.exe', 'whoami'), 'passed'],
    ['another program', started('C:\\Windows\\cmd.exe', 'cmd'), 'held 1 unlike'],
    ['another source', '{"EventID":4624,"Channel":"Security","Image":"C:\\\\whoami.exe"}', 'held 1 unlike'],
    ['not to be read', '{"Image":', '1 null, held 1 unlike'],
    ['none', '', '1 null, held 1 unlike'],
  ])('%s', (_, events, expected) => expect(of(EVADE, { events })).toBe(expected));
});

const TESTED: TestsLesson = {
  ...LESSON,
  task: 'tests',
  rule: LESSON.solutions[0]!.rule!,
  expected: [],
  held: [
    { kind: 'looks in the command', rule: selecting("CommandLine|contains: 'whoami'") },
    { kind: 'finds nothing', rule: selecting("Image: 'x'") },
  ],
};

describe('tests', () => {
  test.each<[string, Answer, string]>([
    ['none', {}, 'held 1 unlike, held 2 unlike'],
    ['one', { expected: ['match'] }, 'held 1 unlike'],
    ['the other', { expected: [null, 'no match'] }, 'held 2 unlike'],
    ['both', { expected: ['match', 'no match'] }, 'passed'],
    ['a wrong one', { expected: ['match', 'match'] }, '2 no match, held 1 unlike'],
    ['of another event', { expected: ['match'], events: started('C:\\x\\whoami.exe', 'w') }, 'passed'],
  ])('%s', (_, answer, expected) => expect(of(TESTED, answer)).toBe(expected));
});

test('placeholders, mappings and log sources are those of the lesson', () => {
  const rule = selecting("Image|expand: '%prog%'").replace('category: process_creation', 'category: dns');
  const lesson: RuleLesson = {
    ...LESSON,
    events: '{"Program":"a.exe"}\n{"Program":"b.exe"}',
    held: [],
    settings: { ignoreLogsource: true, placeholders: { prog: ['a.exe'] }, mapping: { Program: 'Image' } },
  };
  expect(of(lesson, { rule })).toBe('passed');
  expect(of({ ...lesson, settings: {} }, { rule })).toBe('placeholder-unset');
});

test('nothing of what is held back stands in a grade', () => {
  const text = JSON.stringify(grade(LESSON, workOf(LESSON, {})));
  expect(text).toContain('the program in another folder');
  expect(text).not.toContain('tools');
});
