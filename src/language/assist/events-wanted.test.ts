import { expect, test } from 'vitest';
import { eventsWanted } from './events-wanted';

const HEAD = 'logsource:\n  product: windows\ndetection:\n  s:\n    ';
const source = { product: 'windows' };

test.each<[marked: string, complete: object | null, hover: object | null]>([
  [`${HEAD}Im▮`, { field: null, source }, { field: 'Im', source }],
  [`${HEAD}Im▮age|contains: a`, { field: null, source }, { field: 'Image', source }],
  [`${HEAD}Image|con▮`, null, null],
  [`${HEAD}Image|contains: ▮`, { field: 'Image', source }, null],
  [`${HEAD}Image|contains:\n      - ▮`, { field: 'Image', source }, null],
  [`${HEAD}a: b\n  condition: ▮`, null, null],
  ['title: ▮', null, null],
  ['logsource:\n  product: ▮', { logsources: true }, null],
  ['logsource:\n  ▮', { logsources: true }, null],
])('%j', (marked, complete, hover) => {
  const text = marked.replace('▮', '');
  expect(eventsWanted(text, marked.indexOf('▮'), 'complete')).toStrictEqual(complete);
  expect(eventsWanted(text, marked.indexOf('▮'), 'hover')).toStrictEqual(hover);
});
