import { describe, expect, test } from 'vitest';
import { compileCollection } from '../../rule';
import { lint } from './lint';

/*
 * Correct rules at the border of what a check reports, each beside one that is not. The check is in the first column.
 */

const rule = (detection: string, logsource = 'product: windows') =>
  `title: T\nlogsource:\n    ${logsource}\ndetection:\n${detection.replace(/^/gm, '    ')}\n`;
const one = (item: string, logsource?: string) =>
  rule(`s:\n${item.replace(/^/gm, '    ')}\ncondition: s`, logsource);

/** What a check finds in a text: the characters, in order. */
function found(id: string, text: string): string[] {
  return lint(compileCollection(text))
    .filter(({ code }) => code === id)
    .map(({ range }) => text.slice(range.start, range.end));
}

const ITEMS: readonly (readonly [id: string, item: string, found: readonly string[], logsource?: string])[] =
  [
    // Windows pads the name of the process that logged on.
    ['value-blank-end', "LogonProcessName: 'User32 '", []],
    ['value-blank-end', "Image|endswith: '.exe '", ["'.exe '"]],
    // Kernel paths and the names of pipes and tasks begin with one backslash.
    ['unc-backslash', String.raw`ObjectName: '\\Registry\User\Software'`, []],
    ['unc-backslash', String.raw`Image|startswith: '\\device\harddiskvolume3\'`, []],
    ['unc-backslash', String.raw`ImagePath: '\\SystemRoot\System32\a.sys'`, []],
    ['unc-backslash', String.raw`PipeName|startswith: '\\agent\'`, []],
    ['unc-backslash', String.raw`TaskName: '\\Backup\Nightly'`, []],
    ['unc-backslash', String.raw`Image|startswith: '\\filer\share'`, ['\\\\']],
    // Device paths, and what Sysmon writes for an unknown path.
    ['path-literal-star', String.raw`Image|startswith: '\\\\\?\C:\'`, []],
    ['path-literal-star', String.raw`Image|startswith: '\\\?\?\C:\'`, []],
    ['path-literal-star', String.raw`ImageLoaded|contains: '\?\GlobalRoot\'`, []],
    ['path-literal-star', String.raw`OriginalFileName: '\?'`, []],
    ['path-literal-star', String.raw`Image: 'C:\Users\?\a.exe'`, ['\\?']],
    ['path-literal-star', String.raw`Image: 'C:\\\\\?\a.exe'`, ['\\?']],
    ['path-literal-star', String.raw`Image: '/srv/\*/a'`, [], 'category: process_creation'],
    ['literal-star-end', String.raw`Details|contains: 'del -r \*'`, []],
    ['backslash-before-dot', String.raw`CommandLine|contains: '\Temp\.exe'`, []],
    ['backslash-before-dot', String.raw`CommandLine|contains: 'tool\.exe'`, ['\\.']],
    // A rule may look for an invisible character alone.
    ['invisible-character', "CommandLine|contains: '\u202e'", []],
    ['invisible-character', "CommandLine|contains: '\u202efdp'", []],
    ['invisible-character', "CommandLine|contains: 'a\u202eb'", ['\u202e']],
    ['invisible-character', "CommandLine|contains: 'a\u200b'", ['\u200b']],
    ['no-break-space', 'CommandLine|contains: "a\\u00a0b"', []],
    ['look-alike', "CommandLine|contains: 'μTool'", []],
    ['look-alike', "CommandLine|contains: 'tооl'", ['tооl']],
    // Networks that events have as text, and fields that only seem to have addresses.
    ['cidr-missing', "ranges.cidrIp: '0.0.0.0/0'", []],
    ['cidr-missing', "destinationCidrBlock: '10.0.0.0/8'", []],
    ['cidr-missing', "Description: '10.0.0.0/8'", []],
    ['cidr-missing', "sourceIPAddress: '10.0.0.0/8'", ['sourceIPAddress']],
    ['cidr-as-text', "Description|startswith: '10.'", []],
    ['cidr-as-text', "src_ip|startswith: '10.'", ["'10.'"]],
    ['address-invalid', "Description: '1.2.3.400'", []],
    ['address-invalid', "clientip: '1.2.3.400'", ["'1.2.3.400'"]],
    // Characters in a class are not syntax.
    ['regex-dot', "CommandLine|re: '[a.exe]'", []],
    ['regex-dot', "CommandLine|re: '[)a]b.exe'", ['.']],
    ['regex-catastrophic', "CommandLine|re: '[(a+)+]'", []],
    ['regex-catastrophic', String.raw`CommandLine|re: '\(a+)?(a+)+'`, ['(a+)+']],
    ['regex-open-ends', "CommandLine|re: 'a[|]b.*'", ['.*']],
    ['regex-open-ends', "CommandLine|re: 'a[(]|b.*'", []],
    ['regex-delimiters', "cs-uri-stem|re: '/login/i'", []],
    ['regex-delimiters', "cs-uri-stem|re: '/log.n/i'", ["'/log.n/i'"]],
    ['regex-without-re', String.raw`Image: 'C:\Windows\s*.exe'`, []],
    ['regex-without-re', "CommandLine|contains: '(?i)'", []],
    ['regex-without-re', String.raw`CommandLine: 'a\s+b'`, ['CommandLine']],
    ['regex-dot', "CommandLine|re: '[[:alpha:]b.exe]'", []],
    // Braces, POSIX classes and word boundaries that do not mean what they seem to.
    ['regex-count-literal', "CommandLine|re: 'a{,3}b{1, 3}c{0,3}d{2}e{2,}'", ['{,3}', '{1, 3}']],
    ['regex-count-literal', String.raw`CommandLine|re: 'a\{,3}b[{,3}]'`, []],
    ['regex-posix-class', "CommandLine|re: 'a[[:alpha:]]b[^[:digit:]_]'", []],
    ['regex-posix-class', "CommandLine|re: '[:alpha:]+[:^space:]'", ['[:alpha:]', '[:^space:]']],
    ['regex-posix-class', "CommandLine|re: '[:ab:]'", []],
    ['regex-word-boundary', String.raw`CommandLine|re: '\bcafe\b'`, []],
    ['regex-word-boundary', String.raw`CommandLine|re: '\b(?:éa|b)'`, ['\\b']],
    ['regex-word-boundary', String.raw`CommandLine|re: '(é)\b'`, ['\\b']],
    // One number equals more than its text does; case folds as in matching.
    ['value-twice', "EventID: [1, '1']", []],
    ['value-twice', 'EventID: [1, 1]', ['1']],
    ['value-twice', "CommandLine: ['k', '\u212a']", ["'\u212a'"]],
    ['value-covered', "CommandLine|contains|windash: ['a -', 'a -b']", []],
    ['value-covered', "CommandLine|contains|windash: [' -a', ' -ab']", ["' -ab'"]],
    ['hash-length', "md5: 'unknown'", []],
    ['value-matches-all', "User: '*'", []],
    ['value-matches-all', "User|contains: '*'", []],
    ['value-matches-all', "User|contains: ''", ["''"]],
    // A tab may be intended, but not in a path.
    ['yaml-escape', 'CommandLine|contains: "whoami\\tall"', []],
    ['yaml-escape', 'CommandLine|contains: "D:\\tools"', ['"D:\\tools"']],
    ['field-misspelled', 'ParentOfParentImage: a', [], 'product: windows\n    category: process_creation'],
    [
      'field-misspelled',
      'PaerntImage: a',
      ['PaerntImage'],
      'product: windows\n    category: process_creation',
    ],
    ['field-case', 'resultType: 1', [], 'product: azure\n    service: signinlogs'],
    ['field-case', 'Resultdescription: a', ['Resultdescription'], 'product: azure\n    service: signinlogs'],
    // Digits in a text, and letters that each mean something.
    ['contains-number', 'CommandLine|contains: 4444', []],
    ['contains-number', 'EventID|contains: 4624', ['contains']],
    ['contains-number', 'DestinationPort|startswith: 44', ['startswith']],
    ['contains-short', "tcp_flags|contains: 'S'", []],
    ['contains-short', "Permissions|contains: 'w'", []],
    ['contains-short', "CommandLine|contains: '-e'", ["'-e'"]],
    // Of the events of one tool an id selects some.
    ['eventid-with-category', 'EventID: 17', [], 'product: windows\n    category: pipe_created'],
    ['eventid-with-category', 'EventID: 13', [], 'product: windows\n    category: registry_event'],
    ['eventid-with-category', 'EventID: [19, 20]', [], 'product: windows\n    category: wmi_event'],
    [
      'eventid-with-category',
      'EventID: [17, 18]',
      ['EventID'],
      'product: windows\n    category: pipe_created',
    ],
    [
      'eventid-with-category',
      'EventID: 4688',
      ['EventID'],
      'product: windows\n    category: process_creation',
    ],
    // Names of 4688 are names of Windows.
    ['field-own-name', 'ParentProcessName: a', [], 'product: linux\n    category: process_creation'],
    [
      'field-own-name',
      'ParentProcessName: a',
      ['ParentProcessName'],
      'product: windows\n    category: process_creation',
    ],
    ['field-own-name', 'NewProcessName: a', ['NewProcessName'], 'category: process_creation'],
    // The query of an address has parameters of any name.
    ['hash-length', "cs-uri-query|contains: 'md5=1'", []],
    ['hash-length', "CommandLine|contains: 'sha1=deadbeef'", []],
    ['hash-length', "file.hash|contains: 'MD5=abc'", ["'MD5=abc'"]],
    ['html-entity', "c-uri|contains: '&lt;script'", []],
    ['html-entity', "http.request.body.content|contains: '&#x3c;'", []],
    ['html-entity', "CommandLine|contains: 'a &gt; b'", ['&gt;']],
    ['image-part-of-name', "Image|endswith: '_x64.exe'", []],
    ['image-part-of-name', "Image|endswith: '64.exe'", []],
    ['image-part-of-name', "Image|endswith: 'x86.exe'", []],
    ['image-part-of-name', "Image|endswith: 'tool64.exe'", ["'tool64.exe'"]],
    // French has a no-break space before some marks.
    ['no-break-space', "Message|contains: 'Nom\u00a0: x'", []],
    ['no-break-space', "Message|contains: '«\u00a0non\u00a0»'", []],
    ['no-break-space', "CommandLine|contains: 'net\u00a0user'", ['\u00a0']],
    // Code may hold an expression.
    ['regex-without-re', `ScriptBlockText|contains: "-match '[a-z]+'"`, []],
    ['regex-without-re', "ScriptBlockText: '^[a-z]+$'", ['ScriptBlockText']],
    ['regex-without-re', "Image|contains: 'tool[a-z]+x'", ['Image|contains']],
    // What Explorer starts has a space at its end.
    ['value-blank-end', `CommandLine|endswith: '.exe" '`, []],
    ['value-blank-end', "ParentCommandLine: 'a.exe '", []],
    ['value-blank-end', "CommandLine|startswith: ' a'", ["' a'"]],
  ];

