import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rule as generated } from '../../testing/generate';
import { topicAt, topicOfItem } from './topic-at';
import { topics } from './topics';

const RULE = `title: T
level: high
logsource:
    product: windows
    category: process_creation
detection:
    sel:
        CommandLine|contains|windash: ' -enc '
        Image: 'C:\\Apps*.exe'
        LogonId: 999
        User: null
        Own: plain
    words:
        - 'a keyword'
    condition: 1 of s* and not (words or them)
`;

describe('what is at a place', () => {
  test.each([
    ['title: T', 2, 'key:title'],
    ['title: T', 8, 'key:title'],
    ['high', 1, 'key:level'],
    ['product', 1, 'key:logsource/product'],
    ['windows', 1, 'logsource:windows / process_creation'],
    ['CommandLine', 3, 'field:CommandLine'],
    ['contains', 2, 'modifier:contains'],
    ['windash', 2, 'modifier:windash'],
    [' -enc ', 2, 'value:text'],
    ['Apps*', 1, 'value:star'],
    ['999', 1, 'value:number'],
    ['null', 1, 'value:null'],
    ['Own', 1, null],
    ['sel:', 1, null],
    ['a keyword', 3, 'value:keywords'],
    ['condition', 3, 'key:detection/condition'],
    ['1 of s*', 3, 'condition:of'],
    ['s* and', 1, 'condition:pattern'],
    ['and not', 1, 'condition:and'],
    ['them', 1, 'condition:them'],
  ])('%s at %d: %s', (text, into, id) => {
    const found = topicAt(RULE, RULE.indexOf(text) + into);
    expect(found && `${found.kind}:${found.name}`).toBe(id);
  });

  test('whatever it is, the reference has it', () => {
    const ids = new Set(topics().map(({ kind, name }) => `${kind}:${name}`));
    fc.assert(
      fc.property(generated, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const found = topicAt(text, Math.floor(share * text.length));
        if (found && found.kind !== 'logsource') expect(ids).toContain(`${found.kind}:${found.name}`);
      }),
    );
  });
});

const ARRAYS = `sigma-version: 3
detection:
    sel:
        c[any]:
            at[-2]: x
            t[all]:
                .|contains: y
            condition: sel and not sel
`;

test.each([
  ['[any]', 1, 'array:[any]'],
  ['[-2]', 2, 'array:[-1]'],
  ['[all]', 1, 'array:[all]'],
  ['.|contains', 0, 'array:.'],
  ['contains', 2, 'modifier:contains'],
  ['condition', 2, 'array:condition in a block'],
  ['and not', 1, 'condition:and'],
  [': x', 2, 'value:text'],
])('in a block, %s at %d: %s', (text, into, id) => {
  const found = topicAt(ARRAYS, ARRAYS.indexOf(text) + into);
  expect(found && `${found.kind}:${found.name}`).toBe(id);
  const older = topicAt(ARRAYS.replace('3', '2'), ARRAYS.indexOf(text) + into);
  if (text.startsWith('[')) expect(older).toBeNull();
});

test.each([
  ['        CommandLine|', 'windash', 'modifier:windash'],
  ['        ', 'CommandLine', 'field:CommandLine'],
  ['    condition: ', 'and', 'condition:and'],
  ['    condition: ', 'sel', null],
])('the suggestion behind %j called %s', (line, label, id) => {
  const text = `title: T\ndetection:\n    sel:\n        A: b\n${line.startsWith('     ') ? '    two:\n' : ''}${line}`;
  const found = topicOfItem(text, text.length, label);
  expect(found && `${found.kind}:${found.name}`).toBe(id);
});
