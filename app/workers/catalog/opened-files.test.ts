import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ruleFilesIn } from './opened-files';
import type { OpenedFile } from './protocol';

const loose = (path: string, text: string): OpenedFile => ({ path, file: new File([text], path) });
const zip = (path: string, files: Record<string, string>): OpenedFile => {
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([p, text]) => [p, strToU8(text)])));
  return { path, file: new File([bytes as Uint8Array<ArrayBuffer>], path) };
};

async function read(opened: readonly OpenedFile[]) {
  const source = await ruleFilesIn(opened);
  const files: string[] = [];
  for await (const file of source.files())
    files.push('reason' in file ? `${file.path}!` : `${file.path}=${file.text}`);
  return { total: source.total, files };
}

describe('rule files in what was opened', () => {
  test.each<[string, readonly OpenedFile[], string[]]>([
    [
      'loose files, others left out',
      [loose('a.yml', '1'), loose('b.txt', '2'), loose('c/d.YAML', '3')],
      ['a.yml=1', 'c/d.YAML=3'],
    ],
    ['one archive: its own paths', [zip('x.zip', { 'r/a.yml': '1', 'b.md': '2' })], ['r/a.yml=1']],
    [
      'an archive beside others: its name before',
      [zip('x.zip', { 'a.yml': '1' }), zip('y.zip', { 'a.yml': '2' }), loose('a.yml', '3')],
      ['a.yml=3', 'x.zip/a.yml=1', 'y.zip/a.yml=2'],
    ],
    ['what is no archive is told', [loose('x.zip', 'no'), loose('a.yml', '1')], ['a.yml=1', 'x.zip!']],
  ])('%s', async (_, opened, files) => expect(await read(opened)).toEqual({ total: files.length, files }));

  test('more files than are read at once, in their order', async () => {
    const many = Array.from({ length: 50 }, (_, i) => loose(`${i}.yml`, `${i}`));
    expect((await read(many)).files).toEqual(many.map((_, i) => `${i}.yml=${i}`));
  });

  test.each<[string, readonly OpenedFile[], RegExp]>([
    ['no rules', [loose('a.txt', '')], /no \.yml, \.yaml or \.zip file/],
    ['nothing but what is no archive', [loose('x.zip', 'no')], /^x\.zip: This is not a zip archive/],
    ['an archive without rules', [zip('x.zip', { 'a.md': '' })], /no \.yml or \.yaml file in this archive/],
  ])('%s', async (_, opened, message) => {
    await expect(ruleFilesIn(opened)).rejects.toThrow(message);
  });
});
