import { describe, expect, test } from 'vitest';
import { readSettings } from './fields';

const PLAIN = { ignoreLogsource: false, placeholders: {} };

describe('field names by hand are read from a link', () => {
  test.each<[string, unknown, object]>([
    ['a link from before has none', {}, PLAIN],
    ['an empty one is none', { mapping: {} }, PLAIN],
    ['a list is none', { mapping: ['a', 'b'] }, PLAIN],
    ['null is none', { mapping: null }, PLAIN],
    [
      'names are kept',
      { mapping: { 'proc.cmd': 'CommandLine' } },
      { mapping: { 'proc.cmd': 'CommandLine' } },
    ],
    [
      'what is no name goes, the others stay',
      { mapping: { a: 1, b: 'B', c: null } },
      { mapping: { b: 'B' } },
    ],
    [
      'the format beside them stays',
      { mapping: { a: 'A' }, format: 'XML' },
      { mapping: { a: 'A' }, format: 'XML' },
    ],
  ])('%s', (_, given, read) => {
    expect(readSettings(given)).toStrictEqual({ ...PLAIN, ...read });
  });
});

describe('the checks that are switched off are read from a link', () => {
  test.each<[string, unknown, object]>([
    ['none', { lintOff: [] }, {}],
    ['no list', { lintOff: 'title-dot' }, {}],
    [
      'ids, each once',
      { lintOff: ['title-dot', 'id-format', 'title-dot'] },
      { lintOff: ['title-dot', 'id-format'] },
    ],
    ['what is no id goes', { lintOff: ['title-dot', 3, '<b>', ''] }, { lintOff: ['title-dot'] }],
  ])('%s', (_, given, read) => {
    expect(readSettings(given)).toStrictEqual({ ...PLAIN, ...read });
  });
});
