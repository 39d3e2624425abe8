import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuthorAsk } from '../authoring';
import { VERDICTS } from '../match';
import type { SessionMessage } from './messages';
import { EngineSession } from './session';

type Of<K extends SessionMessage['kind']> = Extract<SessionMessage, { kind: K }>;

const rule = (name: string, k: string, more = '') =>
  `title: ${name.toUpperCase()}\nname: ${name}\nlogsource: {product: test}\ndetection:\n    s: {k: ${k}}\n    condition: s\n${more}`;
const FAILS = rule('fails', 'fail');
const WORKS = rule('works', 'ok');
const COUNT =
  'title: Count\ncorrelation: {type: event_count, rules: [fails], group-by: [u], timespan: 1m, condition: {gte: 3}}\n';
const FILTER =
  'title: No robots\nlogsource: {product: test}\nfilter: {rules: [fails], selection: {u: robot}, condition: not selection}\n';
const text = (...documents: readonly string[]) => documents.join('---\n');

const at = (second: number) => new Date(1_700_000_000_000 + second * 1000).toISOString();
const EVENTS = [
  { '@timestamp': at(0), k: 'fail', u: 'ann' },
  { '@timestamp': at(10), k: 'fail', u: 'ann' },
  { '@timestamp': at(20), k: 'ok', u: 'ann' },
  { '@timestamp': at(30), k: 'fail', u: 'ann' },
  { '@timestamp': at(40), k: 'fail', u: 'robot' },
  { '@timestamp': at(50), k: 'fail' },
]
  .map((event) => JSON.stringify(event))
  .join('\n');

class Person {
  private messages: SessionMessage[] = [];
  private readonly engine: EngineSession;

  constructor(clock?: () => number) {
    this.engine = new EngineSession((message) => this.messages.push(message), clock);
  }

  async asks(ruleText: string, document = 0, alive = async () => true, events = EVENTS) {
    this.messages = [];
    const settings = { ignoreLogsource: false, placeholders: {} };
    await this.engine.run(ruleText, events, settings, { event: 0, visible: null, document }, alive);
    return this;
  }

  /** What is written from the events; the last run's rule and events are meant. */
  writes(ask: AuthorAsk) {
    this.engine.author(ask);
    return this.get('authored').answer;
  }

  get<K extends SessionMessage['kind']>(kind: K): Of<K> {
    return this.messages.findLast((m): m is Of<K> => m.kind === kind)!;
  }

  get kinds(): string[] {
    return this.messages.map((m) => m.kind);
  }

  get matches(): number[] {
    const { codes } = this.get('verdicts').verdicts;
    return [...codes].flatMap((code, i) => (VERDICTS[code] === 'match' ? [i] : []));
  }

  get title(): string | undefined {
    return this.get('rule').info?.title;
  }
}

/** text, asked document; the rule that answers, whether it is good, the events that match */
const CHOICES: readonly (readonly [string, string, number, string, number[]])[] = [
  ['one rule', FAILS, 0, 'FAILS', [0, 1, 3, 4, 5]],
  ['one rule, whatever is asked', FAILS, 7, 'FAILS', [0, 1, 3, 4, 5]],
  ['the first of two', text(FAILS, WORKS), 0, 'FAILS', [0, 1, 3, 4, 5]],
  ['the second of two', text(FAILS, WORKS), 1, 'WORKS', [2]],
  ['a correlation has no verdicts of its own', text(COUNT, WORKS, FAILS), 0, 'WORKS', [2]],
  ['a filter is part of the rule', text(FAILS, FILTER), 0, 'FAILS', [0, 1, 3, 5]],
  ['the first that compiles', text('title: broken\n', WORKS), 0, 'WORKS', [2]],
];

test.each(CHOICES)('%s', async (_, ruleText, document, title, matches) => {
  const person = await new Person().asks(ruleText, document);
  expect([person.title, person.matches]).toEqual([title, matches]);
  expect(person.get('rule').ok).toBe(true);
});

