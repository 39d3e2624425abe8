import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventSlice } from '../event';
import { faultWords, readEvents } from '../event';
import { plain } from '../text';
import { aloneText, type FirstPiece, readAlone, type SlicedFile } from './source';
import { TextSource } from './text-source';

/*
 * A file read in pieces, wherever it is cut, gives the same events as its whole text.
 */

const a = '{"Image":"C:\\\\Wörk\\\\a.exe","n":1}';
const b = '{"Image":"日本 😀","list":[{"x":1},{"y":"}"}]}';
const c = '{"CommandLine":"c"}';
const x = (n: number) =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">\n<System><EventID>${n}</EventID></System>\n<EventData><Data Name="Image">é${n}</Data></EventData>\n</Event>`;
const sysmon = (n: number) =>
  `Process Create:\nRuleName: -\nUtcTime: 2026-03-04 08:15:3${n}.000\nImage: C:\\Wörk\\${n}.exe\nCommandLine: run ${n}\n`;
const splunk = (n: number) =>
  `03/04/2026 08:15:3${n} AM\nLogName=Security\nEventCode=4688\nComputerName=wörk\nMessage=A new process.\n\nProcess Information:\n\tNew Process Name:\tC:\\${n}.exe\n`;
const pretty = [a, b, c].map((t) => JSON.stringify(JSON.parse(t), null, 2));

const TEXTS: readonly [name: string, text: string][] = [
  ['NDJSON', [a, b, c, b, a].join('\n')],
  ['NDJSON with a byte order mark and line ends of Windows', `\ufeff${[a, b, c, b].join('\r\n')}\r\n`],
  ['an array on one line', `[${[a, b, c, a].join(',')}]`],
  ['an array over lines', `[\n${[a, b, c, a].join(',\n')}\n]\n`],
  [
    'an array laid out over lines',
    JSON.stringify(
      [a, b, c].map((t) => JSON.parse(t)),
      null,
      4,
    ),
  ],
  ['objects laid out over lines', pretty.join('\n')],
  ['a malformed line', [a, '{"Image":}', b, c, a, b, c, a].join('\n')],
  ['members of an array that are no objects', `[5,${a},"x",[1],${b},null,${c}]`],
  ['text behind an object', `${a} foo=bar baz=2\n${b} more\n${c}`],
  ['XML', [1, 2, 3].map(x).join('\n')],
  ['XML inside an element', `<?xml version="1.0"?>\n<Events>\n${[1, 2, 3].map(x).join('\n')}\n</Events>\n`],
  ['XML in one line', `<Events>${[1, 2, 3].map((n) => x(n).replaceAll('\n', '')).join('')}</Events>`],
  ['malformed XML', [x(1), x(2).replace('</System>', ''), x(3), x(4)].join('\n')],
  ['XML and JSON', [x(1), a, x(2), b].join('\n')],
  ['a table', 'Image,CommandLine\nC:\\Wörk\\a.exe,a 1\n"C:\\b, b.exe","say ""hi"""\nC:\\c.exe,c\n'],
  [
    'a table with line breaks in cells',
    'Image;CommandLine\r\na;"one\r\ntwo; three"\r\nb;x\r\nc;"y\r\n\r\nz"\r\n',
  ],
  ['a table with rows of other lengths', 'Image,CommandLine\na,1\nb,2,3\nc\nd,4\ne,5,6,7\n'],
  ['a table whose header stands again', 'Image,CommandLine\na,1\nb,2\nImage,CommandLine\nc,3\n'],
  ['a table with an open quote', 'Image,CommandLine\na,1\n"b,2\nc,3\nd,4\n'],
  ['two tables', 'Image,CommandLine\na,1\nb,2\nTargetFilename\tUser\tImage\nc\t3\tx\nd\t4\ty\n'],
  ['pairs', 'time=1 user="Jürgen K" cmd=a\ntime=2 user=b cmd="x y"\ntime=3 user=c cmd=d\n'],
  [
    'lines',
    'Mar  4 08:15:30 host sshd[1]: öne\nMar  4 08:15:31 host sshd[1]: two\nMar  4 08:15:32 host x: 3',
  ],
  ['text of the event viewer', [1, 2, 3].map(sysmon).join('\n')],
  ['text of Splunk', [1, 2, 3].map(splunk).join('\n')],
  [
    'formats one after another',
    `${a}\ntime=1 user=b cmd=c\nImage,CommandLine\na,1\nb,2\n${b}\n${x(5)}\n${c}`,
  ],
  ['no events', 'nothing that\nanybody could\n\nread as an event\n'],
  [
    'an array in an object around all',
    `{"Records":[${[a, b, c, a].join(',')}]}\n${a}\n{"records":[\n${b},\n${c}\n]}`,
  ],
  [
    'access logs',
    [1, 2, 3, 4]
      .map(
        (n) => `192.0.2.${n} - - [04/Mar/2026:08:15:3${n} +0000] "GET /ö?q=${n} HTTP/1.1" 200 5 "-" "curl/8"`,
      )
      .join('\n'),
  ],
  [
    'W3C logs',
    '#Version: 1.0\n#Fields: date time cs-method cs-uri-stem sc-status\n2026-03-04 08:15:30 GET /a 200\n2026-03-04 08:15:31 GET /b 404\n2026-03-04 08:15:32 POST /c 200\n',
  ],
  [
    'syslog',
    `<34>Mar  4 08:15:30 host app[1]: ${a}\n<34>Mar  4 08:15:31 host app[1]: öne=1 two=2\n<34>Mar  4 08:15:32 host app[1]: text\n`,
  ],
  [
    'audit records',
    [1, 2, 3, 4]
      .flatMap((n) => [
        `type=SYSCALL msg=audit(1772612130.00${n}:${n}): syscall=59 comm="a" exe="/bin/a"`,
        `type=EXECVE msg=audit(1772612130.00${n}:${n}): argc=2 a0="a" a1=C3B6`,
      ])
      .join('\n'),
  ],
  [
    'audit records of two events in turn',
    [1, 1, 2, 1, 2, 2, 3, 3]
      .map((n, i) => `type=PATH msg=audit(1772612130.00${n}:${n}): item=${i} name="/tmp/ö${i}"`)
      .join('\n'),
  ],
  ['YAML', [1, 2, 3, 4].map((n) => `- Image: ö${n}\n  n: ${n}\n`).join('')],
  [
    'YAML, indented, with comments',
    [1, 2, 3].map((n) => `  # ${n}\n  -   Image: ö${n}\n      n: ${n}\n`).join(''),
  ],
  [
    'YAML in a map',
    [1, 2, 3].map((n) => `Events:\n- Image: ö${n}\n  n: ${n}\n- Image: b\n  n: 0\nNextToken: x\n`).join(''),
  ],
  ['YAML of one key', [1, 2, 3].map((n) => `- Image: ö${n}\n`).join('')],
  ['documents of YAML', [1, 2, 3].map((n) => `---\nImage: ö${n}\nn: ${n}\n`).join('')],
  [
    'a table of a screen',
    'Image      n\n-----      -\nö1         1\n東京       2\nlonger than all 3\nc          4\n',
  ],
  [
    'a table of psql',
    ' n |  Image  \n---+---------\n 1 | ö1     +\n   | more\n 2 | b\n 3 | c      +\n   | d\n(3 rows)\n',
  ],
  [
    'a table with a rule below each row',
    '+---+---+\n| n | b |\n+---+---+\n| 1 | ö |\n|   | x |\n+---+---+\n| 2 | c |\n+---+---+\n| 3 | d |\n+---+---+\n',
  ],
  [
    'rows in JSON',
    '{"preview":false,"fields":["Image","n","n"],"rows":[["ö",1,null],["b",null,2],["c",3,3],["d"]]}',
  ],
  [
    'columns in JSON',
    `{"preview":false,"fields":["Image","n"],"columns":[["ö","b","c"],[1,2,3]]}\n${a}\n${b}`,
  ],
  ['bulk requests', [a, b, c].map((one) => `{"index":{"_index":"ö"}}\n${one}\n`).join('')],
  ['blanks', ` \n\n${a}\n\n\n   \n${b}\n\n`],
];

