import { describe, expect, test } from 'vitest';
import { readEvents } from '../event';
import { TOLD } from '../limits';
import { compile } from '../rule';
import { plain } from '../text';
import { Evaluator } from './evaluate';
import { explain } from './explain';
import { marksOf } from './marks';
import { posted } from './posted-trace';
import { summaryWords } from './words/summary';

/* What is told of members of arrays: the characters that matched, and why none did. */

const planOf = (selection: string) =>
  compile(
    `title: T\nsigma-version: 3\nlogsource: {product: t}\ndetection:\n  s:\n${selection.replace(/^/gm, '    ')}\n  condition: s\n`,
  ).plan!;
const eventsOf = (text: string) => readEvents(text).slices.flatMap(({ event }) => event ?? []);
const told = (selection: string, event: unknown) =>
  explain(planOf(selection), eventsOf(JSON.stringify(event))[0]!, { ignoreLogsource: true });

const TWO = [
  { protocol: 'UDP', ip: '10.0.0.1' },
  { protocol: 'TCP', ip: '192.0.2.1' },
];
const BOTH = 'connections[any]:\n  protocol: TCP\n  ip|cidr: 10.0.0.0/8';

/** Selection, event, and the nearest reason as the summary says it. */
const SAID: readonly [selection: string, event: unknown, says: string][] = [
  [
    BOTH,
    { connections: [{ protocol: 'TCP', ip: '192.0.2.1' }] },
    '`s`: In `connections[0]`, whose `protocol` matches, `ip` is `192.0.2.1`, outside 10.0.0.0/8.',
  ],
  [
    BOTH,
    { connections: [{ protocol: 'ICMP' }, { protocol: 'TCP' }] },
    '`s`: In `connections[1]`, whose `protocol` matches, there is no field `ip`.',
  ],
  [BOTH, { connections: [] }, '`s`: `connections` is an empty list, and `[any]` wants a member.'],
  [BOTH, {}, '`s`: The event has no members in `connections`, and `[any]` wants one.'],
  [
    'connections[none].protocol: TCP',
    { connections: TWO },
    '`s`: `connections[1]` matches, and `[none]` allows no such member.',
  ],
  [
    'connections[all].protocol: TCP',
    { connections: TWO },
    '`s`: In `connections[0]`, `protocol` is `UDP`, not `TCP`.',
  ],
  ['args[1]|endswith: .exe', { args: ['a', 'b'] }, '`s`: `args[1]` is `b`; it does not end with `.exe`.'],
  ['args[5]: x', { args: ['a'] }, '`s`: The event has no field `args[5]`: `args` has only one member.'],
  ['args[-3]: x', { args: ['a', 'b'] }, '`s`: The event has no field `args[-3]`: `args` has only 2 members.'],
  ['args[0]: x', { args: [] }, '`s`: The event has no field `args[0]`: `args` is an empty list.'],
  ['args[0]: x', { args: 'x' }, '`s`: The event has no field `args[0]`: `args` is no list.'],
  ['args[0].a: x', { args: [{ b: 'x' }] }, '`s`: The event has no field `args[0].a`.'],
  [
    'args[0]: x',
    { 'args[0]': 'x' },
    '`s`: The event has no field `args[0]`. The nearest name is `args\\[0\\]`.',
  ],
  [
    'Args[0]: x',
    { args: ['x'] },
    '`s`: There is no field `Args[0]`, but there is `args[0]`: field names are case-sensitive.',
  ],
  ['args[0]: {a: x}', { args: 'x' }, '`s`: The event has no field `args[0]`: `args` is no list.'],
  ['args[0]: {a: x}', { args: [[]] }, '`s`: `args[0]` is an empty list.'],
  [
    'connection[any]: {protocol: TCP}',
    { connections: TWO },
    '`s`: The event has no members in `connection`, and `[any]` wants one. The nearest name is `connections`.',
  ],
  [
    'rules[any].ip[any]: x',
    { rules: [{ port: 1 }] },
    '`s`: In `rules[0]`, there are no members in `ip`, and `[any]` wants one.',
  ],
  [
    'rules[any]:\n  type: allow\n  ip[all]: x',
    { rules: [{ type: 'deny' }, { type: 'allow', ip: ['x', 'z'] }] },
    '`s`: In `rules[1].ip[1]`, `.` is `z`, not `x`.',
  ],
];

describe('why no member matches', () => {
  test.each(SAID)('%s on %j', (selection, event, says) => {
    expect(plain(summaryWords(told(selection, event)))).toBe(says);
  });

  test('a cause names its members from the outside in', () => {
    const { causes } = told(SAID.at(-1)![0], SAID.at(-1)![1]);
    expect(causes[0]!.members).toEqual(['rules[1]', 'rules[1].ip[1]']);
  });
});

const CLOUDTRAIL = { Records: [{ eventName: 'a' }, { eventName: 'b', connections: TWO }] };
const ELASTIC = { hits: { hits: [{ _index: 'i', _id: '1', _source: { connections: TWO } }] } };

