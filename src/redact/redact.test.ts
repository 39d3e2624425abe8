import { expect, it } from 'vitest';
import { readEvents } from '../event';
import { Evaluator } from '../match';
import { compile } from '../rule';
import { redact } from './redact';
import { MIRA, VALUES } from './redact.cases';

const rule = (detection: string, condition = 's') =>
  `title: x\nlogsource: {product: windows}\ndetection:\n  s: ${detection}\n  condition: ${condition}\n`;
/** A rule for which no name matters. */
const ANY = rule('{EventID: 1}');

/** The values of the events' fields after redaction, for a rule. */
function valuesOf(events: readonly Readonly<Record<string, unknown>>[], text = ANY) {
  const made = redact({ rule: text, events: events.map((event) => JSON.stringify(event)).join('\n') });
  return made.text.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
}

it.each(VALUES)('%s', (_, event, expected) => {
  expect(valuesOf([event])).toEqual([expected]);
});

const SYSMON = 'Microsoft-Windows-Sysmon/Operational';

/** The same event in formats with escapes of their own. */
it.each<[string, string, string]>([
  [
    'JSON with escapes',
    '{"User":"LAB\\\\mir\\u0061","a":"\\tmira"}',
    '{"User":"D01\\\\user1","a":"\\tuser1"}',
  ],
  [
    'JSON with a name that needs escapes',
    '{"User":"o\'neil & s\u00f6hne","a":"[o\'neil & s\u00f6hne]"}',
    '{"User":"user1","a":"[user1]"}',
  ],
  [
    'JSON with a name as a key',
    '{"User":"mira","mira":{"a":1},"b":{"x of mira":1}}',
    '{"User":"user1","user1":{"a":1},"b":{"x of user1":1}}',
  ],
  [
    'XML',
    `<Event xmlns="x"><System><Channel>${SYSMON}</Channel><Computer>ws-14</Computer></System><EventData><Data Name="User">m&#252;ller &amp; co</Data><Data Name="a">&lt;m&#xfc;ller &amp; co&gt;</Data></EventData></Event>`,
    `<Event xmlns="x"><System><Channel>${SYSMON}</Channel><Computer>h-001</Computer></System><EventData><Data Name="User">user1</Data><Data Name="a">&lt;user1&gt;</Data></EventData></Event>`,
  ],
  [
    'CSV',
    'User,a\n"LAB\\mira","say ""mira"" 10.1.2.3"\njo,x\n',
    'User,a\n"D01\\user1","say ""user1"" 10.0.0.1"\nuser2,x\n',
  ],
  [
    'logfmt',
    'time=2026-03-02T08:09:10Z level=info user=mira msg="by mira from 10.1.2.3"',
    'time=2026-03-02T08:09:10Z level=info user=user1 msg="by user1 from 10.0.0.1"',
  ],
  [
    'an audit log with digits for a text',
    'type=PROCTITLE msg=audit(1700000000.1:5): proctitle=636174002F686F6D652F6D6972612F78',
    'type=PROCTITLE msg=audit(1700000000.1:5): proctitle=636174002F686F6D652F75736572312F78',
  ],
  [
    'an access log',
    '10.1.2.3 - jana [02/Mar/2026:08:09:10 +0000] "GET /~jana HTTP/1.1" 200 12 "-" "Chrome/120.0.0.0"',
    '10.0.0.1 - user1 [02/Mar/2026:08:09:10 +0000] "GET /~user1 HTTP/1.1" 200 12 "-" "Chrome/120.0.0.0"',
  ],
  ['a line of no known format', 'hello 10.1.2.3 mira@vinter.de', 'hello 10.0.0.1 user1@corp01.example'],
])('in %s', (_, events, expected) => {
  expect(redact({ rule: ANY, events }).text).toBe(expected);
});

const off = (made: ReturnType<typeof redact>) =>
  made.replaced.flatMap(({ original, state }) => (state === 'replaced' ? [] : [[original, state]]));