interface Read {
  readonly slices: EventSlice[];
  readonly texts: string[];
  readonly pieces: FirstPiece[];
}

async function read(file: SlicedFile, usual: number): Promise<Read> {
  const source = await TextSource.open(file, undefined, { usual, most: 1 << 16, sight: 130, doubt: 200 });
  const found: Read = { slices: [], texts: [], pieces: [] };
  let last = 0;
  for await (const piece of source.pieces()) {
    expect(piece.read).toBeGreaterThan(last);
    last = piece.read;
    found.pieces.push(piece);
    found.slices.push(...piece.slices);
    found.texts.push(...piece.slices.map(({ range }) => piece.text.slice(range.start, range.end)));
  }
  if (file.size > 3) expect(last).toBe(file.size);
  return found;
}

/** What is the same however a text is cut. */
function told(slice: EventSlice): unknown {
  if (!slice.event) return [slice.code, plain(faultWords(slice))];
  return [slice.event.index, slice.event.fields(), slice.event.leaves()];
}

function expected(text: string) {
  const { slices } = readEvents(text);
  return { slices: slices.map(told), texts: slices.map(({ range }) => text.slice(range.start, range.end)) };
}

function utf16(text: string): Blob {
  const units = new Uint16Array(text.length + 1);
  units[0] = 0xfeff;
  for (let i = 0; i < text.length; i++) units[i + 1] = text.charCodeAt(i);
  return new Blob([units]);
}

