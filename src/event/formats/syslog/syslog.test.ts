import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, marksOf } from '../../../match';
import { compile } from '../../../rule';
import { expectLinear } from '../../../testing/growth';
import { EventReader, readEvents } from '../../read';
import { coverage } from '../../source/coverage';
import { recognise } from '../../source/recognise';
import { expectSlices, expectWritten } from '../testing';

const eventsOf = (text: string) => readEvents(text).slices.flatMap((slice) => slice.event ?? []);
const one = (text: string) => eventsOf(text)[0]!;
const found = (text: string) => {
  const reader = new EventReader(text);
  while (reader.next());
  return reader.recognised[0]!;
};

const OLD = '<38>Nov  4 06:07:08 gate sshd[4242]: Accepted publickey for ada from 192.0.2.4';
const FILE = 'Nov 14 06:07:08 gate cron[9]: (ada) CMD (/opt/run)';
const ISO = '2026-11-04T06:07:08.123456+01:00 gate kernel: device eth0 entered promiscuous mode';
const NEW =
  '<165>1 2026-11-04T06:07:08.5Z shop web 77 ORDER [meta@1 who="A \\"b\\" \\\\ [c\\]" n="2"][empty] paid';
const SYSMON =
  'Nov  4 06:07:08 gate sysmon: <Event><System><Provider Name="Linux-Sysmon"/><EventID>1</EventID><Computer>gate</Computer></System><EventData><Data Name="Image">/usr/bin/tail</Data><Data Name="CommandLine">tail -n &quot;5&quot; &amp; true</Data></EventData></Event>';
const JSON_LINE = `<14>1 2026-11-04T06:07:08Z shop web - - - {"user":{"name":"ad\\u0061"},"pid":5,"note":"say \\"hi\\""}`;
const CEE = 'Nov  4 06:07:08 gate app: @cee: {"level":"warn"}';
const PAIRS = 'Nov  4 06:07:08 gate app[3]: level=warn user="ada b" took=5';
const DENIED =
  'Nov  4 06:07:08 gate kernel: [   12.345678] audit: type=1400 audit(1783000000.5:77): apparmor="DENIED" operation="open" name="/etc/shadow" comm="cat"';
const WEB =
  'Nov  4 06:07:08 gate nginx: 192.0.2.7 - - [04/Nov/2026:06:07:08 +0000] "GET /shell.php?x=1 HTTP/1.1" 200 12 "-" "curl/8"';
const AUDIT = [
  'Nov  4 06:07:08 gate audispd: type=SYSCALL msg=audit(1783000000.5:1): a0=5 comm="cat"',
  'Nov  4 06:07:08 mill audispd: type=CWD msg=audit(1783000000.5:1): cwd="/mill"',
  OLD,
  'Nov  4 06:07:08 gate audispd: type=EXECVE msg=audit(1783000000.5:1): argc=1 a0=6361742062',
].join('\n');

describe('the header', () => {
  it.each<[string, string, unknown]>([
    [OLD, 'timestamp', 'Nov  4 06:07:08'],
    [OLD, 'hostname', 'gate'],
    [OLD, 'program', 'sshd'],
    [OLD, 'pid', '4242'],
    [OLD, 'facility', 'auth'],
    [OLD, 'severity', 'info'],
    [OLD, 'message', 'Accepted publickey for ada from 192.0.2.4'],
    [FILE, 'program', 'cron'],
    [FILE, 'facility', undefined],
    [FILE, 'message', '(ada) CMD (/opt/run)'],
    [ISO, 'timestamp', '2026-11-04T06:07:08.123456+01:00'],
    [ISO, 'program', 'kernel'],
    [NEW, 'timestamp', '2026-11-04T06:07:08.5Z'],
    [NEW, 'hostname', 'shop'],
    [NEW, 'program', 'web'],
    [NEW, 'pid', '77'],
    [NEW, 'msgid', 'ORDER'],
    [NEW, 'facility', 'local4'],
    [NEW, 'meta@1.who', 'A "b" \\ [c]'],
    [NEW, 'meta@1.n', '2'],
    [NEW, 'message', 'paid'],
    ['<13>1 - - - - - - \ufeffhello', 'message', 'hello'],
    ['<13>1 - - - - - - hello', 'hostname', undefined],
    ['<13>Nov  4 06:07:08 gate without a program', 'message', 'without a program'],
    ['<13>Nov  4 06:07:08 app[1]: without a host', 'program', 'app'],
    ['Nov  4 2026 06:07:08 gate app: x', 'timestamp', 'Nov  4 2026 06:07:08'],
    ['Nov  4 06:07:08 fe80::1 app: x', 'hostname', 'fe80::1'],
  ])('%s: %s is %j', (text, field, value) => expect(one(text).get(field)).toEqual(value));

  it.each([
    ['2026-11-04T06:07:08Z INFO main: started', 'plain lines'],
    ['2026-11-04T06:07:08 gate main: started', 'plain lines'],
    ['Nov 14 06:07:08 service started', 'plain lines'],
    ['<200>Nov 14 06:07:08 gate app: x', 'plain lines'],
    ['<13>hello', 'plain lines'],
    ['<13>1 2026', 'plain lines'],
  ])('%s is none: %s', (text, format) => expect(found(text).format).toBe(format));
});

