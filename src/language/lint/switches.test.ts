import { describe, expect, test } from 'vitest';
import { compileCollection } from '../../rule';
import { lint } from './lint';
import { switchesIn } from './switches';

const told = (text: string, off: string[] = []) =>
  lint(compileCollection(text), { off }).map(({ code }) => code);

const REST = `logsource: {product: windows, category: process_creation}
detection: {selection: {Image|endswith: '\\x.exe'}, condition: selection}
`;

describe('comments and settings switch checks off', () => {
  test.each<[name: string, text: string, off: string[], codes: string[]]>([
    ['neither', `title: Detects x\n${REST}`, [], ['meta-missing', 'title-detects']],
    ['a setting', `title: Detects x\n${REST}`, ['meta-missing'], ['title-detects']],
    ['behind the line', `title: Detects x # sigma-disable: title-detects\n${REST}`, [], ['meta-missing']],
    ['several ids', `title: Detects x # sigma-disable: title-detects, meta-missing\n${REST}`, [], []],
    [
      'with a reason',
      `title: Detects x # sigma-disable: meta-missing -- a draft\n${REST}`,
      [],
      ['title-detects'],
    ],
    ['the line before', `# sigma-disable: title-detects\ntitle: Detects x\n${REST}`, [], ['meta-missing']],
    [
      'comments and blank lines between',
      `# sigma-disable: title-detects\n\n# so be it\ntitle: Detects x\n${REST}`,
      [],
      ['meta-missing'],
    ],
    ['the line after the next', `# sigma-disable: meta-missing\nname: x\ntitle: x\n${REST}`, [], []],
    [
      'another line',
      `title: Detects x\nname: x # sigma-disable: title-detects\n${REST}`,
      [],
      ['meta-missing', 'title-detects'],
    ],
    [
      'the whole text',
      `title: Detects x\n${REST}# sigma-disable-file: title-detects\n`,
      [],
      ['meta-missing'],
    ],
    [
      'no comment',
      `title: 'Detects x# sigma-disable: title-detects'\n${REST}`,
      [],
      ['meta-missing', 'title-detects'],
    ],
  ])('%s', (_, text, off, codes) => expect(told(text, off).sort()).toEqual(codes));

  test('problems that prevent evaluation are still reported', () => {
    const text =
      '# sigma-disable-file: condition-unknown-selection\ntitle: x\ndetection: {s: {F: 1}, condition: t}\n';
    expect(told(text, ['condition-unknown-selection'])).toContain('condition-unknown-selection');
  });

  test('each id has its range', () => {
    const text = 'a: 1\n  # sigma-disable:  one,two , three\n';
    expect(switchesIn(text).map(({ id, range }) => [id, text.slice(range.start, range.end)])).toEqual([
      ['one', 'one'],
      ['two', 'two'],
      ['three', 'three'],
    ]);
  });
});