it.each<[string, string, Record<string, unknown>, string[]]>([
  ['a user that it names', "{User|contains: 'mira'}", MIRA, ['mira']],
  ['only the half that it names', "{User|startswith: 'LAB'}", MIRA, ['LAB']],
  ['no name that it does not need', '{User|contains: 999}', MIRA, []],
  ['the length of a name', "{User|re: '^LAB.{5}$'}", MIRA, ['LAB', 'mira']],
  [
    'a GUID',
    "{a: '0c5a1f00-0001-0002-0000-000000000003'}",
    { a: '0c5a1f00-0001-0002-0000-000000000003' },
    ['0c5a1f00-0001-0002-0000-000000000003'],
  ],
  ['an address', "{a: '10.1.2.3'}", { a: '10.1.2.3', b: '10.1.2.4' }, ['10.1.2.3']],
  [
    'the only address of a network',
    "{a|cidr: '10.1.2.3/32'}",
    { a: '10.1.2.3', b: '10.1.2.4' },
    ['10.1.2.3'],
  ],
  ['no address of a network', "{a|cidr: '10.1.0.0/16'}", { a: '10.1.2.3', b: '10.9.9.9' }, []],
  ['no address outside of one', "{a|cidr: '10.0.0.0/30'}", { a: '10.1.2.3' }, []],
  ['no address of a public network', "{a|cidr: '85.214.0.0/16'}", { a: '85.214.1.1', b: '9.9.9.9' }, []],
  ['an ending', "{QueryName|endswith: '.de'}", { QueryName: 'www.vinter.de' }, ['vinter.de']],
  ['no two fields that have to be equal', '{a|fieldref: User}', { ...MIRA, a: 'lab\\MIRA' }, []],
])('a rule keeps %s', (_, detection, event, kept) => {
  const text = rule(detection);
  const made = redact({ rule: text, events: JSON.stringify(event) });
  expect(off(made)).toEqual(kept.map((original) => [original, 'decides']));
  const verdict = (events: string) =>
    new Evaluator(compile(text).plan!).verdict(readEvents(events).slices[0]!.event!);
  expect(verdict(made.text)).toBe(verdict(JSON.stringify(event)));
  for (const original of kept) expect(made.text).toContain(original);
});

it('keeps what the user keeps, and only that', () => {
  const events = JSON.stringify({ ...MIRA, a: '10.1.2.3 mira' });
  const made = redact({ rule: ANY, events, off: ['user mira'] });
  expect(JSON.parse(made.text)).toEqual({ User: 'D01\\mira', a: '10.0.0.1 mira' });
  expect(off(made)).toEqual([['mira', 'off']]);
});

it('lists each value with its places, and what was compared', () => {
  const events = [MIRA, { ...MIRA, a: 'mira MIRA' }].map((event) => JSON.stringify(event)).join('\n');
  const { replaced, checked } = redact({ rule: `${ANY}---\n${ANY}`, events });
  expect(replaced).toEqual([
    { key: 'domain lab', kind: 'domain', original: 'LAB', replacement: 'D01', places: 2, state: 'replaced' },
    { key: 'user mira', kind: 'user', original: 'mira', replacement: 'user1', places: 4, state: 'replaced' },
  ]);
  expect(checked).toEqual({ rules: 2, events: 2, verdicts: 4 });
});

const PARTS: [string, string][] = [
  ['kowalski', 'part'],
  ['mira', 'part'],
];

it.each<[string, Record<string, unknown>, [string, string][]]>([
  ['in a longer word', { ...MIRA, a: 'admmira' }, [['mira', 'inside']]],
  [
    'nowhere, where only a made-up name has it',
    { UserName: 'jana', TargetDomainName: 'corp.vinter.de', a: 'CORP' },
    [],
  ],
  ['in a value that is kept', { a: '10.1.2.3', FileVersion: '10.1.2.3' }, [['10.1.2.3', 'kept']]],
  ['as a word of commands', { User: 'test', a: 'test' }, [['test', 'word']]],
  [
    'in base64 that is no text',
    { User: 'mirabella', a: Buffer.from('\x00\x01\x02mirabella\x00').toString('base64') },
    [['mirabella', 'encoded']],
  ],
  ['in few digits', { User: 'mira', a: '6d697261' }, [['mira', 'encoded']]],
  ['of a user in part', { User: 'mira.kowalski', a: 'Kowalski and MIRA' }, PARTS],
  ['of a mail address in part', { Email: 'mira.kowalski@vinter.de', a: 'kowalski, mira' }, PARTS],
  ['nowhere, where a part is an ordinary word', { User: 'mira.process', a: 'process' }, []],
  ['nowhere, where it stands without accents', { User: 'José', a: 'jose' }, []],
  ['nowhere, where it stands in other letters', { User: 'straße', a: 'STRASSE' }, []],
  ['inside of a word without accents', { User: 'andré', a: '%61ndre' }, [['andré', 'spelled']]],
  ['of a host in part', { Computer: 'FS-ANNABERG', a: 'for annaberg' }, [['annaberg', 'part']]],
  ['nowhere, where a host is a desktop', { Computer: 'DESKTOP-54JCEU5', a: 'a desktop' }, []],
  ...[
    '20010db8000000000000000000050007',
    '7.0.0.0.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa',
    '2001-db8--5-7.ipv6-literal.net',
  ].map((a): [string, Record<string, unknown>, [string, string][]] => [
    `of an address as ${a}`,
    { SourceIp: '2001:db8::5:7', a },
    [['2001:db8::5:7', 'spelled']],
  ]),
  ...['S_1_5_21_11_12_13_1104', '0105000000000005150000000B0000000C0000000D00000050040000'].map(
    (a): [string, Record<string, unknown>, [string, string][]] => [
      `of a SID as ${a}`,
      { Sid: 'S-1-5-21-11-12-13-1104', a },
      [['S-1-5-21-11-12-13-1104', 'spelled']],
    ],
  ),
  ['behind escapes of URLs', { User: 'mira', a: '%6Dira %256dira' }, [['mira', 'spelled']]],
  ['behind escapes of JSON', { User: 'mira', a: '\\u006dira' }, [['mira', 'spelled']]],
  ['behind escapes of XML', { User: 'mira', a: '&#x6d;ira &#109;ira' }, [['mira', 'spelled']]],
  ...['203-0-113-77', 'cb00714d', '0xCB00714D', '3405803853'].map(
    (a): [string, Record<string, unknown>, [string, string][]] => [
      `of an address as ${a}`,
      { SourceIp: '203.0.113.77', a },
      [['203.0.113.77', 'spelled']],
    ],
  ),
  [
    'of a GUID without dashes',
    { a: '0c5a1f00-0001-0002-0000-0000000000a3', b: '0C5A1F000001000200000000000000A3' },
    [['0c5a1f00-0001-0002-0000-0000000000a3', 'spelled']],
  ],
  [
    'in digits',
    { User: 'mirabella', a: Buffer.from('mirabella').toString('hex') },
    [['mirabella', 'encoded']],
  ],
])('says what is left %s', (_, event, expected) => {
  const { left } = redact({ rule: ANY, events: JSON.stringify(event) });
  expect(left.map(({ original, why }) => [original, why])).toEqual(expected);
});

