import { describe, expect, test } from 'vitest';
import { plain } from '../text';
import { HINT_STEPS } from './hint';
import { hint } from './hints';
import { type Answer, type EventsLesson, type Lesson, type TestsLesson, workOf } from './lesson';
import { LESSON, ruleOf, started } from './testing';

const selecting = (line: string, condition = 'sel') => ruleOf(`sel:\n  ${line}\ncondition: ${condition}`);
const SHOWN = selecting("Image: 'C:\\Windows\\System32\\whoami.exe'");

/** The three steps of help. */
function steps(lesson: Lesson, answer: Answer) {
  const work = workOf(lesson, answer);
  const all = HINT_STEPS.map((step) => hint(lesson, work, step));
  const places = all[0]?.places.map(({ start, end }) => work.rule.slice(start, end));
  return { about: all.map((one) => one?.about), places, says: all.map((one) => one && plain(one.says)) };
}

/** The events of the lesson, with another event held back. */
const holding = (text: string, expected: 'match' | 'no match', tip?: string): Lesson => ({
  ...LESSON,
  held: [{ kind: 'the other one', text, expected, ...(tip ? { tip } : {}) }],
});

describe('a rule', () => {
  const rows: [string, Lesson, string, about: string, place: string, says: string[]][] = [
    [
      'a problem comes first',
      LESSON,
      LESSON.rule.replace('condition: sel', 'condition: sell'),
      'condition-unknown-selection',
      'sell',
      ['line 8', '`sell`', 'Change to `sel`'],
    ],
    [
      'an event on screen that is missed',
      LESSON,
      LESSON.rule,
      'event 1',
      "Image: 'whoami.exe'",
      ['`Image` in `sel`', 'with more before it', '`endswith`'],
    ],
    [
      'an event on screen that is found',
      LESSON,
      selecting("CommandLine|contains: 'whoami'"),
      'event 2',
      "CommandLine|contains: 'whoami'",
      ['should not be', '`cmd /c whoami.exe`', 'Look at the path.'],
    ],
    [
      'another source',
      LESSON,
      LESSON.rule.replace('windows', 'linux'),
      'event 1',
      'logsource:\n  product: linux\n  category: process_creation',
      ['log source', 'linux', 'Change the log source'],
    ],
    [
      'something held back that is missed: the author’s hint',
      LESSON,
      SHOWN,
      'the program in another folder',
      "Image: 'C:\\Windows\\System32\\whoami.exe'",
      ['`Image` in `sel`', '`Image` has another value', 'Look at the path.'],
    ],
    [
      'something held back that is found',
      LESSON,
      selecting("Image|endswith: 'whoami.exe'"),
      'a program whose name only ends alike',
      "Image|endswith: 'whoami.exe'",
      ['`Image|endswith`', 'through `Image|endswith`', 'Begin the value with a backslash.'],
    ],
    [
      'a tip, where the engine knows no change that passes',
      holding(started('D:\\tools\\whoami.exe'), 'match', 'Think of folders.'),
      SHOWN,
      'the other one',
      "Image: 'C:\\Windows\\System32\\whoami.exe'",
      ['the other one', 'another value', 'Think of folders.'],
    ],
    [
      'an event on screen that a filter does not exclude',
      LESSON,
      ruleOf(
        "sel:\n  CommandLine|contains: 'whoami'\nfilter:\n  Image|endswith: '\\a.exe'\ncondition: sel and not filter",
      ),
      'event 2',
      "Image|endswith: '\\a.exe'",
      ['`Image|endswith` in `filter`', '`filter` does not exclude it: `Image` is', 'Look at the path.'],
    ],
    [
      'something held back that a filter does not exclude',
      holding(started('D:\\whoami.exe'), 'no match'),
      ruleOf(
        "sel:\n  Image|endswith: '\\whoami.exe'\nfilter:\n  Image|contains: 'E:'\ncondition: sel and not filter",
      ),
      'the other one',
      "Image|contains: 'E:'",
      ['`Image|contains` in `filter`', '`filter` does not exclude it: `Image` has', 'Look at the path.'],
    ],
    [
      'a change that only names what is on screen leads astray',
      LESSON,
      selecting("Image: 'C:\\Windows\\System32\\id.exe'"),
      'event 1',
      'id.exe',
      ['`Image` in `sel`', 'id.exe', 'Look at the path.'],
    ],
    [
      'a filter that is too wide',
      holding(started('D:\\whoami.exe'), 'match'),
      ruleOf(
        "sel:\n  Image|endswith: '\\whoami.exe'\nfilter:\n  Image|contains: 'D:'\ncondition: sel and not filter",
      ),
      'the other one',
      '',
      ['what the condition excludes', '`filter` matches it', ''],
    ],
  ];
  test.each(rows)('%s', (_, lesson, rule, about, place, says) => {
    const all = steps(lesson, { rule });
    expect(all.about).toEqual([about, about, about]);
    expect(all.places?.[0]).toContain(place);
    says.forEach((words, i) => void expect(all.says[i]).toContain(words));
  });

  test('nothing is said to a work that passes', () => {
    expect(steps(LESSON, LESSON.solutions[0]!).says).toEqual([null, null, null]);
  });

  test('nothing of what is held back is told', () => {
    for (const rule of [SHOWN, selecting("Image|endswith: 'whoami.exe'")])
      for (const says of steps(LESSON, { rule }).says) expect(says).not.toMatch(/tools|notwhoami/);
  });
});

