import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { Evaluator, explain } from '../../match';
import { compile } from '../../rule';
import { event, pair } from '../../testing/generate';
import { applyEdits, plain } from '../../text';
import { KINDS } from './kinds.cases';
import { repairs } from './repair';

const rule = (selection: string) => `title: T # kept
logsource:
    product: test
detection:
    selection:
${selection
  .split('\n')
  .map((line) => `        ${line}`)
  .join('\n')}
    condition: selection # kept too
`;

function repairsFor(selection: string, ...events: object[]) {
  const text = rule(selection);
  const { plan, diagnostics } = compile(text);
  if (!plan) throw new Error(diagnostics.map((d) => d.code).join());
  const { slices } = readEvents(events.map((e) => JSON.stringify(e)).join('\n'));
  const found = repairs(plan, explain(plan, slices[0]!.event!), slices);
  return found.map((r) => ({
    item: compileText(applyEdits(text, r.edits)),
    gained: r.gained,
    lost: r.lost,
    tried: r.tried,
  }));
}

/** The selection's lines after a repair; the rest must be unchanged. */
function compileText(text: string): string {
  expect(text).toContain('title: T # kept');
  expect(text).toContain('condition: selection # kept too');
  return /selection:\n([\s\S]*) {4}condition/.exec(text)![1]!.replace(/^ {8}/gm, '').trimEnd();
}

describe('repairs are tested on all events and keep comments and layout', () => {
  test.each([
    ["F|cased: 'a'", [{ F: 'A' }, { F: 'A' }], ["F: 'a'"], [0, 1]],
    ["F|re: '^ab'", [{ F: 'AB' }, { F: 'x' }], ["F|re|i: '^ab'"], [0]],
    ["f: 'a'", [{ F: 'a' }, { F: 'b' }], ["F: 'a'"], [0]],
    ["F: 'bcd'", [{ F: 'abcde' }, { F: 'b' }], ["F: ['bcd', 'abcde']", "F|contains: 'bcd'"], [0]],
    ["F|startswith: 'bcd'", [{ F: 'abcde' }], ["F|startswith: ['bcd', 'abcde']", "F|contains: 'bcd'"], [0]],
    [
      "F|endswith:\n    - '\\x.exe' # one\n    - '\\y.exe'",
      [{ F: 'C:\\z.exe' }, { F: 'D:\\z.exe' }],
      ["F|endswith:\n    - '\\x.exe' # one\n    - '\\y.exe'\n    - '\\z.exe'"],
      [0, 1],
    ],
    ["F: ['a', 'b']", [{ F: "it's" }], ["F: ['a', 'b', 'it''s']"], [0]],
    ["F: 'a'", [{ F: 'x*y\\*' }], ["F: ['a', 'x\\*y\\\\\\*']"], [0]],
  ])('%s', (selection, events, expected, gained) => {
    const found = repairsFor(selection, ...events);
    expect(found.map((f) => f.item)).toEqual(expected);
    for (const f of found) expect(f).toMatchObject({ gained, lost: [], tried: events.length });
  });

  test.each([
    ["F|contains|all: ['a', 'b']", { F: 'x' }],
    ["F: ''", { F: undefined }],
    ["F|windash|contains: '-a'", { F: 'x' }],
  ])('%s on %j: nothing simple helps, so nothing is offered', (selection, event) => {
    expect(repairsFor(selection, event)).toEqual([]);
  });
});

/** A rule of several lines with comments; `logsource` and `detection` are given by their lines. */
function whole(detection: string, logsource = 'product: test'): string {
  const lines = (text: string) => text.replace(/^/gm, '    ');
  return `# first\ntitle: T # kept\nlogsource:\n${lines(logsource)}\ndetection: # d\n${lines(detection)}\nlevel: low # last\n`;
}

