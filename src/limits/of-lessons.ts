import type { Limits } from './limit';

/** What is read of lessons, which other people write. */
export const LESSONS = {
  text: {
    name: 'one text of a lesson',
    value: 100_000,
    unit: 'characters',
    why: 'A learner reads it, and it is graded at each try.',
  },
  events: {
    name: 'events that a learner writes for a lesson',
    value: 200,
    unit: 'events',
    why: 'Each is evaluated by all rules of the lesson, at each try.',
  },
  held: {
    name: 'events or rules that a lesson holds back',
    value: 50,
    unit: 'entries',
    why: 'All of them are evaluated at each try.',
  },
  answers: {
    name: 'solutions of a lesson',
    value: 20,
    unit: 'entries',
    why: 'All of them can be shown one after the other.',
  },
  course: {
    name: 'lessons of a course',
    value: 100,
    unit: 'lessons',
    why: 'More would not fit into a link, and nobody takes them.',
  },
} satisfies Limits;
