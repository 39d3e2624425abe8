import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, marksOf } from '../../../match';
import { compile } from '../../../rule';
import { expectLinear } from '../../../testing/growth';
import { EventReader, readEvents } from '../../read';
import { expectSlices } from '../testing';
import { fromHex } from './hex';

const eventsOf = (text: string) => readEvents(text).slices.flatMap((slice) => slice.event ?? []);
const stamp = (serial: number) => `msg=audit(1783000000.123:${serial}):`;
const upperHex = (text: string) => Buffer.from(text).toString('hex').toUpperCase();

const SYSCALL = `type=SYSCALL ${stamp(7)} arch=c000003e syscall=59 success=yes a0=55d0c7 a1=55d0d9 a2=0 items=2 pid=901 auid=1000 comm="head" exe="/usr/bin/head" key="reads"\x1dARCH=x86_64 SYSCALL=execve AUID="ada"`;
const EXECVE = `type=EXECVE ${stamp(7)} argc=3 a0="head" a1="-n1" a2=${upperHex('/srv/my notes.txt')}`;
const CWD = `type=CWD ${stamp(7)} cwd="/srv"`;
const PATHS = [
  `type=PATH ${stamp(7)} item=0 name="/usr/bin/head" inode=12 nametype=NORMAL`,
  `type=PATH ${stamp(7)} item=1 name=${upperHex('/lib/ü x.so')} inode=13 nametype=NORMAL`,
];
const TITLE = `type=PROCTITLE ${stamp(7)} proctitle=${upperHex('head\0-n1\0/srv/my notes.txt')}`;
const EVENT = [SYSCALL, EXECVE, CWD, ...PATHS, TITLE].join('\n');
const USER = `type=USER_LOGIN ${stamp(9)} pid=77 uid=0 auid=4294967295 msg='op=login acct=${upperHex('(invalid user)')} exe="/usr/sbin/sshd" hostname=? addr=192.0.2.9 terminal=ssh res=failed'\x1dUID="root"`;

