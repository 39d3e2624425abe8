import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event/read';
import { type PlacedEvent, piecesOf, type SlicedFile, textOf } from './pieces';

const a = '{"Image":"C:\\\\Wörk\\\\a.exe","n":1}';
const b = '{"Image":"日本 😀","list":[{"x":1},{"y":"}"}]}';
const c = '{"CommandLine":"c"}';
const x = (n: number) =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">\n<System><EventID>${n}</EventID></System>\n<EventData><Data Name="Image">é${n}</Data></EventData>\n</Event>`;

const TEXTS: readonly [name: string, text: string][] = [
  ['NDJSON', [a, b, c, b, a].join('\n')],
  ['NDJSON with a byte order mark and line ends of Windows', `\ufeff${[a, b, c, b].join('\r\n')}\r\n`],
  ['an array on one line', `[${[a, b, c, a].join(',')}]`],
  ['an array over lines', `[\n${[a, b, c, a].join(',\n')}\n]\n`],
  ['laid out over lines', [a, b, c].map((t) => JSON.stringify(JSON.parse(t), null, 2)).join('\n')],
  ['a malformed line', [a, '{"Image":}', b, c, a, b, c, a].join('\n')],
  ['XML', [1, 2, 3].map(x).join('\n')],
  ['XML inside an element', `<?xml version="1.0"?>\n<Events>\n${[1, 2, 3].map(x).join('\n')}\n</Events>\n`],
  ['XML and JSON', [x(1), a, x(2), b].join('\n')],
];

async function read(file: SlicedFile, size: number): Promise<PlacedEvent[]> {
  const events: PlacedEvent[] = [];
  let last = 0;
  for await (const piece of piecesOf(file, size)) {
    expect(piece.read).toBeGreaterThanOrEqual(last);
    last = piece.read;
    events.push(...piece.events);
  }
  expect(last).toBe(file.size);
  return events;
}

describe('events in pieces are the events read at once, wherever the file is cut', () => {
  test.each(TEXTS)('%s', async (_, text) => {
    const file = new Blob([text]);
    const whole = readEvents(text).slices;
    const ownText = whole.map(({ range }) => text.slice(range.start, range.end));
    const values = whole.map(({ event }) => event?.leaves() ?? null);
    for (let size = 1; size <= file.size + 1; size++) {
      const events = await read(file, size);
      expect(events.map(({ slice }) => slice.event?.leaves() ?? null)).toEqual(values);
      expect(await Promise.all(events.map((event) => textOf(file, event)))).toEqual(ownText);
    }
  });
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
    const events = await read(file, size);
    expect(events).toHaveLength(3);
    expect(await textOf(file, events[1]!)).toBe(c);
    expect(await textOf(file, events[2]!)).toBe(a);
  }
});
