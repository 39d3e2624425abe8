import { describe, expect, test } from 'vitest';
import { readEvents } from '../../src/event';
import { LOGSOURCES } from '../../src/knowledge';
import { CARDS, lint, TOPIC_KINDS, type Topic, topics } from '../../src/language';
import { correlate, explain } from '../../src/match';
import { compile, compileCollection, MODIFIERS } from '../../src/rule';
import { entries, entryNamed, found, idOf, snippetsOf } from './entries';
import type { Snippet } from './snippet';

const all = (kind: Topic['kind']) => entries().filter((topic) => topic.kind === kind);

const eventsOf = (text: string) => readEvents(text).slices.flatMap(({ event }) => event ?? []);

/** The verdicts of the first rule, as the page shows them. */
function verdictsOf({ rule, events, placeholders = {} }: Snippet): string[] {
  const { plans, diagnostics } = compileCollection(rule, { placeholders });
  const [first] = plans;
  if (!first) throw new Error(JSON.stringify(diagnostics));
  return readEvents(events).slices.map(({ event }) => (event ? explain(first.plan, event).verdict : 'error'));
}

describe('the entries', () => {
  test('have every modifier, log source and code, each once', () => {
    expect(all('modifier').map(({ name }) => name)).toEqual(MODIFIERS.map(({ name }) => name));
    expect(all('logsource')).toHaveLength(LOGSOURCES.length);
    expect(all('check').map(({ name }) => name)).toEqual([...CARDS.keys()]);
    expect(new Set(entries().map(idOf)).size).toBe(entries().length);
    for (const kind of TOPIC_KINDS) expect(all(kind).length).toBeGreaterThan(5);
    for (const { says } of topics()) expect(says.length).toBeGreaterThan(0);
  });

  test.each([
    ['windash', 'modifier:windash'],
    ['check:unc-backslash', 'check:unc-backslash'],
    ['unc-backslash', 'check:unc-backslash'],
    ['commandline', 'field:CommandLine'],
    ['all', 'modifier:all'],
    ['[all]', 'array:[all]'],
    ['key:level', 'key:level'],
    ['windows / security', 'logsource:windows / security'],
    ['no such thing', null],
    ['constructor', null],
  ])('%s leads to %s', (text, id) => {
    const entry = entryNamed(text);
    expect(entry && idOf(entry)).toBe(id);
  });

  test.each([
    ['windash', 'modifier:windash'],
    ['dash slash', 'modifier:windash'],
    ['median', null],
    ['two backslashes', 'check:unc-backslash'],
    ['process_creation windows', 'logsource:windows / process_creation'],
  ])('a search for %s finds %s', (typed, id) => {
    const ids = found(typed).map(idOf);
    if (id === null) expect(ids.length).toBeLessThan(5);
    else expect(ids).toContain(id);
  });
});

describe.each(['modifier', 'condition', 'value', 'array', 'correlation', 'key'] as const)(
  'each %s',
  (kind) => {
    test.each(all(kind).map((topic) => [topic.name, topic] as const))('%s runs as it says', (_, topic) => {
      const snippets = snippetsOf(topic);
      expect(snippets).toHaveLength(1);
      const [snippet] = snippets;
      expect(verdictsOf(snippet!)).toEqual(snippet!.expected);
      if (kind === 'modifier' || kind === 'value' || kind === 'array')
        expect([...snippet!.expected].sort()).toEqual(['match', 'no match']);
      if (kind === 'modifier') expect(snippet!.rule).toContain(`|${topic.name}`);
      if (kind === 'array' && topic.name !== 'no selector')
        expect(snippet!.rule).toContain(topic.name.includes('block') ? '[any]:' : topic.name);
      if (kind === 'key')
        expect(snippet!.rule).toMatch(new RegExp(`^ *(?:- )?${topic.name.split('/').at(-1)}:`, 'm'));
    });
  },
);

test.each(
  [...all('correlation'), ...all('key')].flatMap((topic) => {
    const [snippet] = snippetsOf(topic);
    return snippet?.fires === undefined ? [] : [[topic.name, snippet] as const];
  }),
)('the correlation beside %s fires', (_, snippet) => {
  const collection = compileCollection(snippet.rule);
  const { slices } = readEvents(snippet.events);
  const results = correlate(
    collection,
    slices.flatMap(({ event }) => event ?? []),
  );
  expect(results.flatMap(({ firings }) => firings)).toHaveLength(snippet.fires!);
});

describe.each(['logsource', 'field'] as const)('each %s', (kind) => {
  test('has a snippet that runs as it says', () => {
    for (const topic of all(kind)) {
      const [snippet] = snippetsOf(topic);
      expect(snippet, topic.name).toBeDefined();
      expect(verdictsOf(snippet!).slice(0, snippet!.expected.length), topic.name).toEqual(snippet!.expected);
    }
  });
});

test.each([...CARDS.values()].filter(({ limit }) => !limit).map((card) => [card.id, card] as const))(
  'the check %s: its snippet shows just that problem, and the other one none',
  (id, card) => {
    const codes = ({ rule, events, file = undefined }: Snippet) =>
      card.oneRule
        ? compile(rule).diagnostics.map(({ code }) => code)
        : lint(compileCollection(rule), { fileName: file ?? null, beside: { events: eventsOf(events) } }).map(
            ({ code }) => code,
          );
    const [bad, good] = snippetsOf({ kind: 'check', name: id });
    // That a part is read by the draft is told beside what a check of the draft finds.
    const own = (snippet: Snippet) => codes(snippet).filter((code) => code === id || code !== 'spec-draft');
    expect(new Set(own(bad!))).toEqual(new Set([id]));
    expect(own(good!)).toEqual([]);
  },
);
