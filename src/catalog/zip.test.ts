import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { expectLinear } from '../testing/growth';
import { isRuleFile } from './rule-file';
import { ZipFiles } from './zip';

const TEXTS = { 'b/two.yaml': 'title: two', 'a/one.yml': 'title: ö', 'readme.md': '# no rule' };
const packed = (texts: Record<string, string>, level: 0 | 6) =>
  zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])), { level });

/** The archive with the compressed bytes of one file overwritten; its directory is unchanged. */
function damaged(path: string): Uint8Array {
  const bytes = packed({ ...TEXTS, [path]: 'title: '.repeat(400) }, 6);
  const name = strToU8(path);
  const at = bytes.findIndex((_, i) => name.every((byte, j) => bytes[i + j] === byte)) + name.length;
  return bytes.fill(0xff, at, at + 12);
}

describe('a zip of rules', () => {
  test.each([0, 6] as const)('wanted files in the order of their paths (level %i)', (level) => {
    const zip = new ZipFiles(packed(TEXTS, level), isRuleFile);
    expect(zip.size).toBe(2);
    expect([...zip.read()]).toEqual([
      { path: 'a/one.yml', text: 'title: ö' },
      { path: 'b/two.yaml', text: 'title: two' },
    ]);
  });

  test('more files than are unfolded at a time', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${10_000 + i}.yml`, `t: ${i}`]));
    const texts = [...new ZipFiles(packed(many, 6), isRuleFile).read()];
    expect(texts).toHaveLength(1001);
    expect(texts[1000]).toEqual({ path: '11000.yml', text: 't: 1000' });
  });

  test('a damaged file is told by its path, and the others are read', () => {
    const files = [...new ZipFiles(damaged('a/bad.yml'), isRuleFile).read()];
    expect(files.map((f) => [f.path, 'reason' in f])).toEqual([
      ['a/bad.yml', true],
      ['a/one.yml', false],
      ['b/two.yaml', false],
    ]);
  });

  test('a file of which one byte has changed is told, packed or not', () => {
    const bytes = packed(TEXTS, 0);
    const at = Buffer.from(bytes).indexOf('title: two');
    const files = [...new ZipFiles(bytes.with(at, 0x54), isRuleFile).read()];
    expect(files.map((f) => [f.path, 'reason' in f])).toEqual([
      ['a/one.yml', false],
      ['b/two.yaml', true],
    ]);
  });

  test.each([
    ['stored', 0],
    ['packed', 6],
  ] as const)('a file that is longer or shorter than the directory says is not read, %s', (_, level) => {
    for (const [said, isRead] of [
      [999, false],
      [1000, true],
      [1001, false],
    ] as const) {
      const bytes = packed({ 'a.yml': 'x'.repeat(1000) }, level);
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      view.setUint32(Buffer.from(bytes).indexOf('PK\u0001\u0002') + 24, said, true);
      const [file] = [...new ZipFiles(bytes, isRuleFile).unpacked()];
      expect(['reason' in file!, said]).toEqual([!isRead, said]);
    }
  });

  test('a file beyond the limit is told and not unfolded', () => {
    const bytes = packed({ 'big.yml': 'x'.repeat(2000), 'a.yml': 'y' }, 6);
    const files = [...new ZipFiles(bytes, isRuleFile, { file: 1000, all: 10_000 }).read()];
    expect(files.map((f) => [f.path, 'reason' in f])).toEqual([
      ['a.yml', false],
      ['big.yml', true],
    ]);
    expect(() => new ZipFiles(bytes, isRuleFile, { file: 1000, all: 1000 })).toThrow(
      /would decompress to more/,
    );
  });

  test('a file that unfolds to more than its directory says is told, and no more of it is kept', () => {
    const bytes = packed({ 'a.yml': 'x'.repeat(4_000_000), 'b.yml': 'y' }, 6);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const entry = bytes.findIndex(
      (_, at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(entry + 24, 10, true);
    const files = [...new ZipFiles(bytes, isRuleFile, { file: 1000, all: 10_000 }).read()];
    expect(files.map((f) => [f.path, 'reason' in f])).toEqual([
      ['a.yml', true],
      ['b.yml', false],
    ]);
  });

  test('damaged files among many cost no more than good ones', () =>
    expectLinear(
      300,
      (size) => {
        const names = Array.from({ length: size }, (_, i) => `${10_000 + i}.yml`);
        const bytes = packed(Object.fromEntries(names.map((name) => [name, 'title: a'])), 0);
        // Every local header is overwritten: each file is damaged, the directory is intact.
        const view = new DataView(bytes.buffer, bytes.byteOffset);
        for (let at = 0; at + 4 <= bytes.length; at++)
          if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at, 0, true);
        return bytes;
      },
      (bytes) => {
        for (const file of new ZipFiles(bytes, isRuleFile).read())
          if (!('reason' in file)) throw new Error(file.path);
      },
    ));

  test.each([
    ['no zip', strToU8('title: a rule')],
    ['nothing', new Uint8Array(0)],
    ['one cut short', packed(TEXTS, 6).slice(0, 60)],
  ])('%s is refused', (_, bytes) =>
    expect(() => new ZipFiles(bytes, isRuleFile)).toThrow(/not a zip archive/),
  );
});
