import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectLinear } from '../../testing/growth';
import { applyEdits } from '../../text';
import { complete } from './complete';
import type { AssistFacts } from './item';

const FACTS: AssistFacts = {
  today: '2026-02-03',
  fields: ['Image', 'OwnName'],
  uses: ({ product, category }) =>
    product === 'windows' && category === 'process_creation'
      ? {
          rules: 1200,
          fields: [
            { field: 'CommandLine', rules: 800 },
            { field: 'Image', rules: 700 },
            { field: null, rules: 3 },
          ],
        }
      : null,
  values: (field) =>
    field === 'Image'
      ? [
          { value: 'C:\\Tools\\it.exe', events: 3 },
          { value: 'C:\\a*b', events: 1 },
        ]
      : field === 'EventID'
        ? [{ value: 4688, events: 2 }]
        : [],
};
const HEAD = 'title: A\nlogsource:\n    category: process_creation\n    product: windows\ndetection:\n';
const BODY = `${HEAD}    selection_a:\n        Image: x\n    selection_b:\n        Image: y\n    filter:\n        User: z\n`;

function at(marked: string) {
  const offset = marked.indexOf('▮');
  const text = marked.replace('▮', '');
  const { range, items } = complete(text, offset, FACTS);
  const accept = (label: string) => {
    const { insert } = items.find((i) => i.label === label)!;
    return applyEdits(text, [{ range, text: insert }]);
  };
  return { text, items, labels: items.map((i) => i.label), accept };
}

const OVER_RULES =
  'name: one\ntitle: First\ndetection:\n    s: x\n---\nsigma-version: 2.2\ncorrelation:\n    type: temporal\n    timespan: 1m\n    rules:\n        - one # the first\n        - "two words"\n';

