import { describe, expect, test } from 'vitest';
import { EXPORTED } from '../limits';
import { holdLimits } from '../limits/testing';
import { paperHtml } from './html';
import type { Block, CodeBlock, Paper } from './paper';
import { textOf } from './pieces';
import { paperSvg } from './svg';
import { paperOf } from './testing';

const RULE = `title: Night shift
logsource:
    product: test
detection:
    tool:
        Name|endswith: .exe
        Place: /opt/*
    day:
        Hour|contains: noon
    condition: tool and not day
`;
const EVENTS = ['a.exe', 'b.com', 'c.exe'].map((name, i) =>
  JSON.stringify({ Name: name, Place: '/opt/x', Hour: i === 2 ? 'at noon' : 'at night' }),
);
const TEXT = `${EVENTS.join('\n')}\n{broken`;
const ask = { rule: RULE, events: TEXT, ignoreLogsource: true };

const headings = ({ blocks }: Paper) =>
  blocks.flatMap((one) => (one.kind === 'heading' && one.level === 2 ? [textOf(one.words)] : []));
const codes = ({ blocks }: Paper) => blocks.filter((one): one is CodeBlock => one.kind === 'code');
const marked = ({ text, marks, selections }: CodeBlock) =>
  marks.map(
    ({ start, end, index, whole }) => `${selections[index]}${whole ? '' : '?'}: ${text.slice(start, end)}`,
  );
const said = ({ blocks }: Paper) =>
  blocks.flatMap((one: Block) => {
    if (one.kind === 'paragraph') return [textOf(one.words)];
    if (one.kind === 'facts') return one.rows.map(([label, words]) => `${label}: ${textOf(words)}`);
    return one.kind === 'table' ? one.rows.map((row) => row.map(textOf).join(' | ')) : [];
  });

describe('a result', () => {
  test.each([
    ['chosen', 1, ['Event 2: no match']],
    ['matching', 1, ['Event 1: match']],
    ['all', 0, ['Event 1: match', 'Event 2: no match', 'Event 3: no match', 'Event 4: cannot be read']],
    ['chosen', 7, []],
  ] as const)('has the events that are asked for: %s, %i', (which, chosen, found) => {
    expect(headings(paperOf({ ...ask, which, chosen }))).toEqual(['Rule', ...found]);
  });

  test('marks what matched in the event, and where in the rule', () => {
    const [rule, event] = codes(paperOf(ask));
    expect(marked(event!)).toEqual(['tool: .exe', 'tool: /opt/']);
    expect(marked(rule!).sort()).toEqual([
      'day?: day',
      'day?: day',
      'tool: .exe',
      'tool: /opt/*',
      'tool: tool',
      'tool: tool',
    ]);
    expect(marked(codes(paperOf({ ...ask, chosen: 1 }))[1]!)).toEqual(['tool?: /opt/']);
  });

  test('counts all verdicts, whatever is shown', () => {
    expect(said(paperOf(ask))).toContain('Events: 4 events: 1 matches, 2 do not match, 1 cannot be read');
    expect(
      said(
        paperOf({
          ...ask,
          ignoreLogsource: false,
          rule: RULE.replace('test', 'windows'),
          events: EVENTS[0]!,
        }),
      ),
    ).toContain('Log source: windows');
  });

  test.each([
    ['2.1.0', '', []],
    ['2.2.0', '', ['Version of Sigma: 2.2.0 draft']],
    ['2.1.0', 'sigma-version: 3\n', ['Version of Sigma: with proposals']],
    ['proposals', 'sigma-version: 2.1\n', []],
  ] as const)('picked %s, the rule says %j: names the version', (spec, own, facts) => {
    for (const what of ['result', 'rule page'] as const) {
      const paper = paperOf({ ...ask, what, rule: `${own}${RULE}`, compile: { spec } });
      expect(said(paper).filter((line) => line.startsWith('Version of Sigma'))).toEqual(facts);
    }
  });

  test('says why, in words and as a tree', () => {
    const paper = paperOf({ ...ask, chosen: 2 });
    expect(said(paper)).toContain('day matches because Hour contains noon, and the condition excludes it.');
    const tree = paper.blocks.find((one) => one.kind === 'tree');
    expect(tree?.lines.map(({ depth, holds, words }) => `${depth} ${holds} ${textOf(words)}`)).toEqual([
      '0 false event 3: tool and not day',
      '1 true tool',
      '2 true Name ends with .exe: is c.exe',
      '2 true Place is /opt/*: is /opt/x',
      '1 false not day',
      '2 true Hour contains noon: is at noon',
    ]);
  });

  test('events of a part of a log are numbered as there', () => {
    expect(headings(paperOf({ ...ask, first: 1000 }))).toEqual(['Rule', 'Event 1,000: match']);
  });

  test('says when correlations fire', () => {
    const rule = `${RULE.replace('title', 'name: night\ntitle')}---
title: Often
correlation:
    type: event_count
    rules: [night]
    group-by: [Place]
    timespan: 1h
    condition: {gte: 2}
`;
    const event = (time: string) =>
      JSON.stringify({ '@timestamp': time, Name: 'a.exe', Place: '/opt/x', Hour: '' });
    const events = [event('2026-01-01T10:00:00Z'), event('2026-01-01T10:30:00Z')].join('\n');
    const paper = paperOf({ ...ask, rule, events });
    expect(said(paper)).toContain('It fires once.');
    expect(said(paper).at(-1)).toBe(
      'Place is /opt/x | 2026-01-01T10:00:00.000Z | 2026-01-01T10:30:00.000Z | 1, 2',
    );
    expect(said(paperOf({ ...ask, rule, events: event('2026-01-01T10:00:00Z') })).at(-1)).toMatch(
      /^It does not fire\. /,
    );
  });

  test('of a rule that does not compile is its text', () => {
    const paper = paperOf({ ...ask, rule: 'title: x\n' });
    expect(paper.title).toBe('No rule compiles');
    expect(codes(paper).map(({ text }) => text)).toEqual(['title: x']);
  });
});

