import { beforeEach, expect, test } from 'vitest';
import { LESSON } from '../../../src/teach/testing';
import { session } from '../../state/session';
import { notices } from '../../ui/notices';
import { eventsApart } from './apart';
import { draftedOf, lessonOf } from './draft';
import { presentEvents } from './present';

const CSV = 'Image,User\nC:\\a.exe,ann\nC:\\b.exe,ben\n';

test.each<[string, string, string[] | null]>([
  ['objects below each other', '{"a": 1}\n{"a": 2}', ['{"a": 1}', '{"a": 2}']],
  ['a list', '[{"a": 1},\n {"a": 2}]', ['{"a": 1}', '{"a": 2}']],
  [
    'lines of a log',
    'Mar  2 14:05:00 h sshd[1]: x\nMar  2 14:05:01 h sshd[1]: y',
    ['Mar  2 14:05:00 h sshd[1]: x', 'Mar  2 14:05:01 h sshd[1]: y'],
  ],
  [
    'XML',
    '<Event><a>1</a></Event>\n<Event><a>2</a></Event>',
    ['<Event><a>1</a></Event>', '<Event><a>2</a></Event>'],
  ],
  ['rows of a table', CSV, null],
  ['one row', 'Image,User\nC:\\a.exe,ann\n', null],
  ['a table between tabs', CSV.replaceAll(',', '\t'), null],
  ['documents of YAML', 'a: 1\nb: 2\n---\na: 2\nb: 3\n', null],
  ['nothing', '', []],
])('%s', (_, events, apart) => {
  expect(eventsApart(events)).toEqual(apart);
});

beforeEach(() => notices.setState([], true));

test.each([
  [CSV, null, 1],
  ['{"a": 1}\n{"a": 2}', ['{"a": 1}', '{"a": 2}'], 0],
])('events %j for a lesson are %j', (events, texts, told) => {
  session.setState({ events });
  expect(presentEvents()?.map(({ text }) => text) ?? null).toEqual(texts);
  expect(notices.getState()).toHaveLength(told);
});

test('a lesson from a file keeps its table', () => {
  const { held } = LESSON;
  const lesson = { ...LESSON, events: CSV, wrong: [], held: held.map(({ tip: _, ...one }) => one) };
  delete (lesson as { starts?: unknown }).starts;
  expect(lessonOf(draftedOf({ ...lesson, events: '{"a": 1}' })).events).toBe('{"a": 1}');
  expect(draftedOf(lesson)).toEqual({ kind: 'file', id: lesson.id, lesson });
});