describe('suggestions by place', () => {
  test.each<[marked: string, has: string[], hasNot: string[]]>([
    ['▮', ['title', 'logsource', 'detection', 'correlation', 'whole rule'], ['product', 'condition']],
    ['title: A\n▮', ['logsource', 'level'], ['title', 'whole rule']],
    ['title: A\ncorrelation:\n    type: event_count\n▮', ['generate'], ['detection', 'correlation']],
    ['correlation:\n    ▮', ['type', 'timespan', 'group-by'], ['title', 'product']],
    ['correlation:\n    type: ▮', ['event_count', 'temporal_ordered'], []],
    ['correlation:\n    condition:\n        ▮', ['gte', 'eq'], ['and']],
    ['name: a\ndetection:\n    s: x\n---\ncorrelation:\n    rules:\n        - ▮', ['a'], ['any']],
    [`${OVER_RULES}    condition: ▮`, ['one', 'two words', 'not'], ['and', '1 of them', 'timespan']],
    [`${OVER_RULES}    condition: one ▮`, ['and', 'or', 'and not'], ['one']],
    [`${OVER_RULES}    condition: one and not tw▮`, ['two words'], ['not']],
    [
      `${OVER_RULES.replace(/rules:[\s\S]*/, "rules: [one,\n        'b']\n")}    condition: ▮`,
      ['one', 'b'],
      [],
    ],
    // a number is asked for, or the version has no such condition
    [`${OVER_RULES.replace('temporal', 'event_count')}    condition: ▮`, [], ['one', 'not']],
    [`${OVER_RULES.replace('sigma-version: 2.2\n', '')}    condition: ▮`, [], ['one', 'not']],
    ['id: b\ndetection:\n    s: x\n---\nfilter:\n    rules: [▮', ['any', 'b'], []],
    ['level: ▮', ['high', 'informational'], ['stable']],
    ['status: ▮', ['stable', 'test'], ['high']],
    ['date: ▮', ['2026-02-03'], []],
    ['title: ▮', [], ['title', 'high']],
    ['tags:\n    - ▮', ['attack.t1059.001', 'attack.execution', 'tlp.red'], ['attack.t1086']],
    ['related:\n    - ▮', ['id', 'type'], ['title']],
    ['related:\n    - id: a\n      type: ▮', ['derived', 'obsolete'], ['obsoletes']],
    ['logsource:\n    ▮', ['product', 'windows / process_creation', 'aws / cloudtrail'], ['title']],
    ['logsource:\n    product: ▮', ['windows', 'linux', 'aws'], ['process_creation']],
    ['logsource:\n    product: linux\n    category: ▮', ['process_creation', 'file_event'], ['registry_set']],
    ['logsource:\n    category: registry_set\n    product: ▮', ['windows'], ['linux']],
    ['logsource:\n    product: aws\n    service: ▮', ['cloudtrail'], ['security']],
    [`${HEAD}    ▮`, ['selection', 'condition', 'filter_main'], ['Image', 'title']],
    [`${BODY}    ▮`, ['condition', 'selection'], ['level']],
    [
      `${HEAD}    selection:\n        ▮`,
      ['CommandLine', 'Image', 'OwnName', 'ParentImage'],
      ['contains', 'condition'],
    ],
    [`${HEAD}    selection:\n        - Im▮`, ['Image'], []],
    [`${HEAD}    selection:\n        Image|▮`, ['contains', 're', 'cidr'], ['i', 'Image']],
    [`${HEAD}    selection:\n        Image|re|▮: a`, ['i', 'm'], ['contains']],
    [`${HEAD}    selection:\n        Image: ▮`, ['C:\\Tools\\it.exe'], []],
    [`${HEAD}    selection:\n        Image|contains:\n            - ▮`, ['C:\\Tools\\it.exe'], []],
    [
      `${BODY}    condition: ▮`,
      ['selection_a', 'not', '1 of selection_*', 'all of them'],
      ['and', 'condition'],
    ],
    [`${BODY}    condition: sel▮`, ['selection_a'], ['and']],
    [`${BODY}    condition: filter ▮`, ['and', 'or', 'and not'], ['filter']],
    [`${BODY}    condition: (filter and ▮`, ['selection_a', 'not'], ['and']],
    [`${BODY}    condition: not ▮`, ['selection_a'], ['not', 'or']],
    [`${BODY}    condition: 1 ▮`, ['of'], ['and']],
    [`${BODY}    condition: 1 of ▮`, ['selection_*', 'them'], ['filter_*', 'and']],
    [`${BODY}    condition: >\n        filter or ▮`, ['selection_b'], ['or']],
    ['description: |\n    ▮', [], ['title', 'level']],
    ['title: A\n# ▮', [], ['title', 'level']],
  ])('%j', (marked, has, hasNot) => {
    const { labels } = at(marked);
    expect(labels).toEqual(expect.arrayContaining(has));
    for (const label of hasNot) expect(labels).not.toContain(label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test.each<[marked: string, label: string, becomes: string]>([
    ['lev▮', 'level', 'level: '],
    ['lev▮el: high', 'level', 'level: high'],
    ['level: hi▮gh', 'low', 'level: low'],
    ['tags: [attack.▮]', 'attack.t1490', 'tags: [attack.t1490]'],
    [
      `${HEAD}    s:\n        Ima▮|contains: a`,
      'CommandLine',
      `${HEAD}    s:\n        CommandLine|contains: a`,
    ],
    [`${HEAD}    s:\n        Image|co▮: a`, 'contains', `${HEAD}    s:\n        Image|contains: a`],
    [
      `${HEAD}    s:\n        Image: ▮`,
      'C:\\Tools\\it.exe',
      `${HEAD}    s:\n        Image: 'C:\\Tools\\it.exe'`,
    ],
    [`${HEAD}    s:\n        Image: '▮'`, 'C:\\a*b', `${HEAD}    s:\n        Image: 'C:\\a\\*b'`],
    [`${HEAD}    s:\n        Image|re: ▮`, 'C:\\a*b', `${HEAD}    s:\n        Image|re: 'C:\\\\a\\*b'`],
    [`${HEAD}    s:\n        EventID: ▮`, '4688', `${HEAD}    s:\n        EventID: 4688`],
    [
      `${BODY}    condition: sel▮ection_a and filter`,
      'selection_b',
      `${BODY}    condition: selection_b and filter`,
    ],
    [`${BODY}    condition: 1 of fil▮`, 'selection_*', `${BODY}    condition: 1 of selection_*`],
  ])('%j with %j', (marked, label, becomes) => {
    expect(at(marked).accept(label)).toBe(becomes);
  });

  test('fields show how often rules use them, the most used first', () => {
    const { items } = at(`${HEAD}    s:\n        ▮`);
    expect(items.slice(0, 2)).toMatchObject([
      { label: 'CommandLine', detail: 'in 800 of 1,200 rules' },
      { label: 'Image', detail: 'in 700 of 1,200 rules · in the events' },
    ]);
  });

  test.each<[marked: string, facts: AssistFacts, labels: string[], detail: string | undefined]>([
    ['logsource:\n    product: ▮', {}, ['windows', 'linux'], expect.stringMatching(/^[\d,]+ rules$/)],
    ['logsource:\n    category: ▮', {}, ['process_creation', 'file_event'], expect.stringMatching(/ rules$/)],
    ['logsource:\n    ▮', {}, ['windows / process_creation'], expect.stringMatching(/ rules$/)],
    [
      'logsource:\n    product: ▮',
      { sources: [{ source: { product: 'okta', service: 'okta' }, events: 3 }] },
      ['okta', 'windows'],
      expect.stringMatching(/^in the events · \d+ rules$/),
    ],
    [
      'logsource:\n    product: windows\n    category: ▮',
      {
        sources: [
          { source: { product: 'windows', category: 'network_connection' }, events: 1 },
          { source: { product: 'windows', category: 'dns_query' }, events: 5 },
        ],
      },
      ['dns_query', 'network_connection', 'process_creation'],
      expect.stringMatching(/^in the events/),
    ],
  ])('log sources by events and number of rules: %j', (marked, facts, labels, detail) => {
    const { items } = complete(marked.replace('▮', ''), marked.indexOf('▮'), facts);
    const keys = new Set(['product', 'category', 'service', 'definition']);
    const found = items.filter(({ label }) => !keys.has(label));
    expect(found.slice(0, labels.length).map(({ label }) => label)).toEqual(labels);
    expect(found[0]?.detail).toEqual(detail);
  });

  test('an id is generated for a whole rule, and after `id`', () => {
    const id = '0f1e2d3c-4b5a-4968-8776-5544332211aa';
    const whole = complete('', 0, { id }).items.find(({ label }) => label === 'whole rule');
    expect(whole?.insert).toContain(`\nid: ${id}\n`);
    expect(complete('id: ', 4, { id }).items).toMatchObject([{ insert: id }]);
    expect(complete('id: ', 4, {}).items).toEqual([]);
  });

  test('a technique is found by its name', () => {
    const { items } = at('tags:\n    - ▮');
    expect(items.find((i) => i.label === 'attack.t1059.001')).toMatchObject({
      detail: 'Command and Scripting Interpreter: PowerShell',
      filter: expect.stringContaining('PowerShell'),
    });
  });

  test('for any text, a range around the cursor', () => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      "'",
      '[',
      ',',
      '#',
      '|',
      '\n    ',
      'detection:',
      'condition:',
      'logsource:',
      'tags:',
      '---',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (pieces, n) => {
        const text = pieces.join('');
        const offset = n % (text.length + 1);
        const { range } = complete(text, offset, FACTS);
        expect(range.start).toBeLessThanOrEqual(offset);
        expect(range.end).toBeGreaterThanOrEqual(offset);
      }),
    );
  });

  test.each(['    a: b\n', '- ', '# \n', "'", 'a '])('a long text of %j takes linear time', (piece) => {
    expectLinear(
      2000,
      (size) => `detection:\n${piece.repeat(size)}`,
      (text) => complete(text, text.length, FACTS),
    );
  });
});
