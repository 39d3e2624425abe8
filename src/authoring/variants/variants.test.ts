import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { Evaluator } from '../../match';
import { compile } from '../../rule';
import { applyEdits } from '../../text';
import { type Variant, variants } from './variants';

const rule = (item: string) => `title: T # kept
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        ${item}
    condition: selection
`;

const sysmon = (line: string) => ({
  Channel: 'Microsoft-Windows-Sysmon/Operational',
  EventID: 1,
  CommandLine: line,
  ParentCommandLine: line,
});

/** The variants of a command line, under a rule of one item. */
function variantsOf(item: string, ...lines: string[]) {
  const text = rule(item);
  const { plan, diagnostics } = compile(text);
  if (!plan) throw new Error(diagnostics.map((d) => d.code).join());
  const { slices } = readEvents(lines.map((line) => JSON.stringify(sysmon(line))).join('\n'));
  return { text, plan, found: variants(plan, slices, 0) };
}

/** The event's own text with the variant, parsed again: its verdict. */
function verdictOf(text: string, line: string): string {
  const { plan } = compile(text);
  const { slices } = readEvents(JSON.stringify({ ...sysmon(line), ParentCommandLine: '' }));
  return plan ? new Evaluator(plan).verdict(slices[0]!.event!) : 'does not compile';
}

/** The rule's item after a variant's change. */
function itemAfter(text: string, { change }: Variant): string | null {
  if (!change) return null;
  const after = applyEdits(text, change.edits);
  expect(after).toContain('# kept');
  return /selection:\n {8}(.*)\n {4}condition/.exec(after)![1]!;
}

describe('variants that slip through, and the change that catches them', () => {
  test.each([
    [
      "CommandLine|contains: ' -urlcache'",
      'certutil -urlcache x',
      'slash-dash',
      "CommandLine|contains|windash: ' -urlcache'",
    ],
    ["CommandLine|contains|cased: '/all'", 'whoami /all', 'case', "CommandLine|contains: '/all'"],
    ["CommandLine|re: '/all'", 'whoami /all', 'case', "CommandLine|re|i: '/all'"],
    ["CommandLine|contains: 'net user'", 'net user x', 'blanks', "CommandLine|contains|all: ['net', 'user']"],
    ["CommandLine|contains: 'user x'", 'net user x', 'tab', "CommandLine|re|i: 'user\\s+x'"],
    ["CommandLine|contains: ' user '", 'net user x', 'tab', "CommandLine|contains: 'user'"],
    ["CommandLine|startswith: 'whoami'", 'whoami /all', 'quoted-program', "CommandLine|contains: 'whoami'"],
    [
      "CommandLine|contains: 'whoami'",
      'cmd /c whoami',
      'caret',
      "CommandLine|re|i: 'w\\^*h\\^*o\\^*a\\^*m\\^*i'",
    ],
    [
      "CommandLine|contains: '\\System32\\whoami.exe'",
      'C:\\Windows\\System32\\whoami.exe',
      'no-path',
      "CommandLine|contains: 'whoami'",
    ],
    [
      "CommandLine|contains: ' -EncodedCommand'",
      'powershell -EncodedCommand A',
      'abbreviation',
      "CommandLine|contains: [' -EncodedCommand', ' -ec']",
    ],
  ])('%s on %s: %s', (item, line, id, expected) => {
    const { text, found } = variantsOf(item, line);
    const variant = found!.find((v) => v.id === id)!;
    expect(variant.matches).toBe(false);
    expect(itemAfter(text, variant)).toBe(expected);
  });

  test('an evasion that the rule catches is reported as caught and needs no change', () => {
    const { found } = variantsOf("CommandLine|contains: 'whoami'", 'whoami /all');
    expect(found!.find((v) => v.id === 'slash-dash')).toMatchObject({ matches: true, change: null });
  });

  test('the effect lists the events that match only with the change', () => {
    const { found } = variantsOf("CommandLine|contains: ' /all'", 'whoami /all', 'whoami -all', 'whoami');
    const { change } = found!.find((v) => v.id === 'slash-dash')!;
    expect(change).toMatchObject({ gained: [1], lost: [], tried: 3 });
  });

  test('if no change of an item helps, none is offered: a filter that now matches is not an item that broke', () => {
    const { plan } = compile(`title: T
logsource:
    category: process_creation
detection:
    selection:
        CommandLine|contains: whoami
    filter:
        CommandLine|contains: ' -all'
    condition: selection and not filter
`);
    const { slices } = readEvents(JSON.stringify(sysmon('whoami /all')));
    const found = variants(plan!, slices, 0)!;
    expect(found.find((v) => v.id === 'slash-dash')).toMatchObject({ matches: false, change: null });
  });

  test('keywords see the changed value in its place', () => {
    const { plan } = compile('title: T\ndetection:\n    k:\n        - whoami /all\n    condition: k\n');
    const { slices } = readEvents(JSON.stringify({ CommandLine: 'whoami /all', EventID: 1 }));
    expect(variants(plan!, slices, 0)!.find((v) => v.id === 'slash-dash')!.matches).toBe(false);
  });

  test.each([
    ['Security 4688', { Channel: 'Security', EventID: 4688, CommandLine: 'whoami /all' }],
    [
      'evtx_dump',
      {
        Event: { System: { Channel: 'Security', EventID: 4688 }, EventData: { CommandLine: 'whoami /all' } },
      },
    ],
    [
      'Defender',
      {
        ActionType: 'ProcessCreated',
        ProcessCommandLine: 'whoami /all',
        FolderPath: 'C:\\w.exe',
        InitiatingProcessFolderPath: 'c:\\cmd.exe',
      },
    ],
  ])('the command line is found under its name in the source: %s', (_, event) => {
    const { plan } = compile(rule("CommandLine|contains: ' /all'"));
    const { slices } = readEvents(JSON.stringify(event));
    const found = variants(plan!, slices, 0)!;
    expect(found.find((v) => v.id === 'slash-dash')).toMatchObject({ text: 'whoami -all', matches: false });
    expect(found.find((v) => v.id === 'slash-dash')!.change).not.toBeNull();
    expect(found.find((v) => v.id === 'case')!.matches).toBe(true);
  });

  test.each([
    ['no match', "CommandLine: 'x'", 'whoami'],
    ['no program', "CommandLine|contains: ' '", '  '],
  ])('nothing to report: %s', (_, item, line) => {
    expect(variantsOf(item, line).found).toBeNull();
  });
});

