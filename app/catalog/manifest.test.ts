import { describe, expect, test } from 'vitest';
import { readManifest } from './manifest';

const entry = (more: object) => JSON.stringify([{ name: 'Ours', file: 'ours.zip', ...more }]);

describe('the manifest of served catalogs', () => {
  test.each<[string, string[]]>([
    ['[]', []],
    [entry({}), ['Ours ours.zip null null']],
    [entry({ commit: 'abc', date: '2026-11-01' }), ['Ours ours.zip abc 2026-11-01']],
    [entry({ commit: null, date: '', more: 1 }), ['Ours ours.zip null null']],
    [entry({ name: ' Our rules ', file: 'Our rules.ZIP' }), ['Our rules Our rules.ZIP null null']],
    ['[{"name":"a","file":"a.zip"},{"name":"b","file":"b.zip"}]', ['a a.zip null null', 'b b.zip null null']],
  ])('%s', (text, expected) => {
    expect(readManifest(text).map((s) => `${s.name} ${s.file} ${s.commit} ${s.date}`)).toEqual(expected);
  });

  test.each<[string, RegExp]>([
    ['', /Unexpected end of JSON input.*The manifest is a list such as/],
    ['[{]', /The manifest is a list such as/],
    ['{"catalogs":[]}', /this is a map\.$/],
    ['null', /this is null\.$/],
    ['["a.zip"]', /^Entry 1 is the string a\.zip\. An entry is a map/],
    ['[[]]', /^Entry 1 is a list\./],
    ['[{"file":"a.zip"}]', /^Entry 1 has no name/],
    [entry({ name: '  ' }), /^Entry 1 has no name/],
    [entry({ file: undefined }), /^Entry 1 \(Ours\) has no file/],
    [entry({ file: 7 }), /^Entry 1: file is the number 7\. Write a text in quotes\./],
    [entry({ date: 2026 }), /^Entry 1: date is the number 2026/],
    ...[
      'a.tar',
      'https://elsewhere.example/a.zip',
      '//elsewhere.example/a.zip',
      '../a.zip',
      'x/a.zip',
      '..\\a.zip',
      '%2e%2e%2fa.zip',
      'a.zip?b',
    ].map((file): [string, RegExp] => [
      entry({ file }),
      /must be the name of a \.zip file beside the manifest/,
    ]),
  ])('not %s', (text, message) => {
    expect(() => readManifest(text)).toThrow(message);
  });
});
