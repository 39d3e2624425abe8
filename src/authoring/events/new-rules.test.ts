import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { lint } from '../../language';
import { Evaluator } from '../../match';
import { compile, compileCollection } from '../../rule';
import { event } from '../../testing/generate';
import { plain } from '../../text';
import type { AuthorAnswer, AuthorAsk } from './answer';
import { author } from './author';

const STAMP = { id: '7a1c1f0e-2f57-4c55-9d6e-0c7c3e4b8a11', date: '2026-11-25' };

function write(ask: AuthorAsk, events: readonly object[]): AuthorAnswer {
  const { slices } = readEvents(events.map((e) => JSON.stringify(e)).join('\n'));
  return author(ask, { plan: null, slices, recompile: () => null });
}

/** The lines of the log source and the selection, or the reason why there is no rule. */
function linesOf(answer: AuthorAnswer): string[] {
  if (answer.kind !== 'rule') return [answer.kind === 'refused' ? plain(answer.reason) : answer.kind];
  const [, logsource = '', selection = ''] =
    /logsource:\n([\s\S]*)detection:\n {4}selection:\n([\s\S]*) {4}condition: selection\n/.exec(
      answer.text,
    ) ?? [];
  return `${logsource}${selection}`
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
}

const SYSMON = { Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 1 };

describe('a rule from one event', () => {
  test.each<[string, object, string[]]>([
    [
      'ends of paths, options of a command line',
      {
        ...SYSMON,
        Image: 'C:\\Windows\\tool.exe',
        CommandLine: '"C:\\Windows\\tool.exe" -sta /run now',
        ParentImage: 'C:\\apps\\word.exe',
        ProcessId: 5,
      },
      [
        'category: process_creation',
        'product: windows',
        "Image|endswith: '\\tool.exe'",
        'CommandLine|contains|all:',
        "- ' -sta'",
        "- ' /run'",
        "ParentImage|endswith: '\\word.exe'",
      ],
    ],
    [
      'what stands behind the program',
      { ...SYSMON, CommandLine: 'tool.exe now', UtcTime: '2026-01-01 00:00:00' },
      ['category: process_creation', 'product: windows', "CommandLine|contains: 'now'"],
    ],
    [
      "the rule's names",
      { Channel: 'Security', EventID: 4688, NewProcessName: 'C:\\x\\tool.exe' },
      ['category: process_creation', 'product: windows', "Image|endswith: '\\tool.exe'"],
    ],
    [
      'the event id where the log source has none in itself',
      { Channel: 'Security', EventID: 4624, LogonType: 10, TargetUserName: 'amy' },
      ['product: windows', 'service: security', 'EventID: 4624', 'LogonType: 10'],
    ],
    [
      'nothing that tells the log source',
      { msg: "it's *", num: 3, time: '2026-01-01T00:00:00Z' },
      ['product: unknown # The log source is unknown: fill it in here.', "msg: 'it''s \\*'", 'num: 3'],
    ],
    [
      'nothing to look for',
      { time: '2026-01-01T00:00:00Z' },
      ['This event has no field with a value that a rule could look for.'],
    ],
  ])('%s', (_, event, expected) => {
    expect(linesOf(write({ kind: 'event', event: 0, stamp: STAMP }, [event]))).toEqual(expected);
  });

  test('is a complete rule in which no check finds an error', () => {
    const answer = write({ kind: 'event', event: 0, stamp: STAMP }, [
      { ...SYSMON, Image: 'C:\\a\\tool.exe' },
    ]);
    if (answer.kind !== 'rule') throw new Error(answer.kind);
    expect(answer.text).toContain(`id: ${STAMP.id}\n`);
    expect(lint(compileCollection(answer.text)).filter((d) => d.severity === 'error')).toEqual([]);
    expect(answer.reasons.map(plain)).toEqual([
      'The log source is windows / process_creation: the event is Sysmon 1.',
      '`Image` ends with `\\tool.exe`.',
      'Tested on 1 event: it matches event 1.',
    ]);
    expect(answer.text).toContain(
      "description: 'Finds events in which Image ends with \\tool.exe. Written from",
    );
  });

  test('it says which of the events it matches', () => {
    const tool = { ...SYSMON, Image: 'C:\\a\\tool.exe' };
    const said = (events: readonly object[], event = 0) => {
      const answer = write({ kind: 'event', event, stamp: STAMP }, events);
      return answer.kind === 'rule' ? plain(answer.reasons.at(-1)!) : answer;
    };
    const other = { ...SYSMON, Image: 'C:\\a\\other.exe' };
    expect(said([tool, other, tool], 2)).toBe('Tested on 3 events: it matches events 1 and 3.');
    expect(said([other, tool], 1)).toBe('Tested on 2 events: it matches event 2.');
    expect(said([tool, tool])).toBe('Tested on 2 events: it matches all of them.');
    expect(said([...Array(12).fill(tool), other])).toBe(
      'Tested on 13 events: it matches events 1, 2, 3, 4, 5, 6, 7, 8 and 4 more.',
    );
  });

  test.each<[string, object, string[]]>([
    [
      'in fields for them',
      { Channel: 'Security', EventID: 4624, LogonType: 10, TargetUserName: 'amy', SubjectUserName: 'bob' },
      ['EventID: 4624', 'LogonType: 10'],
    ],
    [
      'in fields of other products',
      { act: 'login', user: 'amy@example.org', 'user.name': 'amy', src_user: 'bob', result: 'ok' },
      ["act: 'login'", "result: 'ok'"],
    ],
    [
      'in paths of a command line',
      { ...SYSMON, User: 'LAB\\amy', CommandLine: 'python C:\\Users\\amy\\Desktop\\tool.py' },
      ["CommandLine|contains: '\\Desktop\\tool.py'"],
    ],
    [
      'in paths of Linux',
      { type: 'x', exe: '/home/amy/.local/bin/tool', cmd: 'tool /home/amy' },
      ["exe|endswith: '/tool'", "type: 'x'"],
    ],
    [
      'as the last part of a path',
      { ...SYSMON, EventID: 11, TargetFilename: 'C:\\Users\\amy', Image: 'C:\\a\\tool.exe' },
      ["Image|endswith: '\\tool.exe'"],
    ],
  ])('names of people stay out of it: %s', (_, event, expected) => {
    const answer = write({ kind: 'event', event: 0, stamp: STAMP }, [event]);
    expect(linesOf(answer).filter((line) => !/^(?:category|product|service):/.test(line))).toEqual(expected);
    if (answer.kind === 'rule') expect(answer.text).not.toMatch(/amy|bob/i);
  });

  test('accounts that every machine has are kept', () => {
    const answer = write({ kind: 'event', event: 0, stamp: STAMP }, [{ run: 'x', user: 'root' }]);
    expect(linesOf(answer).slice(1)).toEqual(["run: 'x'", "user: 'root'"]);
  });
});