it('lists replaced values in the rule and in the settings, in any form, with their places', () => {
  const tests = ['lab\\MIRA', 'admmira', '{"User":"mira"}'].map((text) => `# ${text}\n`).join('');
  const { left, text } = redact({
    rule: ANY + tests,
    events: JSON.stringify(MIRA),
    settings: ['people', 'mira', 'LAB'],
  });
  expect(text).not.toMatch(/mira/i);
  expect(left).toEqual([
    { kind: 'domain', original: 'LAB', why: 'rule', places: 1 },
    { kind: 'user', original: 'mira', why: 'rule', places: 3 },
    { kind: 'domain', original: 'LAB', why: 'settings', places: 1 },
    { kind: 'user', original: 'mira', why: 'settings', places: 1 },
  ]);
});

it('says where each event stands before and after', () => {
  const events = [MIRA, { a: 1 }, MIRA].map((event) => JSON.stringify(event)).join('\n\n');
  const { text, moved } = redact({ rule: ANY, events });
  expect(
    moved.map(([before, after]) => [
      events.slice(before.start, before.end),
      text.slice(after.start, after.end),
    ]),
  ).toEqual(
    [MIRA, { a: 1 }, MIRA].map((event) => [
      JSON.stringify(event),
      JSON.stringify(event).replace('LAB', 'D01').replace('mira', 'user1'),
    ]),
  );
});

it('gives no made-up name that occurs already', () => {
  expect(valuesOf([{ User: 'mira', a: 'user1 USER2', b: '10.0.0.1 10.9.9.9' }])).toEqual([
    { User: 'user3', a: 'user1 USER2', b: '10.0.0.2 10.0.0.3' },
  ]);
});

it('keeps what correlations find', () => {
  const text = `${rule('{User|contains: a}').replace('title: x', 'title: x\nname: x')}---
title: many
correlation:
  type: value_count
  rules: [x]
  group-by: [Computer]
  timespan: 1h
  condition: {field: User, gte: 2}
`;
  const events = ['mira', 'jana', 'mira'].map((User, i) => ({
    User,
    Computer: 'WS-14',
    '@timestamp': `2026-03-02T08:0${i}:00Z`,
  }));
  const made = redact({ rule: text, events: events.map((event) => JSON.stringify(event)).join('\n') });
  expect(off(made)).toEqual([
    ['mira', 'decides'],
    ['jana', 'decides'],
  ]);
  expect(made.text).not.toContain('WS-14');
});

it('replaces without a check where no rule compiles, and says so', () => {
  const made = redact({ rule: 'title: [', events: JSON.stringify(MIRA) });
  expect([JSON.parse(made.text), made.checked.rules]).toEqual([{ User: 'D01\\user1' }, 0]);
});
