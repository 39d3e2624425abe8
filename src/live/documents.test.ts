import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COUNT, EVENTS, FAILS, FILTER, Person, text, WORKS } from './testing';

describe('a page for what is no rule', () => {
  const BROKEN = COUNT.replace('event_count', 'oops');
  /** Each page as `number kind title: what it shows`. */
  const pages = async (ruleText: string) =>
    (await new Person().asks(ruleText)).get('page').others.map(({ document, kind, meta, content }) => {
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
    const person = await new Person().asks(text(FAILS, COUNT));
    const [report] = person.get('correlations').reports;
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
    expect([...person.get('together').correlations[0]!.members]).toEqual([0, 1, 3]);
    expect(report!.firings[0]!.key).toEqual({ u: 'ann' });
    expect(report!.firings[0]!.value.map((v) => v.value)).toEqual([1, 2, 3]);
    expect(report!.references).toEqual([{ written: 'fails', title: 'FAILS', kind: 'rule', matched: 5 }]);
  });

  test('a correlation tells the interpretation that decided it, and what the other reading gives', async () => {
    // Exactly 30 seconds lie between the first and the last failure.
    const person = await new Person().asks(text(FAILS, COUNT.replace('1m', '30s')));
    expect(person.kinds.filter((kind) => kind === 'correlations')).toHaveLength(2);
    const [{ total, decisions } = {}] = [person.get('correlations').reports[0]];
    expect(total).toBe(1);
    expect(decisions?.map(({ id, firings, members }) => [id, firings, members])).toEqual([
      ['window-ends', 0, []],
    ]);
    const undecided = await new Person().asks(text(FAILS, COUNT));
    expect(undecided.get('correlations').reports[0]?.decisions).toEqual([]);
  });

  test('nothing fired: how close it came', async () => {
    const person = await new Person().asks(text(FAILS, COUNT.replace('gte: 3', 'gte: 4')));
    const [report] = person.get('correlations').reports;
    const [short] = person.get('together').correlations;
    expect([report!.total, report!.nearest?.value, [...short!.members]]).toEqual([0, 3, []]);
  });

  test('what is on screen comes first, and a newer run ends the rest', async () => {
    const many = Array.from({ length: 200 }, () => EVENTS).join('\n');
    // A slow machine: each look at the clock finds that other work should run.
    let now = 0;
    const slow = () => new Person(() => (now += 1000));
    // So many turns pass while reading the events and checking three documents; the next one is during the verdicts.
    let turns = 0;
    const broken = text('title: a\n', 'title: b\n', 'title: c\n');
    const reading = slow();
    const count = async () => {
      if (!reading.kinds.includes('problems')) turns++;
      return true;
    };
    await reading.asks(broken, 0, count, many);
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