describe('one document', () => {
  test('where the events come from is told, those of most events first, and again at the next question', async () => {
    const sysmon = '{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1}';
    const events = ['{"k":1}', sysmon, '{"EventID":', sysmon, '{"event_simpleName":"DnsRequest"}'].join('\n');
    const person = await new Person().asks(FAILS, 0, undefined, events);
    const told = [
      ['Sysmon 1', 2, 1],
      ['unknown source', 1, 0],
      ['CrowdStrike DnsRequest', 1, 4],
    ];
    const found = () => person.get('sources').sources.map(({ label, count, event }) => [label, count, event]);
    expect(found()).toEqual(told);
    expect(person.get('sources').sources[2]?.evidence).toBe(
      '`event_simpleName` is DnsRequest, so it is CrowdStrike DnsRequest',
    );
    await person.asks(WORKS, 0, undefined, events);
    expect(found()).toEqual(told);
    await person.asks(WORKS, 0, undefined, sysmon);
    expect(found()).toEqual([['Sysmon 1', 1, 0]]);
  });

  test('costs nothing that is for several', async () => {
    const person = await new Person().asks(FAILS);
    expect(person.kinds).toEqual([
      'rule',
      'events',
      'verdicts',
      'trace',
      'marks',
      'counts',
      'problems',
      'repairs',
      'decisions',
      'sources',
      'done',
    ]);
    expect(person.get('rule').documents).toEqual([]);
  });

  test('in the middle of an edit the last good rule stays in force', async () => {
    const person = await (await new Person().asks(FAILS)).asks(FAILS.replace('condition: s', 'condition: '));
    expect([person.get('rule').ok, person.title, person.matches]).toEqual([false, 'FAILS', [0, 1, 3, 4, 5]]);
  });
});

test('a filter alone is nothing to evaluate, and that is said', async () => {
  const person = await new Person().asks(FILTER);
  expect(person.get('rule').ok).toBe(false);
  expect(person.get('rule').problems.map((p) => p.code)).toContain('rule-missing');
  expect(person.kinds).not.toContain('verdicts');
});

describe('a page for what is no rule', () => {
  const BROKEN = COUNT.replace('event_count', 'oops');
  /** Each page as `number kind title: what it shows`. */
  const pages = async (ruleText: string) =>
    (await new Person().asks(ruleText)).get('rule').pages.map(({ document, kind, meta, content }) => {
      const shows =
        content === null
          ? 'nothing'
          : content.kind === 'filter'
            ? `joined to ${content.joins.join(', ') || 'no rule'}, ${content.stages.condition.text}`
            : content.stages.map(({ label }) => label).join(', ');
      return `${document} ${kind} ${meta.title?.value}: ${shows}`;
    });
  const stages = 'Type, Rules, Group by, Timespan, Condition, Its rules alone';
  test.each<[string, string, string[]]>([
    ['a rule alone', FAILS, []],
    ['a filter alone', FILTER, ['0 filter No robots: joined to no rule, not selection']],
    [
      'filters alone',
      text(FILTER, FILTER.replace('No robots', 'B')),
      [
        '0 filter No robots: joined to no rule, not selection',
        '1 filter B: joined to no rule, not selection',
      ],
    ],
    ['a correlation without its rules', COUNT, ['0 correlation Count: nothing']],
    [
      'several documents',
      text(FAILS, COUNT, FILTER),
      [`1 correlation Count: ${stages}`, '2 filter No robots: joined to FAILS, not selection'],
    ],
    ['one that does not compile', text(FAILS, BROKEN), ['1 correlation Count: nothing']],
  ])('%s', async (_, ruleText, expected) => expect(await pages(ruleText)).toEqual(expected));
});

