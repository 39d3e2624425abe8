import { describe, expect, test } from 'vitest';
import { applyEdits, plain } from '../../text';
import { complete } from './complete';
import { eventsWanted } from './events-wanted';
import { type HoverFacts, hover } from './hover';

const HEAD = 'sigma-version: 3\nlogsource:\n    product: own\ndetection:\n    s:\n';
/** A rule whose version has no selectors. */
const PLAIN = HEAD.slice(HEAD.indexOf('logsource'));
const BLOCK = `${HEAD}        connections[any]:\n`;
const EXTENDED = `${BLOCK}            tcp:\n                protocol: TCP\n            inside:\n                ip: x\n`;

const FACTS: HoverFacts = {
  fields: ['host', 'connections.ip', 'connections.protocol', 'tags'],
  arrays: [
    { name: 'connections[].ip', events: 2 },
    { name: 'connections[].protocol', events: 2 },
    { name: 'connections[].ports[]', events: 1 },
    { name: 'tags[]', events: 3 },
    { name: 'object.list[].at[].name', events: 1 },
  ],
  values: (field) =>
    field === 'connections.ip'
      ? [{ value: '192.0.2.1', events: 1 }]
      : field === 'tags'
        ? [{ value: 'web', events: 3 }]
        : [],
};

const labels = (marked: string) =>
  complete(marked.replace('▮', ''), marked.indexOf('▮'), FACTS).items.map(({ label }) => label);

const SELECTORS = ['any', 'all', 'all_or_empty', 'none', '0', '-1'];

describe('suggestions about members of arrays', () => {
  test.each<[marked: string, labels: string[]]>([
    [`${HEAD}        connections[▮`, SELECTORS],
    [`${HEAD}        tags[a▮]|startswith: x`, SELECTORS],
    [`${BLOCK}            ▮`, ['ip', 'protocol', 'ports[any]']],
    [`${BLOCK}            i▮: x`, ['ip', 'protocol', 'ports[any]']],
    [`${BLOCK}            ports[any]:\n                ▮`, ['.']],
    [`${HEAD}        connections[any].▮`, ['ip', 'protocol', 'ports[any]']],
    [`${HEAD}        connections[0].i▮|cidr: x`, ['ip', 'protocol', 'ports[any]']],
    [`${HEAD}        tags[all]:\n            ▮`, ['.']],
    [`${HEAD}        object.list[any]:\n            at[none]:\n                ▮`, ['name']],
    [`${EXTENDED}            ▮`, ['ip', 'protocol', 'ports[any]', 'condition']],
    [`${EXTENDED}            tcp2:\n                ▮`, ['ip', 'protocol', 'ports[any]']],
    [`${BLOCK}            ip: ▮`, ['192.0.2.1']],
    [`${HEAD}        connections[any].ip|contains: ▮`, ['192.0.2.1']],
    [`${HEAD}        tags[any]:\n            - ▮`, ['web']],
    [`${HEAD}        tags[any]:\n            .|startswith: ▮`, ['web']],
    [`${EXTENDED}            condition: tcp and ▮`, ['not', 'inside', 'tcp']],
  ])('%j', (marked, expected) => {
    expect([...labels(marked)].sort()).toEqual(expect.arrayContaining([...expected].sort()));
    if (!marked.includes('condition:')) expect(labels(marked)).toHaveLength(expected.length);
  });

  test('beside fields stand arrays with a selector', () => {
    const found = labels(`${HEAD}        ▮`);
    expect(found).toEqual(expect.arrayContaining(['host', 'tags', 'tags[any]', 'connections[any]']));
    expect(found).toContain('object.list[any]');
  });

  test('a name with brackets is escaped where brackets select', () => {
    const inserts = (text: string) =>
      complete(text, text.length, { fields: ['odd[0]'], arrays: [] }).items.map(({ insert }) => insert);
    expect(inserts(`${HEAD}        od`)).toEqual(['odd\\[0\\]']);
    expect(inserts(`${PLAIN}        od`)).toEqual(['odd[0]']);
  });

  test('without the version, a bracket is part of a name', () => {
    expect(labels(`${PLAIN}        ▮`)).not.toContain('tags[any]');
    expect(labels(`${PLAIN}        tags[▮`)).not.toContain('any');
    const offset = `${PLAIN}        tags[`.length;
    const picked = complete(`${PLAIN}        tags[`, offset, { ...FACTS, spec: 'proposals' });
    expect(picked.items.map(({ label }) => label)).toEqual(SELECTORS);
  });

  test.each<[marked: string, label: string, becomes: string]>([
    ['connections[a▮', 'any', 'connections[any]:\n    '],
    ['connections[a▮]: x', 'all', 'connections[all]: x'],
    ['connections[▮].ip: x', '-1', 'connections[-1].ip: x'],
    ['connections[▮', '0', 'connections[0].'],
    ['tags[▮', 'none', 'tags[none]'],
    ['connections[any].▮ip|cidr: x', 'protocol', 'connections[any].protocol|cidr: x'],
  ])('%j with %j', (marked, label, becomes) => {
    const whole = `${HEAD}        ${marked}`;
    const text = whole.replace('▮', '');
    const { range, items } = complete(text, whole.indexOf('▮'), FACTS);
    const { insert } = items.find((item) => item.label === label)!;
    expect(applyEdits(text, [{ range, text: insert }])).toBe(`${HEAD}        ${becomes}`);
  });
});