describe('events in pieces are the events read at once, wherever the file is cut', () => {
  test.each(TEXTS)('%s', async (_, text) => {
    const file = new Blob([text]);
    const whole = expected(text);
    for (let size = 1; size <= file.size + 1; size++) {
      const { slices, texts } = await read(file, size);
      expect([size, texts]).toEqual([size, whole.texts]);
      expect(slices.map(told)).toEqual(whole.slices);
    }
  });

  test.each(TEXTS)('as UTF-16: %s', async (_, text) => {
    const bare = text.replace(/^\ufeff/, '');
    const file = utf16(bare);
    const whole = expected(bare);
    for (let size = 1; size <= file.size + 1; size += 7) {
      const { slices, texts } = await read(file, size);
      expect(texts).toEqual(whole.texts);
      expect(slices.map(told)).toEqual(whole.slices);
    }
  });

  test('whatever stands one after another', async () => {
    // What closes an open quote may be further away than a piece in doubt is long.
    const near = TEXTS.filter(([name]) => name !== 'a table with an open quote');
    const part = fc.constantFrom(...near.map(([, text]) => text.replace(/^\ufeff/, '')));
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 50, max: 900 }),
        async (parts, size) => {
          const text = parts.join('\n');
          const { slices, texts } = await read(new Blob([text]), size);
          const whole = expected(text);
          expect(texts).toEqual(whole.texts);
          expect(slices.map(told)).toEqual(whole.slices);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test.each(TEXTS)('a piece is read again as it was, and an event alone: %s', async (name, text) => {
  const file = new Blob([text]);
  const sizes = { usual: 90, most: 1 << 16, sight: 130, doubt: 200 };
  const source = await TextSource.open(file, undefined, sizes);
  for await (const piece of source.pieces()) {
    const again = await source.read(piece.place);
    expect(again.slices.map(told)).toEqual(piece.slices.map(told));
    for (const [i, slice] of piece.slices.entries()) {
      const own = await source.eventText({ offset: piece.offsets[i]!, length: piece.lengths[i]! });
      expect(own).toBe(piece.text.slice(slice.range.start, slice.range.end));
      // A line that was read in the context around it may be something else by itself.
      if (!slice.event || text.startsWith('nothing')) continue;
      // Between the values of such an event stand those of others.
      if (name === 'columns in JSON') continue;
      expect(readAlone(own, piece.readAs[i]!)?.event?.leaves()).toEqual(slice.event.leaves());
      // Before a row with another number of cells comes the report about it.
      const alone = readEvents(aloneText(own, piece.readAs[i]!)).slices.filter(({ event }) => event);
      expect(alone[0]?.event?.leaves()).toEqual(slice.event.leaves());
      // Lines of other events may be between those of an audit event.
      if (!name.includes('in turn')) expect(alone).toHaveLength(1);
    }
  }
});

test('bytes that are no UTF-8 shift no event behind them', async () => {
  const encoder = new TextEncoder();
  const bytes = [
    encoder.encode('{"a":"ö'),
    new Uint8Array([0xff, 0xe4, 0xc3]),
    encoder.encode(`"}\n${c}\n${a}`),
  ];
  const file = new Blob(bytes);
  for (let size = 1; size <= file.size; size++) {
    const source = await TextSource.open(file, undefined, {
      usual: size,
      most: 1 << 16,
      sight: 20,
      doubt: 20,
    });
    const texts: string[] = [];
    for await (const { slices, offsets, lengths } of source.pieces())
      for (const i of slices.keys())
        texts.push(await source.eventText({ offset: offsets[i]!, length: lengths[i]! }));
    expect(texts).toHaveLength(3);
    expect(texts.slice(1)).toEqual([c, a]);
  }
});

test('a format that was chosen holds in each piece', async () => {
  const text = Array.from({ length: 30 }, (_, i) => `time=${i} user=b cmd="x y"`).join('\n');
  const source = await TextSource.open(new Blob([text]), 'plain lines', {
    usual: 100,
    most: 1000,
    sight: 40,
    doubt: 40,
  });
  const values: unknown[] = [];
  for await (const { slices } of source.pieces())
    values.push(...slices.map(({ event }) => event?.get('message')));
  expect(values).toEqual(text.split('\n'));
});

test('what has no end is read in pieces of the largest size', async () => {
  const file = new Blob([`{"a":"${'x'.repeat(5000)}`]);
  const source = await TextSource.open(file, undefined, { usual: 100, most: 1000, sight: 40, doubt: 40 });
  const codes: unknown[] = [];
  for await (const { slices } of source.pieces())
    for (const slice of slices) codes.push(slice.event ?? slice.code);
  expect(codes.length).toBeGreaterThan(3);
  expect(codes.length).toBeLessThan(10);
});
