import type { Limits } from './limit';

/** What a picture or a page of a result has. What is left out is counted there. */
export const EXPORTED = {
  events: {
    name: 'events in one export',
    value: 50,
    unit: 'events',
    why: 'Each has its text and its explanation; a paper of more is not read.',
  },
  text: {
    name: 'characters of one text in an export',
    value: 20_000,
    unit: 'characters',
    why: 'More than ten printed pages of one event or rule; its file has all of it.',
  },
  treeLines: {
    name: 'lines of one explanation in an export',
    value: 300,
    unit: 'lines',
    why: 'Those that decide come first; nobody reads more on paper.',
  },
  rows: {
    name: 'rows of one table in an export',
    value: 300,
    unit: 'rows',
    why: 'A rule can have thousands of values; the table in the page can be saved whole.',
  },
  pictureHeight: {
    name: 'height of a picture of pixels',
    value: 8000,
    unit: 'lengths of the drawing',
    why: 'It has twice as many pixels, and browsers draw no canvas that is much higher than 16,000.',
  },
} satisfies Limits;
