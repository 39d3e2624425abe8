import { LESSONS } from '../limits';
import { holdLimits } from '../limits/testing';
import { readCourse } from './course';
import { grade } from './grade';
import { type EventsLesson, workOf } from './lesson';
import { readLesson } from './read-lesson';
import { LESSON } from './testing';

const isRefused = (change: object) =>
  readLesson({ ...LESSON, ...change }).problems.some(({ code }) => code === 'lesson-too-large');
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

holdLimits(LESSONS, {
  text: { isBeyond: (n) => isRefused({ goal: 'x'.repeat(n) }) },
  held: { isBeyond: (n) => isRefused({ held: many(n, LESSON.held[0]!) }) },
  events: {
    isBeyond: (n) => {
      const lesson: EventsLesson = { ...LESSON, task: 'events', expected: ['match'], held: [] };
      const events = many(n, '{"a":1}').join('\n');
      return grade(lesson, workOf(lesson, { events })).problem?.code === 'lesson-too-many-events';
    },
  },
  answers: { isBeyond: (n) => isRefused({ solutions: many(n, LESSON.solutions[0]!) }) },
  course: {
    isBeyond: (n) => {
      const lessons = Array.from({ length: n }, (_, i) => ({ ...LESSON, id: `l-${i}` }));
      const { problems } = readCourse({ title: 'T', lessons });
      return problems.some(({ code }) => code === 'lesson-too-large');
    },
  },
});