describe('values', () => {
  const rows = ITEMS.map(([id, item, characters, logsource]) => ({ id, item, characters, logsource }));
  test.each(rows)('$id: $item', ({ id, item, characters, logsource }) => {
    expect(found(id, one(item, logsource))).toEqual(characters);
  });
});

const two = (first: string, second: string, condition: string) =>
  rule(`a_one:\n    ${first}\nb_two:\n    ${second}\ncondition: ${condition}`);
const tagged = (...tags: string[]) => `tags:\n${tags.map((tag) => `    - ${tag}\n`).join('')}${one('A: x')}`;
const SYSMON = 'product: windows\n    service: sysmon';
const RULES: readonly (readonly [id: string, text: string, found: readonly string[]])[] = [
  ['selection-twice', two("A|re: '\\d'", "A|re: '\\D'", '1 of them'), []],
  ['selection-twice', two("A|cased: 'x'", "A|cased: 'X'", '1 of them'), []],
  ['selection-twice', two("A: 'x'", "A: 'X'", '1 of them'), ['b_two']],
  ['selection-twice', two('A: x', 'A: x', 'all of a_* or all of b_*'), []],
  ['selection-twice', two('A: x', 'A: x', 'all of a_* or b_two'), []],
  ['selection-twice', two('A: x', 'A: x', 'a_one or b_two'), ['b_two']],
  ['them-and-filter', rule('s:\n    A: x\nfilter_b:\n    B|neq: y\ncondition: all of them'), []],
  ['them-and-filter', rule('s:\n    A: x\nfilter_b:\n    B: y\ncondition: all of them'), ['them']],
  ['yaml-anchor-unused', `description: |\n    A: &b c\n${one('A: x')}`, []],
  ['yaml-tag', `description: |\n    A: !b c\n${one('A: x')}`, []],
  ['invisible-character', `description: '\u05d0\u200f(a)'\n${one('A: x')}`, []],
  ['logsource-misspelled', one('A: x', 'product: Windows'), ['Windows']],
  // A technique of a newer ATT&CK may belong to any tactic.
  ['attack-tactic-alone', tagged('attack.collection', 'attack.t1490', 'attack.t9999'), []],
  ['attack-tactic-alone', tagged('attack.collection', 'attack.t1490'), ['attack.collection']],
  [
    'attack-tactic-alone',
    tagged('attack.collection', 'attack.t1490', 'attack.t1490.999'),
    ['attack.collection'],
  ],
  ['key-misspelled', `data: x\nstates: y\n${one('A: x')}`, []],
  ['key-misspelled', `dates: x\n${one('A: x')}`, ['dates']],
  // A letter of these scripts is a word.
  ['description-short', `description: バックアップ目録の削除を検出\n${one('A: x')}`, []],
  ['description-short', `description: 削除\n${one('A: x')}`, ['削除']],
  // What an alias refers to is used.
  ['selection-unused', rule('_a: &p\n    A: x\ns: *p\ncondition: s'), []],
  ['selection-unused', rule('_a:\n    A: &p [x, y]\ns:\n    B: *p\ncondition: s'), []],
  ['selection-unused', rule('_a:\n    A: &p [x, y]\ns:\n    B: x\ncondition: s'), ['_a']],
  ['selection-unused', rule("_a:\n    A: '&p'\ns:\n    B: '*p'\ncondition: s"), ['_a']],
  // An event id that is excluded is not what a rule looks for.
  ['sysmon-without-category', one('EventID|neq: 1\nA: x', SYSMON), []],
  ['sysmon-without-category', rule('s:\n    A: x\nf:\n    EventID: 1\ncondition: s and not f', SYSMON), []],
  ['sysmon-without-category', one('EventID: 1\nA: x', SYSMON), ['service: sysmon']],
  ['them-and-filter', rule('filtering_platform:\n    A: x\nb:\n    B: y\ncondition: 1 of them'), []],
  ['them-and-filter', rule('filter:\n    A: x\nb:\n    B: y\ncondition: 1 of them'), ['them']],
  ['tag-value', tagged('cve.2021-44228', 'cve.2021.44228'), ['cve.2021.44228']],
];