/** Formats that have arrays: the same two connections in each. */
const FORMATS: readonly [name: string, text: string][] = [
  ['one object', JSON.stringify({ connections: TWO })],
  ['JSON in many lines', JSON.stringify([{ a: 1 }, { connections: TWO }], null, 2)],
  ['NDJSON', `{"a":1}\n${JSON.stringify({ connections: TWO })}\n`],
  ['records of CloudTrail', JSON.stringify(CLOUDTRAIL)],
  ['hits of Elastic', JSON.stringify(ELASTIC)],
  [
    'YAML',
    '- Channel: x\n  connections:\n    - protocol: UDP\n      ip: 10.0.0.1\n    - protocol: TCP\n      ip: 192.0.2.1\n',
  ],
];

describe('marks stand at the member that matches', () => {
  test.each(FORMATS)('%s', (_, text) => {
    const plan = planOf('connections[any]:\n  protocol: TCP\n  ip|startswith: 192');
    const marks = eventsOf(text).flatMap((event) => marksOf(explain(plan, event, { ignoreLogsource: true })));
    const whole = marks.filter((mark) => mark.whole);
    expect(whole.map(({ text: { start, end } }) => text.slice(start, end))).toEqual(['TCP', '192']);
    expect(whole[0]!.text.start).toBe(text.lastIndexOf('TCP'));
  });

  /** Names that are put together from other fields where an event lacks them. */
  test.each<[selection: string, event: string, marked: string[]]>([
    ['Hashes[any]|contains: MD5', '{"Hashes":["SHA1=a","MD5=b"]}', ['MD5']],
    ['Hashes[any]|contains: MD5', '{"Hashes":"SHA1=a,MD5=b"}', ['MD5']],
    [
      'Hashes[any].v: 12345678901234567890',
      '{"Hashes":[{"v":12345678901234567890}]}',
      ['12345678901234567890'],
    ],
    ['md5[-1]|startswith: b', '{"md5":["a","bc"]}', ['b']],
  ])('%s in %s', (selection, text, marked) => {
    const trace = explain(planOf(selection), eventsOf(text)[0]!, { ignoreLogsource: true });
    const whole = marksOf(trace).filter((mark) => mark.whole);
    expect(whole.map(({ text: { start, end } }) => text.slice(start, end))).toEqual(marked);
  });

  test('numbers of members count as they are written', () => {
    const text = '{"n":[{"v":1.0},{"v":12345678901234567890}]}';
    const matches = (selection: string) => new Evaluator(planOf(selection)).evaluate(eventsOf(text)[0]!);
    expect(matches("n[any].v|endswith: '.0'")).toBe(true);
    expect(matches('n[any].v: 12345678901234567890')).toBe(true);
    expect(matches('n[any].v: 12345678901234567891')).toBe(false);
  });
});

/** Unnamed data as evtx_dump writes it: one element, whose text is a list. */
const DUMPED = '{"Event":{"System":{"EventID":1},"EventData":{"Data":{"#text":["one","two"]}}}}';
const UNNAMED: readonly [selection: string, marked: readonly string[]][] = [
  ['Data[1]: two', ['two']],
  ['Data[-2]: one', ['one']],
  ['Data[any]|endswith: wo', ['wo']],
  ['Data[all]|contains: o', ['o', 'o']],
  ['Data[none]: one', []],
];

describe('the text of an element that is a list', () => {
  test.each(UNNAMED)('%s', (selection, marked) => {
    const trace = explain(planOf(selection), eventsOf(DUMPED)[0]!, { ignoreLogsource: true });
    expect(trace.matched).toBe(marked.length > 0);
    const whole = marksOf(trace).filter((mark) => mark.whole);
    expect(whole.map(({ text: { start, end } }) => DUMPED.slice(start, end))).toEqual(marked);
  });
});

describe('an array of many members', () => {
  const many = { m: Array.from({ length: 5000 }, (_, i) => ({ a: i, b: 'x', c: [{ d: i }] })) };

  test('is judged whole, and told in part', () => {
    const trace = posted(told('m[any]:\n  a: 4999\n  c[any].d: 4999', many));
    expect(trace.matched).toBe(true);
    expect(marksOf(trace).filter(({ whole }) => whole)).toHaveLength(2);
    const miss = posted(told('m[any]:\n  a: x\n  c[any].d: 1', many));
    const [body] = miss.selections.map((one) => one.body);
    const block = body && 'children' in body ? body.children[0]! : body!;
    expect(block).toMatchObject({ kind: 'members', count: 5000, satisfying: 0 });
    if (block.kind === 'members') expect(block.members).toHaveLength(TOLD.blockMembers.value);
  });

  test('each value counts once for the event', () => {
    const evaluator = new Evaluator(planOf('m[any]:\n  b: x\n  a: [1, 2, y]'));
    const values = [0, 0, 0, 0];
    evaluator.evaluate(eventsOf(JSON.stringify(many))[0]!);
    evaluator.tally(values, [0]);
    expect(values).toEqual([1, 1, 1, 0]);
  });
});