describe('the message', () => {
  it.each<[string, string, unknown]>([
    [SYSMON, 'CommandLine', 'tail -n "5" & true'],
    [SYSMON, 'Provider_Name', 'Linux-Sysmon'],
    [SYSMON, 'hostname', 'gate'],
    [JSON_LINE, 'user.name', 'ada'],
    [JSON_LINE, 'pid', 5],
    [JSON_LINE, 'program', 'web'],
    [CEE, 'level', 'warn'],
    [PAIRS, 'user', 'ada b'],
    [PAIRS, 'message', 'level=warn user="ada b" took=5'],
    [DENIED, 'type', 'AVC'],
    [DENIED, 'msg', 'audit(1783000000.5:77)'],
    [DENIED, 'apparmor', 'DENIED'],
    [DENIED, 'name', '/etc/shadow'],
    [DENIED, 'program', 'kernel'],
    [WEB, 'cs-method', 'GET'],
    [WEB, 'c-useragent', 'curl/8'],
    [WEB, 'hostname', 'gate'],
    [AUDIT, 'type', ['SYSCALL', 'EXECVE']],
    [AUDIT, 'a0', 'cat b'],
    [AUDIT, 'SYSCALL.a0', '5'],
    [AUDIT, 'cwd', undefined],
    [AUDIT, 'hostname', 'gate'],
  ])('%s: %s is %j', (text, field, value) => expect(one(text).get(field)).toEqual(value));

  it.each([
    [
      OLD,
      'syslog with plain text',
      'the line begins with a priority, a time, a host and a program, as syslog does',
    ],
    [
      FILE,
      'syslog with plain text',
      'the line begins with a time, a host and a program, as syslog writes them to files',
    ],
    [
      JSON_LINE,
      'syslog with JSON',
      'the line begins with a priority, a version and a time, as syslog of RFC 5424 does, and the message after it is JSON',
    ],
    [
      SYSMON,
      'syslog with XML',
      'the line begins with a time, a host and a program, as syslog writes them to files, and the message after it is XML',
    ],
    [
      `${PAIRS}\n${CEE}\n${PAIRS}`,
      'syslog with key=value, JSON',
      'the line begins with a time, a host and a program, as syslog writes them to files, and the message after it is key=value',
    ],
  ])('%s is read as %s, because %s', (text, written, evidence) =>
    expect(found(text)).toMatchObject({ format: 'syslog', written, evidence: [evidence] }),
  );

  it('of Sysmon for Linux is recognised as its source, with its category', () => {
    const source = recognise(one(SYSMON));
    expect(source.label).toBe('Sysmon for Linux 1');
    expect(coverage({ product: 'linux', category: 'process_creation' }, source).applicable).toBe(true);
    expect(coverage({ product: 'windows', category: 'process_creation' }, source).applicable).toBe(false);
    expect(coverage({ product: 'linux', category: 'file_event' }, source).applicable).toBe(false);
  });

  it('gives the names of the header for lists, whatever it is', () => {
    for (const text of [SYSMON, JSON_LINE, PAIRS, AUDIT]) expect(one(text).fields()).toContain('hostname');
  });

  it.each([
    [JSON_LINE, "{note|contains: '\"hi'}", ['\\"hi']],
    [SYSMON, '{CommandLine|contains: \'"5" &\'}', ['&quot;5&quot; &amp;']],
    [SYSMON, '{hostname: gate}', ['gate']],
    [PAIRS, '{user|endswith: b}', ['b']],
    [AUDIT, '{a0|endswith: b}', ['62']],
    [NEW, "{meta@1.who|contains: '[c]'}", ['[c\\]']],
    [DENIED, '{type: AVC, name: /etc/shadow}', ['1400', '/etc/shadow']],
    [WEB, '{cs-uri-query|contains: shell.php}', ['shell.php']],
    [OLD, "['publickey for']", ['publickey for']],
    [OLD, '{severity: info}', ['38']],
  ])('%s: %s marks %j', (text, detection, marked) => {
    const { plan } = compile(`title: T\ndetection:\n    s: ${detection}\n    condition: s\n`);
    const trace = explain(plan!, one(text));
    expect(trace.verdict).toBe('match');
    expect(marksOf(trace).map(({ text: at }) => text.slice(at.start, at.end))).toEqual(marked);
  });

  it.each([OLD, FILE, ISO, `\n${PAIRS}`, `${OLD}\n${FILE}`])(
    '%j: each value stands at its characters',
    (text) => {
      for (const event of eventsOf(text)) expectWritten(text, event);
    },
  );

  it('is read again from its stretch', () => {
    for (const event of eventsOf([NEW, SYSMON, JSON_LINE, PAIRS, AUDIT].join('\n'))) {
      const before = event.leaves();
      event.release!();
      expect(event.leaves()).toEqual(before);
    }
  });

  it.each([
    ['{"a": tru}', 'json-quotes', 'tru'],
    ['{"a":1', 'json-not-closed', '1'],
    ['<Event><A></B></Event>', 'xml-tag', '</B'],
  ])('that is malformed is told at its characters: %s', (message, code, at) => {
    const text = `${OLD}\nNov  4 06:07:08 gate app: ${message}\n${FILE}`;
    const { slices } = readEvents(text);
    expect(slices.map((slice) => slice.event?.get('program'))).toEqual(['sshd', undefined, 'cron']);
    const fault = slices[1]!;
    if (fault.event) throw new Error('read');
    expect(fault.line).toBe(2);
    expect(text.slice(fault.at.start, fault.at.end)).toContain(at);
    expect(fault.code).toBe(code);
  });

  it.each([
    ['[id a="1"', '['],
    ['[id a=1] x', 'a'],
    ['[id a="1] x', '"'],
    ['[] x', '['],
  ])('behind broken structured data is told: %s', (data, at) => {
    const text = `<13>1 2026-11-04T06:07:08Z h p - - ${data}\n${OLD}`;
    const { slices } = readEvents(text);
    const [fault, good] = slices;
    expect(good!.event?.get('program')).toBe('sshd');
    if (fault!.event) throw new Error('read');
    expect([fault!.code, text.slice(fault!.at.start, fault!.at.end)]).toEqual(['syslog-structured-data', at]);
  });

  it('goes on in a line of its own as an event of its own', () => {
    const events = eventsOf(`${OLD}\n    at frame 1\n${FILE}`);
    expect(events.map((event) => event.get('message'))).toEqual([
      'Accepted publickey for ada from 192.0.2.4',
      'at frame 1',
      '(ada) CMD (/opt/run)',
    ]);
  });
});