describe('several documents', () => {
  test('the chosen one in the middle of an edit stays as it was; another one does not hold it up', async () => {
    const broken = text(FAILS, WORKS.replace('condition: s', 'condition: '));
    const person = await (await new Person().asks(text(FAILS, WORKS), 1)).asks(broken, 1);
    expect([person.get('rule').ok, person.title, person.matches]).toEqual([false, 'WORKS', [2]]);
    await person.asks(broken, 0);
    expect([person.get('rule').ok, person.title]).toEqual([true, 'FAILS']);
    expect(person.get('rule').documents.map((d) => d.ok)).toEqual([true, false]);
  });

  test('say what they are, and what they match', async () => {
    const person = await new Person().asks(text(FAILS, WORKS, COUNT, FILTER));
    const { documents, document } = person.get('rule');
    expect(documents.map(({ kind, title, silent, joined }) => [kind, title, silent, joined])).toEqual([
      ['detection', 'FAILS', true, 0],
      ['detection', 'WORKS', false, 0],
      ['correlation', 'Count', false, 0],
      ['filter', 'No robots', false, 1],
    ]);
    expect(document).toBe(0);
    expect(person.get('together').counts).toEqual([4, 1, null, null]);
  });

  test('a rule tells its filters and what refers to it', async () => {
    const { info } = (await new Person().asks(text(FAILS, COUNT, FILTER))).get('rule');
    expect(info?.filtered).toEqual({ by: ['No robots'], condition: 's and not selection' });
    expect(info?.silentFor).toEqual(['Count']);
  });

  test('a correlation tells its firings, its members and what counts nowhere', async () => {
    const [report] = (await new Person().asks(text(FAILS, COUNT))).get('together').correlations;
    expect(report).toMatchObject({
      document: 1,
      title: 'Count',
      condition: 'number of events ≥ 3',
      timespan: 60_000,
      total: 1,
      nearest: null,
      leftOutTotal: 1,
      leftOut: [{ event: 5, reason: 'no group', field: 'u' }],
    });
    expect([...report!.members]).toEqual([0, 1, 3]);
    expect(report!.firings[0]!.key).toEqual({ u: 'ann' });
    expect(report!.firings[0]!.value.map((v) => v.value)).toEqual([1, 2, 3]);
    expect(report!.references).toEqual([{ written: 'fails', title: 'FAILS', kind: 'rule', matched: 5 }]);
  });

  test('a correlation tells the interpretation that decided it, and what the other reading gives', async () => {
    // Exactly 30 seconds lie between the first and the last failure.
    const person = await new Person().asks(text(FAILS, COUNT.replace('1m', '30s')));
    expect(person.kinds.filter((kind) => kind === 'together')).toHaveLength(2);
    const [{ total, decisions } = {}] = [person.get('together').correlations[0]];
    expect(total).toBe(1);
    expect(decisions?.map(({ id, firings, members }) => [id, firings, members])).toEqual([
      ['window-ends', 0, []],
    ]);
    const undecided = await new Person().asks(text(FAILS, COUNT));
    expect(undecided.get('together').correlations[0]?.decisions).toEqual([]);
  });

  test('nothing fired: how close it came', async () => {
    const [report] = (await new Person().asks(text(FAILS, COUNT.replace('gte: 3', 'gte: 4')))).get(
      'together',
    ).correlations;
    expect([report!.total, report!.nearest?.value, [...report!.members]]).toEqual([0, 3, []]);
  });

  test('what is on screen comes first, and a newer run ends the rest', async () => {
    const many = Array.from({ length: 200 }, () => EVENTS).join('\n');
    // A slow machine: each look at the clock finds that others should get a turn.
    let now = 0;
    const slow = () => new Person(() => (now += 1000));
    // So often the reading of the events asks, and the checks of three documents; the next time it is the verdicts.
    let turns = 0;
    const broken = text('title: a\n', 'title: b\n', 'title: c\n');
    await slow().asks(broken, 0, async () => ++turns > 0, many);
    expect(turns).toBeGreaterThan(0);
    const person = await slow().asks(text(FAILS, WORKS, COUNT), 0, async () => --turns >= 0, many);
    expect(person.kinds).not.toContain('done');
    expect(person.kinds.indexOf('marks')).toBeGreaterThan(0);
    expect(person.get('counts').done).toBe(false);
    await person.asks(text(FAILS, WORKS, COUNT), 0, undefined, many);
    expect(person.kinds.indexOf('together')).toBeGreaterThan(person.kinds.indexOf('marks'));
    expect(person.get('together').counts).toEqual([1000, 200, null]);
  });

  test('a repair changes the document that it is about', async () => {
    const second = WORKS.replace('k: ok', "k: 'ai'");
    const person = await new Person().asks(text(FAILS, second), 1);
    const { repairs } = person.get('repairs');
    expect(repairs.length).toBeGreaterThan(0);
    for (const { edits } of repairs)
      for (const { range } of edits) expect(range.start).toBeGreaterThan(FAILS.length);
  });
});

test('what is added from an event is added to the document that is asked', async () => {
  const person = await new Person().asks(text(FAILS, WORKS), 1);
  const start = EVENTS.indexOf('ann');
  const answer = person.writes({ kind: 'filter', range: { start, end: start } });
  expect(answer.kind).toBe('edit');
  if (answer.kind !== 'edit') return;
  for (const { range } of answer.edits) expect(range.start).toBeGreaterThan(FAILS.length);
});

test('without a rule that compiles nothing is added, and a new rule is written all the same', async () => {
  const person = await new Person().asks('title: broken\n');
  expect(person.writes({ kind: 'selection', range: { start: 2, end: 2 } })).toMatchObject({
    kind: 'refused',
  });
  expect(person.writes({ kind: 'event', event: 0, stamp: {} })).toMatchObject({ kind: 'rule' });
});

test('whatever documents stand together, each rule matches as it does when it is asked, and alone', async () => {
  const document = fc.oneof(
    fc.constantFrom(FAILS, WORKS, FAILS.replace('k: fail', 'u: ann').replaceAll('fails', 'anns')),
    fc.constantFrom(COUNT, 'title: broken\n', FILTER),
  );
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(document, { minLength: 2 }), async (documents) => {
      const person = await new Person().asks(text(...documents));
      const { counts } = person.get('together') ?? { counts: [] };
      const filtered = documents.includes(FILTER);
      for (const [i, count] of counts.entries()) {
        if (count === null) continue;
        await person.asks(text(...documents), i);
        expect([person.get('rule').document, person.matches.length]).toEqual([i, count]);
        const alone = filtered ? text(documents[i]!, FILTER) : documents[i]!;
        expect((await new Person().asks(alone)).matches).toEqual(person.matches);
      }
    }),
  );
});
