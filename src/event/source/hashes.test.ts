import { describe, expect, it } from 'vitest';
import { plain } from '../../text';
import { readEvents } from '../read';
import { coverage } from './coverage';
import { recognise } from './recognise';

const LIST = 'SHA1=0a1b,MD5=2c3d,SHA256=4e5f,IMPHASH=6a7b';
const read = (text: string) => readEvents(text).slices[0]!.event!;
const viewOf = (text: string) =>
  coverage({ product: 'windows', category: 'image_load' }, recognise(read(text)));

describe('the hashes of an event, in one text or in fields of their own', () => {
  it.each<[object, string, unknown]>([
    [{ Hashes: LIST }, 'md5', '2c3d'],
    [{ Hashes: LIST }, 'MD5', '2c3d'],
    [{ Hashes: LIST }, 'sha1', '0a1b'],
    [{ Hashes: LIST }, 'sha256', '4e5f'],
    [{ Hashes: LIST }, 'SHA256', '4e5f'],
    [{ Hashes: LIST }, 'Imphash', '6a7b'],
    [{ Hashes: LIST }, 'imphash', '6a7b'],
    [{ Hashes: LIST }, 'Hash', undefined],
    [{ Hash: LIST }, 'Hashes', LIST],
    [{ Hash: LIST }, 'Imphash', '6a7b'],
    [{ Hashes: 'md5=2C3D' }, 'md5', '2C3D'],
    [{ Hashes: 'MD5=2c3d; IMPHASH=6a7b' }, 'Imphash', '6a7b'],
    [{ Hashes: ['SHA1=0a1b', 'MD5=2c3d'] }, 'md5', '2c3d'],
    [{ Hash: ['SHA1=0a1b', 'MD5=2c3d'] }, 'Hashes', ['SHA1=0a1b', 'MD5=2c3d']],
    [{ Hashes: LIST, md5: 'own' }, 'md5', 'own'],
    [{ Hashes: LIST, md5: null }, 'md5', null],
    [{ Hashes: 'XMD5=2c3d' }, 'md5', undefined],
    [{ Hashes: 'SHA1=0a1b' }, 'md5', undefined],
    [{ Hashes: 7 }, 'md5', undefined],
    [{ Hashes: null }, 'md5', undefined],
    [{}, 'md5', undefined],
    [{ MD5: '2c3d' }, 'md5', undefined], // names of fields are case-sensitive
    [{ md5: '2c3d' }, 'Hashes', 'MD5=2c3d'],
    [{ imphash: '6a7b', md5: '2c3d' }, 'Hashes', 'MD5=2c3d,IMPHASH=6a7b'],
    [{ SHA256: '4e5f', SHA1: '0a1b', md5: '' }, 'Hashes', 'SHA1=0a1b,SHA256=4e5f'],
    [{ Hashes: '', md5: '2c3d' }, 'Hashes', ''],
    [{ Hash: 'no list', md5: '2c3d' }, 'Hashes', 'MD5=2c3d'],
    [{ Hash: 'no list' }, 'Hashes', undefined],
    [{}, 'Hashes', undefined],
    [{ hash: '6a7b' }, 'hash', '6a7b'],
  ])('%j has %s: %j', (event, field, value) => {
    const text = JSON.stringify(event);
    expect(viewOf(text).resolve(field)(read(text))).toEqual(value);
    if (value === undefined) expect(viewOf(text).locate(read(text), field)).toBeUndefined();
  });

  it.each<[text: string, field: string, start: number, end: number, characters: string[]]>([
    [`{"Hashes":"${LIST}"}`, 'Imphash', 0, 4, ['6a7b']],
    [`{"Hashes":"${LIST}"}`, 'md5', 1, 3, ['c3']],
    ['{"Hashes":"\\u0053HA1=0a,\\u004dD5=2\\u0063"}', 'md5', 0, 2, ['2\\u0063']],
    ['{"Hashes":["SHA1=0a","MD5=2c"]}', 'md5', 0, 2, ['2c']],
    ['{"md5":"2c3d","imphash":"6a7b"}', 'Hashes', 0, 8, ['2c3d']],
    ['{"md5":"2c3d","imphash":"6a7b"}', 'Hashes', 5, 7, ['c3']],
    ['{"md5":"2c3d","imphash":"6a7b"}', 'Hashes', 0, 3, ['2c3d']],
    ['{"md5":"2c3d","imphash":"6a7b"}', 'Hashes', 9, 18, ['6']],
    ['{"md5":"2c3d","imphash":"6a7b"}', 'Hashes', 6, 19, ['3d', '6a']],
    ['{"md5":"2c3d","imphash":"6a7b"}', 'Hashes', 8, 9, []],
    [
      `<Event><EventData><Data Name="Hashes">MD5=2c&#x33;d,IMPHASH=6a</Data></EventData></Event>`,
      'md5',
      2,
      4,
      ['&#x33;d'],
    ],
  ])('%s: %s %i to %i', (text, field, start, end, characters) => {
    const found = viewOf(text).locate(read(text), field)!;
    expect(found.toText({ start, end }).map((r) => text.slice(r.start, r.end))).toEqual(characters);
    expect(text.slice(found.value.start, found.value.end)).toContain(characters[0] ?? '');
  });

  it.each<[object, string, string, string | undefined]>([
    [{ Hashes: LIST }, 'Imphash', 'It is the IMPHASH in Hashes.', undefined],
    [
      { Hashes: 'MD5=2c' },
      'sha1',
      'It would be the SHA1 in Hashes.',
      '`Hashes` is there, but lacks the SHA1 that would be `sha1`.',
    ],
    [{}, 'md5', 'It would be the MD5 in Hashes.', undefined],
    [{ Hash: LIST }, 'Hashes', 'The event names it Hash.', undefined],
    [{ md5: '2c' }, 'Hashes', 'The event has it in the field md5.', undefined],
    [
      { md5: 'a', sha1: 'b', Imphash: 'c' },
      'Hashes',
      'The event has it in the fields sha1, md5 and Imphash.',
      undefined,
    ],
  ])('%j says of %s: %s', (event, field, said, missing) => {
    const text = JSON.stringify(event);
    const origin = viewOf(text).origin(field, read(text));
    expect([origin.kind, plain(origin.text!)]).toEqual(['derived', said]);
    expect(origin.missing && plain(origin.missing)).toBe(missing);
  });

  it('is the own field where the event has it', () => {
    const text = JSON.stringify({ Hashes: LIST, md5: 'x' });
    for (const field of ['Hashes', 'md5'])
      expect(viewOf(text).origin(field, read(text))).toEqual({ own: [field], kind: 'own' });
  });

  it('is never in a 4688, whatever its name', () => {
    const event = read('{"Channel":"Security","EventID":4688}');
    const view = coverage({ product: 'windows', category: 'process_creation' }, recognise(event));
    for (const name of ['Hashes', 'Hash', 'MD5', 'imphash']) expect(view.origin(name).kind).toBe('never');
  });
});
