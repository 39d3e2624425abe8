/** Logs of every kind for tests of shares. */

const time = (i: number) => new Date(Date.UTC(2026, 2, 1, 10, i % 60, (i * 7) % 60)).toISOString();
export const event = (i: number) => ({
  '@timestamp': time(i),
  n: `${i}`,
  u: `user${i % 3}`,
  more: 'ö'.repeat(i % 50),
});
export const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
export const lines = (count: number, one: (i: number) => string) => numbers(count).map(one).join('\n');
const xml = (i: number) =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">\n  <System>\n    <TimeCreated SystemTime="${time(i)}"/>\n  </System>\n  <EventData>\n    <Data Name="n">${i}</Data>\n    <Data Name="u">user${i % 3}</Data>\n  </EventData>\n</Event>`;

export const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['a.ndjson', lines(120, (i) => JSON.stringify(event(i)))],
  ['windows.ndjson', `\ufeff${lines(90, (i) => `${JSON.stringify(event(i))}\r`)}\n\n\n`],
  [
    'broken.ndjson',
    lines(90, (i) =>
      i % 7 === 3 ? '{"n":}' : i % 11 === 5 ? 'no JSON, two words' : JSON.stringify(event(i)),
    ),
  ],
  ['twice.ndjson', lines(80, (i) => (i % 2 ? `{"n":"${i}","n":"2"}` : JSON.stringify(event(i))))],
  ['pretty.json', lines(40, (i) => JSON.stringify(event(i), null, 2))],
  [
    'array.json',
    `[\n${numbers(80)
      .map((i) => `  ${JSON.stringify(event(i))}`)
      .join(',\n')}\n]\n`,
  ],
  ['line.json', JSON.stringify(numbers(80).map(event))],
  ['table.csv', `@timestamp,n,u,more\n${lines(120, (i) => `${time(i)},${i},user${i % 3},"a\nb, ${i}"`)}\n`],
  ['events.xml', `<Events>\n${lines(40, xml)}\n</Events>`],
  [
    'sys.log',
    lines(90, (i) => `Mar  1 10:${10 + (i % 50)}:00 host app[${i}]: n=${i} two ${'x'.repeat(i % 30)}`),
  ],
  ['words.txt', lines(60, (i) => `nobody knows what this is ${i % 2 ? 'two' : ''}`)],
  [
    'mixed.txt',
    `${lines(30, (i) => JSON.stringify(event(i)))}\ntime=1 n=2 u=user1\ntime=2 n=3 u=user1\n${lines(20, xml)}\n${lines(30, (i) => JSON.stringify(event(i)))}`,
  ],
  ['empty.json', ''],
];
