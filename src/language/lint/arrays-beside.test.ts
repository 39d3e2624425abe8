import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { compileCollection } from '../../rule';
import { applyEdits } from '../../text';
import { arrays, wholeExample } from './example';
import { lint } from './lint';

/* Selectors of members beside events: what is told, at which characters, and what the first fix writes. */

type Told = [code: string, characters: string, fix?: string];

function whole(lines: string): string {
  const keys = arrays(lines);
  return wholeExample({ id: '', severity: 'info', finds: '', why: '', bad: keys, good: keys }, 'good').text;
}

function told(lines: string, events: readonly object[]): Told[] {
  const text = whole(lines);
  const read = readEvents(events.map((event) => JSON.stringify(event)).join('\n')).slices;
  const beside = { events: read.flatMap(({ event }) => event ?? []) };
  return lint(compileCollection(text), { beside })
    .filter(({ code }) => /^array-(?:absent|position|single)$/.test(code))
    .map(({ code, range, fixes }): Told => {
      const characters = text.slice(range.start, range.end);
      const fixed = fixes && applyEdits(text, fixes[0]!.edits).split('selection:\n        ')[1]!;
      return fixed ? [code, characters, fixed.split('\n')[0]!] : [code, characters];
    });
}

const C = [{ c: [{ ip: 'x', at: ['a'] }, { ip: 'y' }] }];

describe('beside events', () => {
  test.each<[lines: string, events: readonly object[], told: Told[]]>([
    // a position
    ['args[7]: x', [{ args: ['a', 'b'] }], [['array-position', '[7]']]],
    ['args[7]: x', [{ args: ['a'] }, { args: [1, 2, 3, 4, 5, 6, 7, 8] }], []],
    ['args[-1]: x', [{ args: ['a'] }], []],
    ['args[-2]: x', [{ args: ['a'] }], [['array-position', '[-2]']]],
    ['args[0]: x', [{ args: [] }], [['array-position', '[0]']]],
    ['args[7]: x', [{ other: 1 }], []],
    ['args[7]: x', [{ args: null }], []],
    ['c[0].at[3]: x', C, [['array-position', '[3]']]],
    ['c[3].at[3]: x', C, [['array-position', '[3]']]],
    ['c[any]:\n    at[5]: x', C, [['array-position', '[5]']]],
    ['c[any].at[5]: x', C, [['array-position', '[5]']]],
    ['args[7]:\n    a: x', [{ args: [{ a: 'x' }] }], [['array-position', '[7]']]],
    ['grid[0][4]: x', [{ grid: [[1]] }], [['array-position', '[4]']]],
    // a single value
    ['user[0]: x', [{ user: 'x' }], [['array-single', '[0]', 'user: x']]],
    ['user[0]: x', [{ user: 'x' }, { user: ['x'] }], []],
    ['user[any]|startswith: x', [{ user: 'x' }], [['array-single', '[any]', 'user|startswith: x']]],
    ['user[any].name: x', [{ user: { name: 'x' } }], [['array-single', '[any]', 'user.name: x']]],
    ['user[any]:\n    name: x', [{ user: { name: 'x' } }], [['array-single', '[any]']]],
    ['user[none]: x', [{ user: 'x' }], [['array-single', '[none]']]],
    ['user[0].id: x', [{ user: { id: 'x' } }], [['array-single', '[0]', 'user.id: x']]],
    // another name
    [
      'conections[any].ip: x',
      [{ connections: [{ ip: 'x' }] }],
      [['array-absent', 'conections', 'connections[any].ip: x']],
    ],
    ['Args[0]: x', [{ args: ['x'] }], [['array-absent', 'Args[0]', 'args[0]: x']]],
    ['args[0]: x', [{ 'args[0]': 'x' }], [['array-absent', 'args[0]', 'args\\[0\\]: x']]],
    ["'args[0]': x", [{ 'args[0]': 'x' }], [['array-absent', 'args[0]', "'args\\[0\\]': x"]]],
    ['"args[0]": x', [{ 'args[0]': 'x' }], [['array-absent', 'args[0]']]],
    ['c[any]:\n    att[any]: x', C, [['array-absent', 'att', 'c[any]:']]],
    ['conections[any].ip: x', [{ connections: [{ ip: 'x' }] }, { conections: [] }], []],
    ['wholly[any].else: x', [{ connections: [{ ip: 'x' }] }], []],
    ['conections[any].ip: x', [], []],
  ])('%s over %j', (lines, events, expected) => expect(told(lines, events)).toEqual(expected));

  test('an event of another log source says nothing, unless log sources are ignored', () => {
    const text = whole('args[7]: x');
    const [slice] = readEvents('{"Channel":"Security","EventID":4624,"args":["a"]}').slices;
    const codes = (ignoreLogsource: boolean) =>
      lint(compileCollection(text), { beside: { events: [slice!.event!], ignoreLogsource } }).map(
        ({ code }) => code,
      );
    expect(codes(false)).not.toContain('array-position');
    expect(codes(true)).toContain('array-position');
  });
});