it('any text is read in order, and good events around it survive', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<13>',
      '1 ',
      '[a b="',
      '"]',
      '\n',
      ' ',
      'Nov  4 06:07:08 ',
      'app[1]: ',
      '{"a":',
      '<Event>',
      SYSMON,
      AUDIT,
      NEW,
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      expectSlices(`${OLD}\n${pieces.join('')}\n${FILE}`);
      // No line that another format may claim and continue beyond its end.
      const lines = pieces
        .join('')
        .split('\n')
        .map((line) => `Nov  4 06:07:08 ${line}`);
      const text = [OLD, ...lines, FILE].join('\n');
      expectSlices(text);
      const programs = eventsOf(text).map((event) => event.get('program'));
      expect(programs[0]).toBe('sshd');
      expect(programs).toContain('cron');
    }),
  );
});

it('any line that is cut off is read', () => {
  for (const text of [OLD, NEW, SYSMON, JSON_LINE, PAIRS, DENIED, WEB, AUDIT])
    for (let length = 1; length < text.length; length++) expectSlices(`${text.slice(0, length)}\n${FILE}`);
});

it.each([
  ['lines', 500, (n: number) => [NEW, SYSMON, JSON_LINE, PAIRS, AUDIT, ''].join('\n').repeat(n)],
  ['open data', 2000, (n: number) => `<13>1 - - - - - ${'[a b="c" '.repeat(n)}`],
  ['blanks', 2000, (n: number) => `${OLD}\nNov  4 06:07:08 ${'  '.repeat(n)}x\n`],
  ['messages without an end', 500, (n: number) => `${OLD}\n${'Nov  4 06:07:08 h a: {"a":\n'.repeat(n)}`],
  ['other lines', 2000, (n: number) => `${OLD}\n${'at\n'.repeat(n)}`],
])('takes linear time: %s', (_, size, make) => expectLinear(size, make, (text) => readEvents(text)));
