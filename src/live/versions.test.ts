import { expect, test } from 'vitest';
import type { SpecVersion } from '../knowledge';
import { compileCollection } from '../rule';
import { type ReadAs, versionsOf } from './versions';

const rule = (version: string) =>
  `title: T\n${version}logsource:\n    product: windows\ndetection:\n    s:\n        A: 1\n    condition: s\n`;

test.each<[what: string, lines: string[], picked: SpecVersion, read: ReadAs[]]>([
  ['nothing said', [''], '2.2.0', [{ spec: '2.2.0', says: null, documents: 1 }]],
  ['its own', ['sigma-version: 3\n'], '2.1.0', [{ spec: 'proposals', says: '3', documents: 1 }]],
  ['in quotes', ['sigma-version: " 2.1 "\n'], 'proposals', [{ spec: '2.1.0', says: '2.1', documents: 1 }]],
  ['no version', ['sigma-version: new\n'], '2.2.0', [{ spec: '2.2.0', says: null, documents: 1 }]],
  ['a list', ['sigma-version: [3]\n'], '2.1.0', [{ spec: '2.1.0', says: null, documents: 1 }]],
  [
    'several documents',
    ['', 'sigma-version: 3\n', '', 'sigma-version: 3.1\n', 'sigma-version: 3\n'],
    '2.1.0',
    [
      { spec: '2.1.0', says: null, documents: 2 },
      { spec: 'proposals', says: '3', documents: 2 },
      { spec: 'proposals', says: '3.1', documents: 1 },
    ],
  ],
])('%s', (_, lines, picked, read) => {
  expect(versionsOf(compileCollection(lines.map(rule).join('---\n'), { spec: picked }))).toEqual(read);
});

test.each<[what: string, text: string, picked: SpecVersion, read: ReadAs[]]>([
  ['one document', rule('sigma-version: 3\n'), '2.1.0', [{ spec: 'proposals', says: '3', documents: 1 }]],
  [
    'in quotes',
    rule("sigma-version: '2'  # mine\r\n"),
    '2.2.0',
    [{ spec: '2.2.0', says: '2', documents: 1 }],
  ],
  [
    'one of two',
    `${rule('')}---\n${rule('sigma-version: 3\n')}`,
    '2.2.0',
    [
      { spec: '2.2.0', says: null, documents: 1 },
      { spec: 'proposals', says: '3', documents: 1 },
    ],
  ],
  ['none', rule(''), '2.2.0', []],
  ['further in', rule('').replace('A: 1', 'A: 1\n        sigma-version: 3'), '2.2.0', []],
  ['no version', rule('sigma-version: new\n'), '2.2.0', []],
])('a text whose YAML cannot be read keeps what it says: %s', (_, text, picked, read) => {
  const collection = compileCollection(`${text}x: [`, { spec: picked });
  expect(collection.documents).toEqual([]);
  expect(versionsOf(collection, picked)).toEqual(read);
});

test('a text without a document is read as nothing', () => {
  expect(versionsOf(compileCollection(''))).toEqual([]);
});
