import type { Limits } from './limit';

/** What crosses from the engine to the page, whose thread has to read it. What is left out is counted, and that is told. */
export const TOLD = {
  hitValues: {
    name: 'values of an event that one value of the rule is found in',
    value: 50,
    unit: 'values',
    why: 'A keyword is looked for in all values.',
  },
  hitPlaces: {
    name: 'places in one value',
    value: 100,
    unit: 'places',
    why: 'The value `a` is in a text of a megabyte ten thousand times.',
  },
  hitMarks: {
    name: 'marks for one value of the rule',
    value: 10_000,
    unit: 'marks',
    why: 'Each is posted, and drawn where it is on screen.',
  },
  hitText: {
    name: 'characters of an event’s value in an explanation',
    value: 1000,
    unit: 'characters',
    why: 'Nobody reads more beside a verdict; the text itself has all.',
  },
  parts: {
    name: 'parts of one list of an explanation',
    value: 100,
    unit: 'parts',
    why: 'Those that decide come first; more are not read line by line.',
  },
  whole: {
    name: 'parts of a whole explanation',
    value: 2000,
    unit: 'parts',
    why: 'About half a megabyte, which the page’s thread reads within a frame or two.',
  },
  causes: {
    name: 'causes of one miss',
    value: 20,
    unit: 'causes',
    why: 'With more than this the event is simply another one.',
  },
  stages: {
    name: 'selections on a rule’s page',
    value: 200,
    unit: 'selections',
    why: 'Each is a paragraph; all of them are in the editor.',
  },
  stageParts: {
    name: 'values on a rule’s page',
    value: 500,
    unit: 'values',
    why: 'Each is a line with a button and its verdict.',
  },
  words: {
    name: 'characters of values in the words of a rule',
    value: 20_000,
    unit: 'characters',
    why: 'A paragraph is laid out as a whole; what is copied has all values in full.',
  },
  sentence: {
    name: 'characters of a condition outside the editor',
    value: 2000,
    unit: 'characters',
    why: 'The longest condition of SigmaHQ has 900; the editor has all of it.',
  },
  firings: {
    name: 'alerts of a correlation',
    value: 200,
    unit: 'alerts',
    why: 'Nobody reads further; the totals are of all.',
  },
  members: {
    name: 'events of one alert',
    value: 200,
    unit: 'events',
    why: 'The same.',
  },
  blockLooked: {
    name: 'members of an array that are compared for the nearest',
    value: 100,
    unit: 'members',
    why: 'Each is explained as an event of its own.',
  },
  allBlocksLooked: {
    name: 'members of arrays that are compared for one explanation',
    value: 2000,
    unit: 'members',
    why: 'Arrays in arrays have more members at each level.',
  },
  blockMembers: {
    name: 'members of an array in an explanation',
    value: 20,
    unit: 'members',
    why: 'Those that decide come first; the verdict is of all.',
  },
  messagePart: {
    name: 'entries of the lists of a rule in one message',
    value: 2000,
    unit: 'entries',
    why: 'The page reads a message in one task, and half a megabyte takes a frame or two. A longer list comes in several; nothing is left out.',
  },
} satisfies Limits;

/** What the picture of a condition has. */
export const DRAWN = {
  quantified: {
    name: 'selections of one quantifier in the picture',
    value: 50,
    unit: 'selections',
    why: 'They stand below each other and differ in a number.',
  },
  parts: {
    name: 'parts of one gate in the picture',
    value: 200,
    unit: 'parts',
    why: 'Written out, they are read one by one; a picture of more is taller than ten screens.',
  },
  leaves: {
    name: 'leaves of the picture',
    value: 500,
    unit: 'leaves',
    why: 'Each is five elements of the page, with a verdict of its own.',
  },
} satisfies Limits;