test.each<[marked: string, by: 'complete' | 'hover', field: string | null]>([
  [`${BLOCK}            ip: ▮`, 'complete', 'connections.ip'],
  [`${BLOCK}            i▮p: x`, 'hover', 'connections.ip'],
  [`${BLOCK}            ▮`, 'complete', null],
  [
    `${HEAD}        object.list[any]:\n            at[0]:\n                name: ▮`,
    'complete',
    'object.list.at.name',
  ],
  [`${HEAD}        tags[all]:\n            .: ▮`, 'complete', 'tags'],
  [`${HEAD}        odd\\[0\\]: ▮`, 'complete', 'odd[0]'],
])('what is asked of the events for %j', (marked, by, field) => {
  const source = { product: 'own' };
  expect(eventsWanted(marked.replace('▮', ''), marked.indexOf('▮'), by)).toEqual({ field, source });
});

describe('the hover about members', () => {
  test.each<[marked: string, of: string, said: string]>([
    [`${HEAD}        connections[a▮ny]:\n            ip: x`, '[any]', 'At least one member of the array'],
    [
      `${HEAD}        connections[a▮ny]:\n            ip: x`,
      '[any]',
      'an array in 2 events. Its members have `ip`',
    ],
    [`${HEAD}        tags[al▮l]|startswith: x`, '[all]', 'of single values'],
    [`${HEAD}        tags[al▮l]|startswith: x`, '[all]', 'not the modifier'],
    [`${HEAD}        tags[▮-3]: x`, '[-3]', 'from the end'],
    [`${HEAD}        tags[▮12]: x`, '[12]', 'at this position'],
    [`${BLOCK}            i▮p: x`, 'ip', '`ip` of members of `connections`.'],
    [`${BLOCK}            i▮p: x`, 'ip', 'In the events: `192.0.2.1`'],
    [`${HEAD}        connecti▮ons[any].ip: x`, 'connections[any].ip', '`ip` of members of `connections`.'],
    [`${HEAD}        tags[any]:\n            ▮.: x`, '.', 'the member itself'],
    [`${EXTENDED}            cond▮ition: tcp`, 'condition', 'selections and a `condition` of its own'],
    [`${EXTENDED}            condition: tcp an▮d inside`, 'and', 'Both sides'],
    [`${BLOCK}            ip|cid▮r: 192.0.2.0/24`, 'cidr', 'network'],
    [`${BLOCK}            ip|cidr: 192.0.2.0/▮24`, '192.0.2.0/24', 'is in'],
    [`${PLAIN}        tags[a▮ny]: x`, '[any]', 'Part of the field’s name. With `sigma-version: 3`'],
  ])('%j', (marked, of, said) => {
    const text = marked.replace('▮', '');
    const found = hover(text, marked.indexOf('▮'), FACTS)!;
    expect(text.slice(found.range.start, found.range.end)).toBe(of);
    expect(found.lines.map(plain).join('\n')).toContain(said);
  });
});
