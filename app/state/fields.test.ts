import { describe, expect, test } from 'vitest';
import { readSettings, withSpec } from './fields';

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

describe('the version of the specification is read from a link', () => {
  test.each<[unknown, object]>([
    [undefined, {}],
    ['2.1.0', {}],
    ['2.2.0', { spec: '2.2.0' }],
    ['proposals', { spec: 'proposals' }],
    ['Proposals', {}],
    ['2.3.0', {}],
    ['constructor', {}],
    [2, {}],
    [['2.2.0'], {}],
  ])('%j', (spec, read) => {
    expect(readSettings({ spec })).toStrictEqual({ ...PLAIN, ...read });
  });

  test('the published one leaves nothing in the settings', () => {
    const drafted = withSpec({ ...PLAIN, lintOff: ['title-dot'] }, '2.2.0');
    expect(drafted).toStrictEqual({ ...PLAIN, lintOff: ['title-dot'], spec: '2.2.0' });
    expect(withSpec(drafted, 'proposals').spec).toBe('proposals');
    expect(withSpec(drafted, '2.1.0')).toStrictEqual({ ...PLAIN, lintOff: ['title-dot'] });
  });
});
