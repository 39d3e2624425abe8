import { LESSONS } from '../limits';
import { holdLimits } from '../limits/testing';
import { readLesson } from './read-lesson';
import { LESSON } from './testing';

const isRefused = (change: object) =>
  readLesson({ ...LESSON, ...change }).problems.some(({ code }) => code === 'lesson-too-large');
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const { course: _, ...OF_ONE } = LESSONS;

holdLimits(OF_ONE, {
  text: { isBeyond: (n) => isRefused({ goal: 'x'.repeat(n) }) },
  held: { isBeyond: (n) => isRefused({ held: many(n, LESSON.held[0]!) }) },
  answers: { isBeyond: (n) => isRefused({ solutions: many(n, LESSON.solutions[0]!) }) },
});
