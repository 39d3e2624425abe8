import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, compileCollection } from '../../rule';
import { pair } from '../../testing/generate';
import { missesOf } from '../../testing/synthesized';
import { plain } from '../../text';
import { regexSample } from './regex-sample';
import { synthesize } from './synthesize';

const HEAD = 'title: T\nlogsource:\n  product: windows\n  category: process_creation\ndetection:\n';

/** A rule with one selection `s` of one item. */
function ruleOf(item: string, rest = '  condition: s\n'): string {
  return `${HEAD}  s:\n    ${item}\n${rest}`;
}

function eventFor(text: string, value: number): Record<string, unknown> | string {
  const plan = compile(text).plan!;
  const found = synthesize(plan, { selection: plan.values[value]!.selection, value });
  return found.ok ? JSON.parse(found.json) : plain(found.reason);
}

const SYSMON = {
  Channel: 'Microsoft-Windows-Sysmon/Operational',
  Provider_Name: 'Microsoft-Windows-Sysmon',
  EventID: 1,
};

describe('one value, by kind of test', () => {
  test.each([
    ['text', 'User: svc', 0, { User: 'svc' }],
    ['wildcards filled', "User: 'a*b?'", 0, { User: 'a ba' }],
    ["a path's end", "Image|endswith: '\\one.exe'", 0, { Image: 'C:\\Example\\one.exe' }],
    ['a start', "User|startswith: 'CORP'", 0, { User: 'CORP' }],
    ['the second of a list', "User: ['a', 'b']", 1, { User: 'b' }],
    ['a part that another value is a part of', "User|contains: ['abc', 'b']", 1, { User: 'b' }],
    ['all of a list', "CommandLine|contains|all: ['-x', '-y']", 1, { CommandLine: '-x -y' }],
    ['an expression', "User|re: '^a+[0-9]{2}(x|y)$'", 0, { User: 'a00x' }],
    ['a network', "DestinationIp|cidr: '10.2.0.0/16'", 0, { DestinationIp: '10.2.0.1' }],
    ['a number', 'LogonType: 3', 0, { LogonType: 3 }],
    ['more than', 'Size|gt: 10', 0, { Size: 11 }],
    ['less than', 'Size|lt: 10', 0, { Size: 9 }],
    ['at least', 'Size|gte: 10', 0, { Size: 10 }],
    ['an hour', 'UtcTime|hour: 7', 0, { UtcTime: '2026-01-15T07:00:00Z' }],
    ['no field', 'User: null', 0, {}],
    ['some field', 'User|exists: true', 0, { User: 'example' }],
    ['absent', 'User|exists: false', 0, {}],
    ['another field', 'User|fieldref: ParentUser', 0, { User: 'example', ParentUser: 'example' }],
    ['encoded', "CommandLine|base64: 'hello'", 0, { CommandLine: 'aGVsbG8=' }],
    ['encoded at any offset', "CommandLine|base64offset|contains: 'hello'", 0, { CommandLine: 'aGVsbG' }],
    ['a switch', "CommandLine|windash|contains: ' -x '", 0, { CommandLine: ' -x ' }],
  ])('%s', (_, item, value, fields) => {
    expect(eventFor(ruleOf(item), value)).toEqual({ ...SYSMON, ...fields });
  });

  test('a keyword is in the message', () => {
    const plan = `title: T\nlogsource:\n  product: linux\n  service: auth\ndetection:\n  k:\n    - one\n    - two\n  condition: k\n`;
    expect(eventFor(plan, 1)).toEqual({ Message: 'two' });
  });
});

describe('the rest of the condition', () => {
  test('another selection is satisfied, and a filter does not match', () => {
    const rest =
      "  t:\n    User|startswith: 'CORP'\n  filter:\n    ParentImage: null\n  condition: s and t and not filter\n";
    const event = eventFor(ruleOf("Image|endswith: ['\\a.exe', '\\b.exe']", rest), 1);
    expect(event).toEqual({ ...SYSMON, Image: 'C:\\Example\\b.exe', User: 'CORP', ParentImage: 'example' });
  });

  test('the value of a filter gets an event that only it excludes', () => {
    const rest = "  filter:\n    User: 'system'\n  condition: s and not filter\n";
    const plan = compile(ruleOf("Image|endswith: '\\a.exe'", rest)).plan!;
    const found = synthesize(plan, { selection: 1, value: 1 });
    expect(found).toMatchObject({ ok: true, matches: false });
    expect(found.ok && JSON.parse(found.json)).toEqual({
      ...SYSMON,
      Image: 'C:\\Example\\a.exe',
      User: 'system',
    });
  });

  test('a selection as a whole', () => {
    const plan = compile(ruleOf("User: ['a', 'b']")).plan!;
    expect(synthesize(plan, { selection: 0, value: null })).toMatchObject({ ok: true, matches: true });
  });
});

describe('if none can be made, the reason is given', () => {
  test.each([
    ['an expression that looks ahead', ruleOf("User|re: 'a(?=b)'"), /lookaround or a back reference/],
    [
      'a selection that the condition leaves out',
      ruleOf('User: a', '  t:\n    User: b\n  condition: t\n'),
      /does not use `s`/,
    ],
    [
      'what excludes itself',
      ruleOf('User: a', '  t:\n    User: b\n  condition: s and t\n'),
      /No event was found/,
    ],
    ['a value turned around', ruleOf('User|neq: a'), /`neq` negates/],
  ])('%s', (_, rule, reason) => {
    expect(eventFor(rule, 0)).toMatch(reason);
  });
});

test('for generated rules, every event offered matches through its value', () => {
  fc.assert(
    fc.property(pair, ({ rule, placeholders }) => {
      for (const { plan } of compileCollection(rule, { placeholders }).plans)
        expect(missesOf(plan).wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a sample of any expression matches it, and sampling never throws', () => {
  const piece = fc.constantFrom(
    'a',
    '[ab]',
    '[^a]',
    '(b|c)',
    '(?:d)',
    '\\d',
    '\\w',
    '.',
    'a{2}',
    'b?',
    'c*',
    '\\.',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(6), (pieces, turn) => {
      const source = pieces.join('');
      expect(regexSample(source, turn)).toMatch(new RegExp(`^(?:${source})$`, 'u'));
    }),
  );
  fc.assert(fc.property(fc.string(), fc.nat(6), (source, turn) => void regexSample(source, turn)));
});
