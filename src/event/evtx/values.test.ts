import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogWriter } from '../../testing/evtx/log';
import { type Content, element, instance, sub, template, type Value } from '../../testing/evtx/model';
import {
  bytes,
  fileTimes,
  guidBytes,
  integers,
  nothing,
  reals,
  sidBytes,
  string,
  strings,
  ticks,
  xml,
} from '../../testing/evtx/values';
import { readEvtx } from './read';
import { fileTime } from './values/time';

/** The text of a file's records; what could not be read is its code. */
function texts(...contents: Content[]): string[] {
  const log = new LogWriter();
  for (const content of contents) log.add(content);
  const { records, problems } = readEvtx(log.bytes());
  return [...records.map(({ xml }) => xml), ...problems.all.map(({ code }) => code)];
}

const inElement = template(element('a', {}, [sub(0)]));
const inAttribute = template(element('a', { b: sub(0) }));

/** The value as the only child of an element. */
const written = (value: Value) => texts(instance(inElement, [value]))[0]!;

const GUID = '{5770385f-c22a-43e0-bf4c-06f5698ffbd9}';
const BIG = 0xffffffffffffffffn;

describe('a value is written as Windows writes it', () => {
  it.each<[string, Value, string]>([
    ['null', nothing, ''],
    ['string', string('C:\\a.exe'), 'C:\\a.exe'],
    ['string with its zero', string('a\0'), 'a'],
    ['empty string', string(''), ''],
    ['string of characters that take two units', string('a😀é'), 'a😀é'],
    ['string with markup', string('<a> & "b"'), '&lt;a&gt; &amp; "b"'],
    ['string with line ends', string('a\r\nb\tc'), 'a&#xD;\nb\tc'],
    ['string with control characters', string('a\x1b[0m\0b'), 'a&#x1B;[0m&#x0;b'],
    ['code page string', bytes(0x02, 0x61, 0xe9, 0x80, 0), 'aé€'],
    ['int8', bytes(0x03, 0x80), '-128'],
    ['uint8', bytes(0x04, 0x80), '128'],
    ['int16', integers(0x05, 2, -2), '-2'],
    ['uint16', integers(0x06, 2, 65535), '65535'],
    ['int32', integers(0x07, 4, -3), '-3'],
    ['uint32', integers(0x08, 4, 4294967295), '4294967295'],
    ['int64', integers(0x09, 8, -(2n ** 63n)), '-9223372036854775808'],
    ['uint64 beyond a double', integers(0x0a, 8, BIG), '18446744073709551615'],
    ['uint64 within a double', integers(0x0a, 8, 2n ** 53n - 1n), '9007199254740991'],
    ['real32', reals(0x0b, 4, 0.1), '0.1'],
    ['real64', reals(0x0c, 8, -1.5), '-1.5'],
    ['real64 that is none', reals(0x0c, 8, Number.NaN), 'NaN'],
    ['real64 without end', reals(0x0c, 8, Number.NEGATIVE_INFINITY), '-INF'],
    ['boolean', integers(0x0d, 4, 1), 'true'],
    ['boolean', integers(0x0d, 4, 0), 'false'],
    ['binary', bytes(0x0e, 0, 0xab, 9), '00AB09'],
    ['guid', bytes(0x0f, ...guidBytes(GUID)), GUID],
    ['address of 4 bytes', integers(0x10, 4, 0xabc), '0xabc'],
    ['address of 8 bytes', integers(0x10, 8, 0x7ff600000000n), '0x7ff600000000'],
    ['FILETIME', fileTimes(0x11, '2026-03-04T08:15:30.1234567Z'), '2026-03-04T08:15:30.1234567Z'],
    ['SYSTEMTIME', integers(0x12, 2, 2026, 3, 3, 4, 8, 15, 30, 7), '2026-03-04T08:15:30.007Z'],
    ['SID', bytes(0x13, ...sidBytes('S-1-5-21-4294967295-1-500')), 'S-1-5-21-4294967295-1-500'],
    ['SID of a large authority', bytes(0x13, 1, 0, 1, 0, 0, 0, 0, 2), 'S-1-1099511627778'],
    ['hex32', integers(0x14, 4, 0x3e7), '0x3e7'],
    ['hex64', integers(0x15, 8, 0x8000000000000000n), '0x8000000000000000'],
    ['hex64 of zero', integers(0x15, 8, 0), '0x0'],
    ['handle', integers(0x20, 8, 0x10), '0x10'],
    ['XML text', string('<b/>', 0x23), '&lt;b/&gt;'],
  ])('%s: %#', (_, value, expected) => expect(written(value)).toBe(`<a>${expected}</a>`));

  it('is BinXML: an element of its own', () =>
    expect(written(xml(element('b', { c: '1' }, ['x'])))).toBe('<a><b c="1">x</b></a>'));
});