describe('records of one stamp', () => {
  it.each([
    ['type', ['SYSCALL', 'EXECVE', 'CWD', 'PATH', 'PATH', 'PROCTITLE']],
    ['msg', 'audit(1783000000.123:7)'],
    ['comm', 'head'],
    ['SYSCALL', 'execve'],
    ['AUID', 'ada'],
    ['key', 'reads'],
    ['a0', 'head'],
    ['a1', '-n1'],
    ['a2', '/srv/my notes.txt'],
    ['SYSCALL.a0', '55d0c7'],
    ['cwd', '/srv'],
    ['name', ['/usr/bin/head', '/lib/ü x.so']],
    ['proctitle', 'head -n1 /srv/my notes.txt'],
    ['argc', '3'],
  ])('are one event: %s is %j', (field, value) => {
    const events = eventsOf(EVENT);
    expect(events).toHaveLength(1);
    expect(events[0]!.get(field)).toEqual(value);
    expect(events[0]!.range).toEqual({ start: 0, end: EVENT.length });
  });

  it.each([
    ['op', 'login'],
    ['acct', '(invalid user)'],
    ['addr', '192.0.2.9'],
    ['res', 'failed'],
    ['UID', 'root'],
    ['pid', '77'],
  ])('of user space have the fields within quotes: %s is %s', (field, value) =>
    expect(eventsOf(USER)[0]!.get(field)).toBe(value),
  );

  it.each([
    ['a call without a command keeps its numbers', `type=SYSCALL ${stamp(1)} a0=4 a1=C0FFEE`, 'a1', 'C0FFEE'],
    ['quoted digits stand for themselves', `type=EXECVE ${stamp(1)} a0="6C73" x=1`, 'a0', '6C73'],
    ['digits that are no bytes too', `type=PATH ${stamp(1)} name=ABC x=1`, 'name', 'ABC'],
    ['an account that is a number', `type=USER_AUTH ${stamp(1)} acct=1000 x=1`, 'acct', '1000'],
    ['a word in pieces', `type=EXECVE ${stamp(1)} argc=1 a0_len=4 a0[0]=6162 a0[1]=6364`, 'a0', 'abcd'],
    ['a lost separator', `type=SYSCALL ${stamp(1)} key=(null)ARCH=x86_64`, 'ARCH', 'x86_64'],
    ['words', `type=AVC ${stamp(1)} avc:  denied  { read } for  pid=1`, 'text', 'avc:  denied  { read } for'],
    ['a node', `node=db1 type=CWD ${stamp(1)} cwd="/"`, 'node', 'db1'],
    ['a quote within quotes', `type=USER_CMD ${stamp(1)} msg='cmd="it's" res=1'`, 'cmd', "it's"],
  ])('%s', (_, text, field, value) => expect(eventsOf(text)[0]!.get(field)).toEqual(value));

  it('are told apart where they interleave, and read again from their stretch', () => {
    const other = [`type=SYSCALL ${stamp(8)} comm="other"`, `type=CWD ${stamp(8)} cwd="/other"`];
    const node = `node=b type=CWD ${stamp(7)} cwd="/b"`;
    const text = [SYSCALL, other[0], EXECVE, node, other[1], CWD].join('\n');
    const events = eventsOf(text);
    expect(events.map((event) => event.get('cwd'))).toEqual(['/srv', '/other', '/b']);
    expect(events[0]!.range).toEqual({ start: 0, end: text.length });
    expect(events[1]!.range).toEqual({ start: SYSCALL.length + 1, end: text.indexOf('"/other"') + 8 });
    for (const event of events) {
      const before = event.leaves();
      event.release!();
      expect(event.leaves()).toEqual(before);
    }
    const place = events[0]!.locate('cwd')!;
    expect(text.slice(place.value.start, place.value.end)).toBe('/srv');
  });

  it('that stand too far apart are two events', () => {
    const between = Array.from({ length: 250 }, (_, i) => `type=CWD ${stamp(100 + i)} cwd="/"`).join('\n');
    const events = eventsOf(`${SYSCALL}\n${between}\n${CWD}`);
    expect(events).toHaveLength(252);
    expect(events[0]!.get('cwd')).toBeUndefined();
    expect(events[251]!.get('cwd')).toBe('/srv');
  });

  it('are another event where the first stands again: two copies of a log', () => {
    const events = eventsOf(`${EVENT}\n${EVENT}\n`);
    expect(events.map((event) => [event.get('a2'), event.get('comm')])).toEqual([
      ['/srv/my notes.txt', 'head'],
      ['/srv/my notes.txt', 'head'],
    ]);
  });

  it('around a broken record are one event', () => {
    const broken = 'type=EXECVE msg=audit(17830';
    const { slices } = readEvents(`${SYSCALL}\n${broken}\n${CWD}\nnot a record`);
    expect(slices.map((slice) => (slice.event ? slice.event.get('cwd') : slice.code))).toEqual([
      '/srv',
      'auditd-not-a-record',
      'auditd-not-a-record',
    ]);
    expect(slices[1]).toMatchObject({
      at: { start: SYSCALL.length + 1, end: SYSCALL.length + 1 + broken.length },
    });
  });
});

describe('rules written for single records', () => {
  const rule = (detection: string) =>
    compile(
      `title: T\nlogsource: {product: linux, service: auditd}\ndetection:\n    s: ${detection}\n    condition: s\n`,
    ).plan!;
  it.each([
    ["{type: EXECVE, a0: head, a2|endswith: 'notes.txt'}", ['EXECVE', 'head', upperHex('notes.txt')]],
    ['{type: SYSCALL, SYSCALL: execve, exe: /usr/bin/head}', ['SYSCALL', '/usr/bin/head', 'execve']],
    ["{type: PATH, name|endswith: '.so'}", ['PATH', 'PATH', upperHex('.so')]],
    ["{type: EXECVE, a0|contains: '55d0'}", null],
    ["['my notes']", [upperHex('my notes'), upperHex('my notes')]],
  ])('%s marks %j', (detection, marked) => {
    const trace = explain(rule(detection), eventsOf(EVENT)[0]!);
    expect(trace.verdict).toBe(marked ? 'match' : 'no match');
    const marks = marksOf(trace).map(({ text }) => EVENT.slice(text.start, text.end));
    if (marked) expect(marks).toEqual(marked);
  });
});