describe('a rule from all marked events and none of the others', () => {
  test.each<[string, object[], object[], string[]]>([
    [
      'the end of a path',
      [
        { F: 'C:\\x\\a.exe', G: 1 },
        { F: 'C:\\y\\a.exe', G: 2 },
      ],
      [{ F: 'C:\\x\\b.exe', G: 1 }],
      ["F|endswith: '\\a.exe'"],
    ],
    [
      'two fields together',
      [{ A: 'x', B: 'y' }],
      [
        { A: 'x', B: 'n' },
        { A: 'n', B: 'y' },
      ],
      ["A: 'x'", "B: 'y'"],
    ],
    [
      'a part in common',
      [{ F: 'aa-token1-bb' }, { F: 'cc-token1-dd' }],
      [{ F: 'other' }],
      ["F|contains: '-token1-'"],
    ],
    ['alternatives', [{ Num: 1 }, { Num: 2 }], [{ Num: 3 }], ['Num:', '- 1', '- 2']],
    ['no others', [{ A: 'x', B: 'y', C: 'z' }], [], ["A: 'x'", "B: 'y'"]],
    [
      'what was done rather than who did it',
      [{ user: 'amy', act: 'login', path: '/home/amy/x' }],
      [{ user: 'bob', act: 'logout', path: '/home/bob/y' }],
      ["act: 'login'"],
    ],
    [
      'who did it, where nothing else tells',
      [{ user: 'amy', act: 'x' }],
      [{ user: 'bob', act: 'x' }],
      ["user: 'amy'"],
    ],
  ])('%s', (_, marked, others, expected) => {
    const events = marked.map((_, i) => i);
    const answer = write({ kind: 'marked', events, stamp: STAMP }, [...marked, ...others]);
    expect(linesOf(answer).slice(1)).toEqual(expected);
  });

  test.each<[object[], number[], string]>([
    [[{ A: 'x' }, { A: 'x' }], [0], 'The marked events share nothing that separates them from event 2.'],
    [[{ A: 'x' }, { B: 'x' }], [0, 1], 'The marked events share no value that a rule could look for.'],
    [
      [
        { ...SYSMON, Image: 'C:\\a.exe' },
        { Channel: 'Linux-Sysmon/Operational', EventID: 1, Image: '/bin/a' },
      ],
      [0, 1],
      'so no single rule covers them all.',
    ],
    [[{ A: 'x' }], [], 'No event is marked.'],
  ])('%j %j is refused', (events, marked, reason) => {
    const answer = write({ kind: 'marked', events: marked, stamp: STAMP }, events);
    expect(answer.kind === 'refused' ? plain(answer.reason) : answer).toContain(reason);
  });

  test('the reasons explain each part', () => {
    const answer = write({ kind: 'marked', events: [0], stamp: STAMP }, [
      { ...SYSMON, Image: 'C:\\a.exe' },
      { ...SYSMON, Image: 'C:\\b.exe' },
      { Channel: 'Security', EventID: 4624 },
    ]);
    expect(answer.kind === 'rule' ? answer.reasons.map(plain) : answer).toEqual([
      'The log source is windows / process_creation, which leaves out 1 of 2 others.',
      '`Image` ends with `\\a.exe` in the marked event, and in 0 of 1 other.',
      'Tested on 3 events: it matches the marked event and none of the others.',
    ]);
  });
});

describe('laws', () => {
  const matching = (text: string, events: readonly object[]) => {
    const { plan, diagnostics } = compile(text);
    if (!plan) throw new Error(`${diagnostics.map((d) => plain(d.message)).join()}\n${text}`);
    const evaluator = new Evaluator(plan);
    return readEvents(events.map((e) => JSON.stringify(e)).join('\n')).slices.map(
      (slice) => evaluator.verdict(slice.event!) === 'match',
    );
  };

  test('a new rule matches its event', () => {
    fc.assert(
      fc.property(event, (one) => {
        const answer = write({ kind: 'event', event: 0, stamp: {} }, [one]);
        if (answer.kind === 'rule') expect(matching(answer.text, [one])).toEqual([true]);
      }),
      { numRuns: 300 },
    );
  });

  test('a rule from marked events matches them and none of the others', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.boolean()), { minLength: 1, maxLength: 6 }), (list) => {
        const events = list.map(([one]) => one);
        const marks = list.map(([, marked]) => marked);
        const marked = marks.flatMap((is, i) => (is ? [i] : []));
        const answer = write({ kind: 'marked', events: marked, stamp: {} }, events);
        if (answer.kind !== 'rule') return;
        seen++;
        expect(matching(answer.text, events)).toEqual(marks);
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(30);
  });
});