describe('an array repeats its element', () => {
  it.each<[string, Value, string[]]>([
    ['strings', strings('a', '', 'b c'), ['a', '', 'b c']],
    ['strings that are empty at the end', strings('a', ''), ['a', '']],
    ['strings without the last zero', string('a\0b', 0x81), ['a', 'b']],
    ['code page strings', bytes(0x82, 0x61, 0, 0x62, 0), ['a', 'b']],
    ['int8', bytes(0x83, 1, 0xff), ['1', '-1']],
    ['uint8', bytes(0x84, 1, 0xff), ['1', '255']],
    ['int16', integers(0x85, 2, 1, -1), ['1', '-1']],
    ['uint16', integers(0x86, 2, 1, 2), ['1', '2']],
    ['int32', integers(0x87, 4, 1, -1), ['1', '-1']],
    ['uint32', integers(0x88, 4, 1, 2, 3), ['1', '2', '3']],
    ['int64', integers(0x89, 8, 1, -1), ['1', '-1']],
    ['uint64', integers(0x8a, 8, 1, BIG), ['1', '18446744073709551615']],
    ['real32', reals(0x8b, 4, 0.5, 0.1), ['0.5', '0.1']],
    ['real64', reals(0x8c, 8, 0.5, 0.1), ['0.5', '0.1']],
    ['booleans', integers(0x8d, 4, 1, 0), ['true', 'false']],
    ['guids', bytes(0x8f, ...guidBytes(GUID), ...guidBytes(GUID)), [GUID, GUID]],
    ['addresses', integers(0x90, 8, 16, 17), ['0x10', '0x11']],
    [
      'FILETIMEs',
      fileTimes(0x91, '2026-03-04T08:15:30Z', '1601-01-01T00:00:00Z'),
      ['2026-03-04T08:15:30.0000000Z', '1601-01-01T00:00:00.0000000Z'],
    ],
    ['SYSTEMTIMEs', integers(0x92, 2, 2026, 3, 3, 4, 8, 15, 30, 7), ['2026-03-04T08:15:30.007Z']],
    ['SIDs', bytes(0x93, ...sidBytes('S-1-5-18'), ...sidBytes('S-1-5-32-544')), ['S-1-5-18', 'S-1-5-32-544']],
    ['hex32', integers(0x94, 4, 1, 255), ['0x1', '0xff']],
    ['hex64', integers(0x95, 8, 1, 255), ['0x1', '0xff']],
    ['nothing', bytes(0x81), []],
  ])('%s', (_, value, expected) =>
    expect(written(value)).toBe(expected.map((text) => `<a>${text}</a>`).join('')),
  );

  it('with everything else of the element', () => {
    const model = template(element('Data', { Name: sub(1) }, ['<', sub(0), '>']));
    expect(texts(instance(model, [strings('a', 'b'), string('n')]))).toEqual([
      '<Data Name="n">&lt;a&gt;</Data><Data Name="n">&lt;b&gt;</Data>',
    ]);
  });

  it('and each on its line among elements', () => {
    const model = template(element('E', {}, [element('Data', {}, [sub(0)]), element('x')]));
    expect(texts(instance(model, [strings('a', 'b')]))).toEqual([
      '<E>\n  <Data>a</Data>\n  <Data>b</Data>\n  <x />\n</E>',
    ]);
  });

  it('and stands with spaces in an attribute', () =>
    expect(texts(instance(inAttribute, [strings('a', 'b"')]))).toEqual(['<a b="a b&quot;" />']));
});

describe('a value that is impossible costs its record alone', () => {
  it.each<[string, Value]>([
    ['an unknown type', bytes(0x7f, 1)],
    ['an array of an unknown type', bytes(0xae, 1)],
    ['a number of three bytes', bytes(0x08, 1, 2, 3)],
    ['a short GUID', bytes(0x0f, 1, 2)],
    ['a short FILETIME', bytes(0x11, 1, 2)],
    ['a short real', bytes(0x0c, 1, 2)],
    ['a SID that needs more', bytes(0x13, 1, 9, 0, 0, 0, 0, 0, 5)],
    ['a month that is none', integers(0x12, 2, 2026, 13, 3, 4, 8, 15, 30, 7)],
    ['an array with a rest', bytes(0x88, 1, 0, 0, 0, 2)],
    ['SIDs with a rest', bytes(0x93, ...sidBytes('S-1-5-18'), 1, 1)],
    ['BinXML that is none', bytes(0x21, 0x77)],
  ])('%s', (_, value) =>
    expect(texts(instance(inElement, [value]), instance(inElement, [string('next')]))).toEqual([
      '<a>next</a>',
      'evtx-record-content',
    ]),
  );
});

describe('any', () => {
  it('FILETIME is exact to its last digit', () => {
    const view = new DataView(new ArrayBuffer(8));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: ticks('9999-12-31T23:59:59.9999999Z') }), (value) => {
        view.setBigUint64(0, value, true);
        const ms = Number(value / 10_000n) - 11_644_473_600_000;
        const seconds = new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19);
        expect(fileTime(view, 0)).toBe(`${seconds}.${String(value % 10_000_000n).padStart(7, '0')}Z`);
      }),
    );
  });

  it('FILETIME at all is written', () => {
    const view = new DataView(new ArrayBuffer(8));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: BIG }), (value) => {
        view.setBigUint64(0, value, true);
        expect(fileTime(view, 0)).toMatch(/^\+?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
      }),
    );
  });

  it('GUID and SID come out as they went in', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.array(fc.nat(0xffffffff), { maxLength: 15 }), (uuid, parts) => {
        expect(written(bytes(0x0f, ...guidBytes(uuid)))).toBe(`<a>{${uuid}}</a>`);
        const sid = ['S-1-5', ...parts].join('-');
        expect(written(bytes(0x13, ...sidBytes(sid)))).toBe(`<a>${sid}</a>`);
      }),
    );
  });

  it('real32 is the shortest text of the same four bytes', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = written(reals(0x0b, 4, value)).slice(3, -4);
        expect(Math.fround(Number(text))).toBe(value);
      }),
    );
  });
});