it('each value stands at its characters, those in hexadecimal at their digits', () => {
  for (const text of [EVENT, USER, `x ${EVENT}`.slice(2)])
    for (const event of eventsOf(text))
      for (const { path, value } of event.leaves()) {
        const place = event.locatePath(path)!;
        const shown = String(value);
        for (let i = 0; i < shown.length; i++) {
          const [at] = place.toText({ start: i, end: i + 1 });
          const written = text.slice(at!.start, at!.end);
          const plain = written === shown[i];
          expect(plain || fromHex(written)!.value.replace('\0', ' ') === shown[i]).toBe(true);
        }
      }
});

describe('hexadecimal digits', () => {
  it('give back any text, each character at its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const found = fromHex(upperHex(text))!;
        expect(found.value).toBe(text);
        expect(found.starts).toHaveLength(text.length + 1);
        for (const character of text) {
          const at = text.indexOf(character);
          const digits = upperHex(text).slice(found.starts[at], found.starts[at + character.length]);
          expect(digits).toBe(upperHex(character));
        }
      }),
    );
  });

  it('that are no UTF-8 do not fail', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        const digits = Buffer.from(bytes).toString('hex').toUpperCase();
        const { value, starts } = fromHex(digits)!;
        expect(starts).toHaveLength(value.length + 1);
        expect(starts[value.length]).toBe(digits.length);
        expect([...starts]).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });
});

it.each(['{{', '{{{', '{{\n', '{"a":{{', '[{{'])('what is wrong with %j stands in its own part', (text) => {
  expectSlices(text);
  expectSlices(`${CWD}\n${text}\n${USER}`);
});

it('any text is read in order, and good events around it survive', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'type=',
      'msg=audit(',
      "msg='",
      '"',
      '\n',
      ' ',
      '\x1d',
      'a0=61',
      '{"a":1}\n',
      EXECVE,
      `${TITLE}\n`,
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      expectSlices(`${CWD}\n${pieces.join('')}\n${USER}`);
      // No line that another format may claim and continue beyond its end.
      const lines = pieces
        .join('')
        .split('\n')
        .map((line) => `type=X msg=audit${line}`);
      const text = [CWD, ...lines, USER].join('\n');
      expectSlices(text);
      const events = eventsOf(text);
      expect(events[0]!.get('cwd')).toBe('/srv');
      expect(events.at(-1)!.get('acct')).toBe('(invalid user)');
    }),
  );
});

it('is recognised, and said why', () => {
  const reader = new EventReader(EVENT);
  while (reader.next());
  expect(reader.recognised).toMatchObject([
    {
      format: 'auditd',
      count: 1,
      evidence: ['the line begins with ', { code: 'type=SYSCALL msg=audit(…)' }, ', as audit records do'],
    },
  ]);
});

it.each([
  ['events', 300, (n: number) => `${EVENT}\n`.repeat(n)],
  [
    'events far apart',
    100,
    (n: number) => Array.from({ length: n * 10 }, (_, i) => `type=CWD ${stamp(i % 150)} a=1\n`).join(''),
  ],
  ['open quotes', 2000, (n: number) => `type=CWD ${stamp(1)} ${'a=" b=\' '.repeat(n)}`],
  ['words', 2000, (n: number) => `type=CWD ${stamp(1)} ${'ab c'.repeat(n)}`],
  ['broken records', 500, (n: number) => `${CWD}\n${'type=X msg=audit(1\n'.repeat(n)}`],
])('takes linear time: %s', (_, size, make) => expectLinear(size, make, (text) => readEvents(text)));