test('law: a reported verdict is that of the variant parsed again; a change offered compiles, catches it and keeps the event', () => {
  const program = fc.constantFrom(
    'whoami',
    'certutil.exe',
    'C:\\Windows\\System32\\cmd.exe',
    'powershell',
    'a.exe',
  );
  const word = fc.constantFrom(
    '/all',
    '-enc',
    '/c whoami',
    '"a b"',
    '-c Get-Item',
    'C:\\Program Files\\x',
    'x',
    '-f',
  );
  const line = fc
    .tuple(program, fc.array(word, { maxLength: 4 }))
    .map(([p, words]) => [p, ...words].join(' '));
  const modifier = fc.constantFrom(
    '|contains',
    '|startswith',
    '|endswith',
    '',
    '|contains|cased',
    '|contains|windash',
  );
  fc.assert(
    fc.property(line, modifier, fc.nat(), fc.nat({ max: 12 }), (text, modifiers, at, length) => {
      const from = modifiers.includes('contains') || modifiers === '|endswith' ? at % text.length : 0;
      const to =
        modifiers.includes('contains') || modifiers === '|startswith' ? from + length + 1 : text.length;
      const value = text.slice(from, to).replace(/\\/g, '\\\\').replaceAll("'", "''");
      const { text: yaml, found } = variantsOf(`CommandLine${modifiers}: '${value}'`, text);
      for (const variant of found!) {
        expect(verdictOf(yaml, variant.text) === 'match').toBe(variant.matches);
        expect(variant.changed.length).toBeGreaterThan(0);
        for (const { start, end } of variant.changed) expect(end).toBeGreaterThan(start);
        if (variant.matches) expect(variant.change).toBeNull();
        if (!variant.change) continue;
        const after = applyEdits(yaml, variant.change.edits);
        expect(verdictOf(after, variant.text)).toBe('match');
        expect(verdictOf(after, text)).toBe('match');
      }
    }),
    { numRuns: 150 },
  );
});