/** The titles of the repairs for the first event, and the lines that each changes. */
function offered(text: string, ...events: object[]) {
  const { plan, diagnostics } = compile(text);
  if (!plan) throw new Error(diagnostics.map((d) => `${d.code} ${plain(d.message)}`).join());
  const { slices } = readEvents(events.map((e) => JSON.stringify(e)).join('\n'));
  const found = repairs(plan, explain(plan, slices[0]!.event!), slices);
  return found.map(({ title, edits, gained, lost, counts }) => {
    const changed = applyEdits(text, edits);
    const again = compile(changed).plan;
    expect(again && new Evaluator(again).verdict(slices[0]!.event!), changed).toBe('match');
    const comments = (t: string) => t.match(/#.*/g);
    expect(comments(changed)).toEqual(comments(text));
    const old = new Set(text.split('\n'));
    return {
      title: plain(title),
      lines: changed.split('\n').filter((line) => !old.has(line)),
      gained,
      lost,
      counts,
    };
  });
}

const SYSMON = { Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 1, Image: 'C:\\a.exe' };

describe('each kind of repair is offered where it is right', () => {
  test.each(KINDS)('%s', (_, detection, event, expected) => {
    const found = offered(whole(detection), event, { F: 'none' });
    expect(found.map(({ title, lines }) => [title, ...lines])).toEqual(expected);
    for (const { gained, lost } of found) expect([gained, lost]).toEqual([[0], []]);
  });

  const IMAGE = "s:\n    Image|endswith: '\\a.exe' # c\ncondition: s";
  test.each([
    [
      'category: image_load # x\nproduct: windows # y',
      IMAGE,
      [
        ['Change the log source to `windows / process_creation`', '    category: process_creation # x'],
        ['Change the log source to `windows / sysmon`', '    service: sysmon # x'],
        ['Change the log source to `windows`', '    # x'],
      ],
    ],
    [
      'product: linux # x',
      IMAGE,
      [
        [
          'Change the log source to `windows / process_creation`',
          '    product: windows # x',
          '    category: process_creation',
        ],
        ['Change the log source to `windows / sysmon`', '    product: windows # x', '    service: sysmon'],
        ['Change the log source to `windows`', '    product: windows # x'],
      ],
    ],
  ])('the log source: %s', (logsource, detection, expected) => {
    const found = offered(whole(detection, logsource), SYSMON);
    expect(found.map(({ title, lines }) => [title, ...lines])).toEqual(expected);
  });

  test("the name in rules for the event's own field", () => {
    const text = whole(
      "s:\n    Process|endswith: '\\a.exe' # c\ncondition: s",
      'category: process_creation\nproduct: windows',
    );
    const found = offered(text, { Channel: 'Security', EventID: 4688, NewProcessName: 'C:\\a.exe' });
    expect(found.map(({ title }) => title)).toEqual(['Look in the field `Image`']);
  });

  test('the log source, and then the other causes', () => {
    const text = whole(
      "s:\n    Image|endswith: 'a.ex' # c\ncondition: s",
      'category: image_load\nproduct: windows',
    );
    expect(offered(text, SYSMON).map(({ title }) => title)).toContain(
      'Change the log source to `windows / process_creation`; then look for the value anywhere (`contains`)',
    );
  });

  test('the other events that a repair lets in, and those that it loses, are told', () => {
    const text = whole("s:\n    F: 'bcd' # c\ncondition: s");
    const [added, contains] = offered(text, { F: 'abcd' }, { F: 'bcd' }, { F: 'xbcd' }, { F: 'c' });
    expect(added).toMatchObject({ gained: [0], lost: [], counts: { gained: 1, lost: 0 } });
    expect(contains).toMatchObject({ gained: [0, 2], lost: [], counts: { gained: 2, lost: 0 } });
    const [named] = offered(whole("s:\n    f: 'a' # c\ncondition: s"), { F: 'a' }, { f: 'a' }, { F: 'A' });
    expect(named).toMatchObject({ gained: [0, 2], lost: [1] });
  });
});

describe('nothing that helps by chance', () => {
  const image = 'C:\\Windows\\System32\\cmd.exe';
  test.each<[string, string, object, string[]]>([
    [
      'a field that is compared with itself',
      's:\n    Imag|fieldref: Image\ncondition: s',
      { Image: image },
      [],
    ],
    [
      'a field of the same value, for one that is compared',
      's:\n    A|fieldref: B\ncondition: s',
      { B: image, C: image },
      [],
    ],
    [
      'a number in another field',
      's:\n    EventID: 4\ncondition: s',
      { EventID: 1, Version: 4 },
      ['Add `1` as another value'],
    ],
    [
      'a number in a text',
      's:\n    EventID: 1\ncondition: s',
      { EventID: 4104 },
      ['Add `4104` as another value'],
    ],
    [
      'a short text in another field',
      "s:\n    User|contains: 'adm'\ncondition: s",
      { Image: 'C:\\adm.exe' },
      [],
    ],
    ['a border in another field', 's:\n    Length|gt: 5\ncondition: s', { ProcessId: 700 }, []],
    ['any value of another field', "s:\n    Owner: '*'\ncondition: s", { Image: image }, []],
    ['any expression in another field', "s:\n    Owner|re: '.'\ncondition: s", { Image: image }, []],
    ['a network in another field', "s:\n    Peer|cidr: '10.0.0.0/8'\ncondition: s", { Own: '10.1.1.1' }, []],
    ['a letter anywhere', "s:\n    F: 'b'\ncondition: s", { F: 'abc' }, ["Add `'abc'` as another value"]],
  ])('%s', (_, detection, event, expected) => {
    expect(offered(whole(detection), event).map(({ title }) => title)).toEqual(expected);
  });

  test('those come first that let in fewest and leave most of the rule', () => {
    const text = whole("s:\n    Image|endswith: '\\power.exe'\n    User: 'ann'\ncondition: s");
    const found = offered(
      text,
      { Image: 'C:\\power.exe.bak', User: 'ann' },
      { Image: 'D:\\power.exe.old', User: 'ann' },
      { Image: 'D:\\other.exe', User: 'ann' },
    );
    expect(found.map(({ title, counts }) => [title, counts.gained])).toEqual([
      ["Add `'\\power.exe.bak'` as another value", 1],
      ['Look for the value anywhere (`contains`)', 2],
    ]);
  });
});

describe('laws', () => {
  test('every repair offered makes the event match, and its reported effect is that of evaluation', () => {
    let seen = 0;
    fc.assert(
      fc.property(pair, fc.array(event, { maxLength: 4 }), ({ rule, event, placeholders }, others) => {
        const { plan } = compile(rule, { placeholders });
        if (!plan) return;
        const { slices } = readEvents([event, ...others].map((e) => JSON.stringify(e)).join('\n'));
        const before = new Evaluator(plan);
        const trace = explain(plan, slices[0]!.event!);
        const found = repairs(plan, trace, slices, { placeholders });
        if (trace.verdict === 'match') expect(found).toEqual([]);
        for (const { edits, gained, lost, counts, tried } of found) {
          seen++;
          const text = applyEdits(rule, edits);
          const after = new Evaluator(compile(text, { placeholders }).plan!);
          const was = slices.map((s) => before.verdict(s.event!) === 'match');
          const is = slices.map((s) => after.verdict(s.event!) === 'match');
          expect(is[0], text).toBe(true);
          expect(tried).toBe(slices.length);
          expect(gained).toEqual(is.flatMap((m, i) => (m && !was[i] ? [i] : [])));
          expect(lost).toEqual(is.flatMap((m, i) => (!m && was[i] ? [i] : [])));
          expect(counts).toEqual({ gained: gained.length, lost: lost.length });
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});
