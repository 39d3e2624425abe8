import { describe, expect, test } from 'vitest';
import { plain } from '../text';
import { COUNT, EVENTS, FAILS, FILTER, Person, text, WORKS } from './testing';

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
    expect(plain(person.get('sources').sources[2]!.evidence)).toBe(
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
      'page',
      'indicators',
      'events',
      'verdicts',
      'trace',
      'marks',
      'counts',
      'problems',
      'repairs',
      'decisions',
      'sources',
      'fields',
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

test('what is added from an event is added to the document that is asked', async () => {
  const person = await new Person().asks(text(FAILS, WORKS), 1);
  const start = EVENTS.indexOf('ann');
  const answer = await person.writes({ kind: 'filter', range: { start, end: start } });
  expect(answer.kind).toBe('edit');
  if (answer.kind !== 'edit') return;
  for (const { range } of answer.edits) expect(range.start).toBeGreaterThan(FAILS.length);
});

test('without a rule that compiles nothing is added, and a new rule is written all the same', async () => {
  const person = await new Person().asks('title: broken\n');
  expect(await person.writes({ kind: 'selection', range: { start: 2, end: 2 } })).toMatchObject({
    kind: 'refused',
  });
  expect(await person.writes({ kind: 'event', event: 0, stamp: {} })).toMatchObject({ kind: 'rule' });
});