describe('what to write is tried: the lesson is passed with it, or less is wrong', () => {
  test.each([
    [
      'one of the values',
      "CommandLine|contains:\n    - 'net'\n    - 'user'",
      ['net user', 'net view'],
      'all',
    ],
    ['words', "- 'net'\n  - 'user'", ['net user', 'net view'], "`'|all'`"],
    ['case', "CommandLine|cased: 'NET'", ['net', 'view'], '`cased`'],
    ['a part of an expression', 'CommandLine|re: net', ['net', 'netsh'], '`$`'],
    ['a number that is text', 'CommandLine: 0x10', ['0x10', '16'], 'single quotes'],
    ['a part of a number', 'CommandLine|contains: 3', ['3', '13'], 'whole value'],
    ['a list of maps', "- Image: x\n  - CommandLine: 'net'", ['net', 'x'], 'dashes'],
  ])('%s', (_, body, [good, bad], words) => {
    const events = [started('x', good), bad === 'x' ? started('x', 'y') : started('y', bad)].join('\n');
    const rule = selecting(body);
    const { says } = steps({ ...LESSON, events, held: [] }, { rule });
    expect(says[2]).toContain(words);
  });

  test.each([
    ['or for and', 'a or b', ['x', 'net'], ['x', 'view'], '`and` instead of `or`'],
    ['one for all', '1 of *', ['x', 'net'], ['x', 'view'], '`all of`'],
    ['a selection left out', 'a', ['x', 'net'], ['x', 'view'], '`and b`'],
  ])('%s', (_, condition, good, bad, words) => {
    const rule = ruleOf(`a:\n  Image: x\nb:\n  CommandLine: net\ncondition: ${condition}`);
    const events = [good, bad].map(([image, command]) => started(image!, command!)).join('\n');
    expect(steps({ ...LESSON, events, held: [] }, { rule }).says[2]).toContain(words);
  });
});

describe('events', () => {
  const lesson: EventsLesson = {
    ...LESSON,
    task: 'events',
    rule: selecting("CommandLine|contains: 'whoami.exe'"),
    events: started('C:\\Windows\\System32\\whoami.exe'),
    expected: ['no match'],
    held: [
      { kind: 'the same program', rule: LESSON.solutions[0]!.rule!, expected: ['match'], tip: 'Keep it.' },
    ],
  };
  test.each<[string, Lesson, string, string, string[]]>([
    ['still matches', lesson, lesson.events, 'event 1', ['still matches', '`CommandLine|contains`', 'path']],
    [
      'another program',
      lesson,
      started('C:\\a.exe'),
      'the same program',
      ['same program', '`Image`', 'Keep it.'],
    ],
    [
      'not excluded',
      {
        ...lesson,
        rule: ruleOf(
          "sel:\n  CommandLine|contains: 'whoami'\nfilter:\n  Image|endswith: '\\a.exe'\ncondition: sel and not filter",
        ),
      },
      lesson.events,
      'event 1',
      ['still matches. Look at its `Image`', '`filter` does not exclude it', "ends with `'\\a.exe'`"],
    ],
    ['no event', lesson, '', 'event 1', ['no event 1', '0 events', '']],
    ['not to be read', lesson, '{"a":', 'event 1', ['cannot be read', '', '']],
    [
      'does not match yet',
      { ...lesson, expected: ['match'], held: [] },
      started('a'),
      'event 1',
      ['`CommandLine`', '`whoami.exe`', "contains `'whoami.exe'`"],
    ],
  ])('%s', (_, of, events, about, words) => {
    const all = steps(of, { events });
    expect(all.about[0]).toBe(about);
    words.forEach((word, i) => void expect(all.says[i]).toContain(word));
  });
});

describe('tests', () => {
  const lesson: TestsLesson = {
    ...LESSON,
    task: 'tests',
    rule: LESSON.solutions[0]!.rule!,
    expected: [],
    held: [
      { kind: 'the command counts', rule: selecting("CommandLine|contains: 'whoami'") },
      { kind: 'the end is open', rule: selecting("Image|contains: '\\whoami.exe'"), tip: 'Longer names.' },
    ],
  };
  test.each<[string, Answer, string, string[]]>([
    ['nothing is expected', {}, 'the command counts', ['fault', 'Nothing', 'Expect `no match` of event 2']],
    ['one is not tested', { expected: ['match'] }, 'the command counts', ['fault', 'one event', 'event 2']],
    ['a wrong one', { expected: ['no match'] }, 'event 1', ['event 1', 'Matches', 'Expect `match`']],
    [
      'no event shows it',
      { expected: ['match', 'no match'] },
      'the end is open',
      ['fault', 'every event', 'Longer names.'],
    ],
  ])('%s', (_, answer, about, words) => {
    const all = steps(lesson, answer);
    expect(all.about[0]).toBe(about);
    words.forEach((word, i) => void expect(all.says[i]).toContain(word));
  });
});