describe('a rule’s page', () => {
  const page = (rule: string, document = 0) => paperOf({ what: 'rule page', rule, document });

  test('has what the rule says, what it does and what it looks for', () => {
    const rule = RULE.replace(
      'logsource:',
      'level: low\ntags: [attack.execution]\nreferences: [https://a.example/x]\nfalsepositives: [Clocks]\nlogsource:',
    );
    const paper = page(rule);
    expect(headings(paper)).toEqual([
      ...['In words', 'Event coverage of test', 'Stages', 'Indicators', 'ATT&CK coverage'],
      ...['False positives', 'References', 'Tags', 'Rule'],
    ]);
    expect(said(paper)).toContain('Name | ends with | .exe | ');
    expect(said(paper)).toContain('Hour | contains | noon | excluded');
    expect(paperHtml(paper)).toContain('<a href="https://a.example/x" rel="noreferrer noopener">');
  });

  test('of a correlation and of a filter are their own', () => {
    const rule = `${RULE.replace('title', 'name: night\ntitle')}---
title: Often
correlation: {type: event_count, rules: [night], group-by: [Place], timespan: 1h, condition: {gte: 2}}
---
title: Not here
logsource: {product: test}
filter:
    rules: [night]
    here: {Place: /opt/here}
    condition: not here
`;
    expect([1, 2].map((document) => page(rule, document).title)).toEqual(['Often', 'Not here']);
    expect(headings(page(rule, 1))).toEqual(['In words', 'Stages', 'Correlation']);
    expect(headings(page(rule, 2)).at(-1)).toBe('Filter');
    expect(codes(page(rule, 1))[0]!.text).toMatch(/^title: Often\n/);
  });
});

describe('limits', () => {
  const many = (count: number, one: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => one(i)).join('');
  const listed = (count: number) =>
    `title: T\nlogsource: {product: t}\ndetection:\n  s:\n    F:\n${many(count, (i) => `      - v${i}\n`)}  condition: s\n`;
  const { pictureHeight, ...counted } = EXPORTED;

  holdLimits(counted, {
    events: {
      isBeyond: (n) =>
        said(paperOf({ ...ask, which: 'all', events: many(n, () => `${EVENTS[0]}\n`) })).some((one) =>
          one.startsWith('The first'),
        ),
    },
    text: { isBeyond: (n) => codes(paperOf({ rule: `${RULE}#`.padEnd(n, 'x') }))[0]!.more > 0 },
    treeLines: {
      // The condition, the selection and a field stand above the values, of which a list shows a hundred.
      isBeyond: (n) => {
        const fields = many(
          3,
          (f) => `    F${f}:\n${many(Math.floor((n - 5 + f) / 3), (i) => `      - v${i}\n`)}`,
        );
        const rule = `title: T\nlogsource: {product: t}\ndetection:\n  s:\n${fields}  condition: s\n`;
        return JSON.stringify(
          paperOf({ rule, events: '{"F0":"x","F1":"x","F2":"x"}', ignoreLogsource: true }),
        ).includes('more line');
      },
    },
    rows: {
      isBeyond: (n) =>
        said(paperOf({ what: 'rule page', rule: listed(n) })).some((one) => one.endsWith('more row')),
    },
  });

  test('the height of a picture is that of its rows', () => {
    const one = paperSvg(paperOf({ rule: RULE }), 'light').height;
    expect(one).toBeLessThan(pictureHeight.value);
    expect(paperSvg(paperOf({ rule: `${RULE}${many(400, () => '#\n')}` }), 'light').height).toBe(
      one + 400 * 21,
    );
  });
});