describe('rules', () => {
  test.each(RULES)('%s: %j', (id, text, characters) => expect(found(id, text)).toEqual(characters));

  const grouped = (fields: string) =>
    `title: C\ncorrelation:\n    type: event_count\n    rules: [a]\n    group-by: ${fields}\n    timespan: 5m\n    condition:\n        gte: 3\n`;
  test.each([
    // A comma would make two fields of one.
    ['correlation-rules-list', grouped('a, b'), []],
    ['correlation-rules-list', grouped('a[0]'), []],
    ['correlation-rules-list', grouped("'a, b'"), ["['a, b']"]],
    ['correlation-rules-list', grouped('user.name'), ['[user.name]']],
    // Every short name is near some other.
    ['tag-namespace', tagged('cwe.79'), []],
    ['tag-namespace', tagged('atack.t1490'), ['attack.t1490']],
    ['tag-value', tagged('cve.202112345'), []],
    ['tag-value', tagged('cve.2021.44228'), ['cve.2021-44228']],
  ])('%s offers no change that means something else: %j', (id, text, written) => {
    const found = lint(compileCollection(text)).filter(({ code }) => code === id);
    expect(found).toHaveLength(1);
    const edits = found.flatMap(({ fixes = [] }) => fixes.flatMap(({ edits }) => edits));
    expect(edits.map((edit) => edit.text)).toEqual(written);
  });

  test('a product in capitals covers the same events, so its fix does not mention others', () => {
    const changes = (product: string) =>
      lint(compileCollection(one('A: x', `product: ${product}`)))
        .flatMap(({ fixes = [] }) => fixes)
        .map((fix) => fix.changes ?? null);
    expect(changes('Windows')).toEqual([null]);
    expect(changes('windos')).toEqual(['finds other events']);
  });
});
