import { describe, expect, it } from 'vitest';
import { compile } from '../rule';
import { ruleCard } from './rule-card';
import { ruleSheet } from './rule-sheet';

const DETECTION = 'logsource: {product: test}\ndetection: {s: {A: 1}, condition: s}\n';
const sheet = (meta: string) => ruleSheet(ruleCard(compile(meta + DETECTION).plan!));

describe('ruleSheet', () => {
  it('shows everything that the rule says about itself', () => {
    const found = sheet(
      [
        'title: T',
        'id: d116cd0a-2338-4bd0-9ef4-ab2fc58b329b',
        'related:',
        '    - {id: 0a9a1b2c-2338-4bd0-9ef4-ab2fc58b329b, type: obsolete}',
        '    - {id: 1a9a1b2c-2338-4bd0-9ef4-ab2fc58b329b}',
        'status: test',
        'description: |',
        '    One.',
        '    Still one.',
        '',
        '    Two.',
        'references:',
        '    - https://example.org/a',
        '    - javascript:alert(1)',
        '    - A book',
        'author: ana',
        'date: 2026-11-24',
        'modified: 2026-11-25',
        'license: MIT',
        'tags: [attack.execution, cve.2021-44228]',
        'falsepositives: [Backups]',
        'level: high',
        '',
      ].join('\n'),
    );
    expect(found).toEqual({
      title: 'T',
      description: ['One.\nStill one.', 'Two.'],
      facts: [
        { label: 'Status', value: 'test' },
        { label: 'Level', value: 'high' },
        { label: 'Author', value: 'ana' },
        { label: 'Date', value: '2026-11-24' },
        { label: 'Modified', value: '2026-11-25' },
        { label: 'Id', value: 'd116cd0a-2338-4bd0-9ef4-ab2fc58b329b' },
        { label: 'Licence', value: 'MIT' },
      ],
      references: [
        { text: 'https://example.org/a', url: 'https://example.org/a' },
        { text: 'javascript:alert(1)', url: null },
        { text: 'A book', url: null },
      ],
      related: [
        {
          id: '0a9a1b2c-2338-4bd0-9ef4-ab2fc58b329b',
          kind: 'obsolete',
          says: 'this rule replaces it',
        },
        {
          id: '1a9a1b2c-2338-4bd0-9ef4-ab2fc58b329b',
          kind: '',
          says: 'relation not given',
        },
      ],
      falsePositives: ['Backups'],
      tags: ['attack.execution', 'cve.2021-44228'],
    });
  });

  it('leaves out what the rule does not say', () => {
    expect(sheet('title: T\n')).toMatchObject({ description: [], facts: [], references: [], related: [] });
  });
});

describe('ruleCard', () => {
  it.each<[detection: string, fields: string, eventIds: readonly number[]]>([
    ['{s: {EventID: [1, 3], A|contains: x, A|endswith: y}, condition: s}', 'EventID A', [1, 3]],
    ['{s: [{EventID: 1}, {EventID: 4}], f: {EventID: 5}, condition: s and not f}', 'EventID', [1, 4]],
    ['{s1: {EventID: 1}, s2: {EventID: 2}, condition: 1 of s*}', 'EventID', [1, 2]],
    ['{s: {A|fieldref: B}, condition: s}', 'A B', []],
    ['{s: {EventID|gt: 7}, condition: s}', 'EventID', []],
    ['{s: [word], condition: s}', '', []],
  ])('%s', (detection, fields, eventIds) => {
    const card = ruleCard(
      compile(`title: t\nlogsource: {product: windows}\ndetection: ${detection}\n`).plan!,
    );
    expect([card.fields.join(' '), card.eventIds]).toEqual([fields, eventIds]);
  });
});
