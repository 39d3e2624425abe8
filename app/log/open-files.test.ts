import { expect, test } from 'vitest';
import { namedFiles } from './open-files';

test.each([
  [['a.evtx'], ['a.evtx']],
  [
    ['case/pc1/a.evtx', 'case/pc2/a.evtx'],
    ['pc1/a.evtx', 'pc2/a.evtx'],
  ],
  [
    ['case/pc1/a.evtx', 'case/pc10/a.evtx', 'case/notes.log'],
    ['pc1/a.evtx', 'pc10/a.evtx', 'notes.log'],
  ],
  [
    ['one/logs/a.csv', 'one/logs/b.csv'],
    ['a.csv', 'b.csv'],
  ],
  [
    ['a.csv', 'a.csv (2)', 'a.csv', 'a.csv'],
    ['a.csv', 'a.csv (2)', 'a.csv (3)', 'a.csv (4)'],
  ],
])('files of %j have names of their own', (paths, names) => {
  const files = paths.map((path) => ({ path, file: new File([], path), isEvtx: false }));
  expect(namedFiles(files).map(({ name }) => name)).toEqual(names);
});
