import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { readEvents, readEvtx } from '../event';
import { explain } from '../match';
import { compileCollection } from '../rule';
import { EXPORTS } from '../testing/exports/all';
import { rule as anyRule, pair } from '../testing/generate';
import '../testing/seed';
import { describeWithShared } from '../testing/shared';
import { type RedactAsk, type Redaction, redact } from './redact';
import { plainSpellings } from './spelling';

/*
 * The law: the same verdicts, the same selections and values that match, the same reasons; the same events in the same
 * formats; the same output for the same input; and no value left that is not told.
 */

/** What the rules say of a text, in words of this test. */
function findings(rule: string, events: string, placeholders = {}) {
  const { plans } = compileCollection(rule, { placeholders });
  const { slices, format } = readEvents(events);
  return [
    format,
    ...slices.map((slice) => {
      if (!slice.event) return slice.code;
      const { event } = slice;
      return plans.map(({ plan }) => {
        const { verdict, selections, causes } = explain(plan, event);
        const parts = JSON.stringify(selections, (key, value) =>
          ['name', 'matched', 'body', 'children', 'values', 'id', 'kind'].includes(key) ||
          key === '' ||
          /^\d+$/.test(key)
            ? value
            : undefined,
        );
        return [verdict, parts, causes.map(({ selection, miss }) => [selection, miss.reason])];
      });
    }),
  ];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Values that still stand in the text although they were replaced, and are not told. */
function untold({ text, replaced, left }: Redaction): string[] {
  const madeUp = new Set(
    replaced.flatMap(({ replacement }) => replacement.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  );
  // A made-up name may have a name as its part: `corp1` for `vinter` beside `corp`.
  const lower = text.toLowerCase().replace(/[\p{L}\p{N}]+/gu, (word) => (madeUp.has(word) ? '~' : word));
  const inEvents = left.filter(({ why }) => why !== 'rule' && why !== 'settings');
  const told = new Set(inEvents.map(({ original }) => original.toLowerCase()));
  return replaced.flatMap(({ original, kind, state }) => {
    const name = original.toLowerCase();
    if (state !== 'replaced' || told.has(name) || !lower.includes(name)) return [];
    const isWhole = kind === 'address' || name.length < 4;
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'u');
    return !isWhole || whole.test(lower) ? [original] : [];
  });
}

function expectLaw(ask: RedactAsk): Redaction {
  const made = redact(ask);
  const { placeholders } = ask.compile ?? {};
  expect(findings(ask.rule, made.text, placeholders)).toEqual(findings(ask.rule, ask.events, placeholders));
  expect(untold(made)).toEqual([]);
  expect(redact(ask)).toEqual(made);
  return made;
}

const NAMES = [
  'mira',
  'Jo.Vinter',
  'svc_backup',
  'LAB',
  'ws-14',
  'WS-14.lab.vinter.de',
  'test',
  'müller',
  'Image',
  'user1',
];
const ADDRESSES = ['10.1.2.3', '192.168.1.9', '85.214.9.9', 'fe80::a:b', '2a00:1450::7', '127.0.0.1'];
const OTHERS = [
  'S-1-5-21-11-12-13-1104',
  'S-1-5-18',
  '0c5a1f00-0001-0002-0000-000000000003',
  'mira@vinter.de',
];

const name = fc.constantFrom(...NAMES);
const part = fc.oneof(
  { weight: 4, arbitrary: name },
  { weight: 1, arbitrary: name.map((text) => text.toUpperCase()) },
  { weight: 2, arbitrary: fc.constantFrom(...ADDRESSES, ...OTHERS) },
  {
    weight: 1,
    arbitrary: name.map((text) => Buffer.from(`cd /home/${text}/x`, 'utf16le').toString('base64')),
  },
  { weight: 1, arbitrary: name.map((text) => `C:\\Users\\${text}\\x`) },
  { weight: 1, arbitrary: fc.constantFrom('cmd', '"', '&', "'", '<a>', 'x=1', 'né', '%5C', '\\n') },
);
const command = fc
  .array(part, { minLength: 1, maxLength: 5 })
  .chain((parts) => fc.constantFrom(' ', '/', '\\', '.', '_', '').map((between) => parts.join(between)));
const FIELDS = ['User', 'Computer', 'TargetDomainName', 'CommandLine', 'SourceIp', 'a'];
const fields = fc.record(
  {
    User: fc.oneof(
      name,
      name.map((text) => `LAB\\${text}`),
    ),
    Computer: name,
    TargetDomainName: name,
    CommandLine: command,
    SourceIp: fc.constantFrom(...ADDRESSES),
    a: command,
  },
  { requiredKeys: [] },
);
type Event = Partial<Record<string, string>>;

const xml = (text: string) => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The same events in texts with escapes of their own. */
const WRITERS: Record<string, (events: readonly Event[]) => string> = {
  'JSON lines': (events) => events.map((event) => JSON.stringify(event)).join('\n'),
  'a JSON list': (events) => JSON.stringify(events, null, 2),
  'JSON in JSON': (events) =>
    events.map((event) => JSON.stringify({ message: JSON.stringify(event) })).join('\n'),
  XML: (events) =>
    events
      .map((event) => {
        const data = Object.entries(event).map(([key, value]) => `<Data Name="${key}">${xml(value!)}</Data>`);
        return `<Event><System><EventID>1</EventID></System><EventData>${data.join('')}</EventData></Event>`;
      })
      .join('\n'),
  CSV: (events) =>
    [FIELDS, ...events.map((event) => FIELDS.map((field) => event[field] ?? ''))]
      .map((row) => row.map(quoted).join(','))
      .join('\n'),
  'pairs of a line': (events) =>
    events
      .map((event) => Object.entries(event).map(([key, value]) => `${key}=${JSON.stringify(value)}`))
      .map((pairs) => `time=2026-03-02T08:09:10Z level=info ${pairs.join(' ')}`)
      .join('\n'),
  YAML: (events) => dump(events),
  'plain lines': (events) => events.map((event) => Object.values(event).join(' ')).join('\n'),
};

/** Rules that ask for names, for parts of them, and for networks. */
const asking = fc
  .array(
    fc.oneof(
      fc
        .tuple(
          fc.constantFrom(...FIELDS),
          fc.constantFrom('', '|contains', '|startswith', '|endswith', '|re', '|cased'),
          fc.oneof(
            part,
            name.map((text) => text.slice(0, 3)),
          ),
        )
        .map(([field, modifier, value]) => [
          `${field}${modifier}`,
          modifier === '|re' ? escaped(value) : value,
        ]),
      fc
        .constantFrom('10.0.0.0/8', '10.1.2.0/30', '85.0.0.0/8', 'fe80::/10')
        .map((network) => ['SourceIp|cidr', network]),
      fc
        .tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...FIELDS))
        .map(([one, other]) => [`${one}|fieldref`, other]),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((items) =>
    dump({
      title: 'x',
      logsource: { product: 'test' },
      detection: {
        ...Object.fromEntries(items.map(([key, value], i) => [`s${i}`, { [key!]: value }])),
        condition: '1 of s*',
      },
    }),
  );

describe.each(Object.entries(WRITERS))('as %s', (_, write) => {
  it('rules that ask for names keep what they find', () => {
    fc.assert(
      fc.property(asking, fc.array(fields, { minLength: 1, maxLength: 3 }), (rule, events) => {
        expectLaw({ rule, events: write(events as Event[]) });
      }),
      { numRuns: 40 },
    );
  });
});

it('rules of all kinds keep what they find', () => {
  fc.assert(
    fc.property(pair, fields, ({ rule, event, placeholders }, more) => {
      expectLaw({ rule, events: JSON.stringify({ ...event, ...more }), compile: { placeholders } });
    }),
    { numRuns: 150 },
  );
});

/** Names of persons that are no words, some with letters that a keyboard lacks. */
const person = fc
  .array(fc.constantFrom(...'abeilnorstäöüéñßø'), { minLength: 4, maxLength: 9 })
  .map((letters) => `zq${letters.join('')}`);

it('a name that only a message or a script says is the same everywhere, however it is spelled', () => {
  fc.assert(
    fc.property(person, asking, (name, rule) => {
      const spelled = [name, ...plainSpellings(name)];
      const event = {
        Message: `An account was logged on.\n\tAccount Name:\t\t${name}\n\tLogon ID:\t\t0x3E7\n`,
        ScriptBlockText: `Get-Thing -UserName ${name}; net user ${name} x`,
        a: spelled.join(' '),
      };
      const { text, replaced, left } = expectLaw({ rule, events: JSON.stringify(event) });
      const user = replaced.find(({ kind }) => kind === 'user');
      expect(user?.original).toBe(name);
      if (user?.state !== 'replaced') return;
      expect((JSON.parse(text) as typeof event).a).toBe(spelled.map(() => user.replacement).join(' '));
      expect(left).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe.each(Object.entries(EXPORTS))('what tools write, %s', (_, exports) => {
  it.each(exports.map(({ tool, form, text }) => [`${tool}: ${form}`, text]))('%s', (_, events) => {
    for (const rule of fc.sample(anyRule, 2)) expectLaw({ rule, events });
  });
});

it('events of all tools together lose no name', () => {
  const events = Object.values(EXPORTS)
    .flat()
    .map(({ text }) => text)
    .join('\n\n');
  const made = expectLaw({ rule: fc.sample(anyRule, 1)[0]!, events });
  expect(made.replaced.filter(({ original }) => original === 'marta').map(({ state }) => state)).toEqual([
    'replaced',
  ]);
});

describeWithShared('recordings of SigmaHQ keep what their rules find', (shared) => {
  const folder = join(shared, 'corpus', 'regression');
  const recorded = readdirSync(folder).filter((id) =>
    ['events.json', 'events.evtx'].some((file) => existsSync(join(folder, id, file))),
  );

  it.each(recorded)('%s', (id) => {
    const rule = readFileSync(join(folder, id, 'rule.yml'), 'utf8');
    const [json, evtx] = ['events.json', 'events.evtx'].map((file) => join(folder, id, file));
    const texts = [
      ...(existsSync(json!) ? [readFileSync(json!, 'utf8')] : []),
      ...(existsSync(evtx!)
        ? [
            readEvtx(readFileSync(evtx!))
              .records.map(({ xml }) => xml)
              .join('\n'),
          ]
        : []),
    ];
    for (const events of texts) {
      const { replaced } = expectLaw({ rule, events });
      // The recorder's host stands in each.
      expect(replaced.filter(({ kind, state }) => kind === 'host' && state === 'replaced')).not.toEqual([]);
    }
  });
});
