import { describe, expect, test } from 'vitest';
import { compileCollection } from '../../rule';
import type { Card } from './check';
import { correlating, filtering, selecting, wholeExample } from './example';
import { lint } from './lint';

/** What a check finds in the keys of a rule: the characters, in order. */
function found(id: string, keys: string): string[] {
  const card: Card = { id, severity: 'info', finds: '', why: '', bad: keys, good: keys };
  const { text } = wholeExample(card, 'good');
  return lint(compileCollection(text))
    .filter(({ code }) => code === id)
    .map(({ range }) => text.slice(range.start, range.end));
}

const network = (lines: string) =>
  `logsource:\n    category: network_connection\n    product: windows\n${selecting(lines)}`;
const registry = (lines: string) =>
  `logsource:\n    category: registry_set\n    product: windows\n${selecting(lines)}`;
const two = (condition: string, other = 'User: backup') =>
  `detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    other:\n        ${other}\n    condition: ${condition}`;

const COUNTING =
  'type: event_count\nrules:\n    - catalog_removed\ngroup-by:\n    - User\ntimespan: 5m\ncondition:\n    gte: 10';

/** Borderline cases of each check: nothing, or what is found. */
const CASES: readonly (readonly [id: string, keys: string, characters: readonly string[]])[] = [
  ['title-dot', "title: 'Removal Of Backups.'", ['.']],
  ['title-detects', "title: 'Detection Of Backups'", ['Detection Of']],
  ['title-detects', 'title: Detectors Switched Off', []],
  ['date-format', 'date: 2026-2-3', ['2026-2-3']],
  ['date-format', "date: '2026-02-03'", []],
  ['date-impossible', 'date: 2024-02-29', []],
  ['date-impossible', 'date: 2025-02-29', ['2025-02-29']],
  ['modified-before-date', 'date: 2026-02-03\nmodified: 2026-02-03', []],
  ['modified-before-date', 'date: 2026/02/03\nmodified: 2026/01/03', ['2026/01/03']],
  ['related-type', 'related:\n    - id: 0f1e2d3c-4b5a-4968-8776-5544332211aa', ['id']],
  [
    'related-id',
    'id: 0f1e2d3c-4b5a-4968-8776-5544332211aa\nrelated:\n    - id: 0F1E2D3C-4b5a-4968-8776-5544332211aa\n      type: similar',
    ['0F1E2D3C-4b5a-4968-8776-5544332211aa'],
  ],
  ['tag-form', 'tags:\n    - attack', ['attack']],
  [
    'tag-value',
    'tags:\n    - tlp.amber-strict\n    - stp.4u\n    - car.2013-05-009\n    - detection.dfir',
    [],
  ],
  ['tag-value', 'tags:\n    - tlp.yellow\n    - cve.2021-44228', ['tlp.yellow']],
  [
    'key-misspelled',
    'custom_attributes:\n    a: b\nrsigma.exemplars: []\nruletype: Sigma\ndetails: a\nsample-evtx: a\nsample-message: a\noutput: a\nrule: [a]\nfilename: a.yml\nchannel: [a]\neventid: [1]',
    [],
  ],
  ['tag-data-source', 'tags:\n    - attack.ds0017', []],
  [
    'tag-data-source',
    'sigma-version: 2.2\ntags:\n    - attack.ds0017\n    - attack.g0016',
    ['attack.ds0017'],
  ],
  ['spec-draft', 'tags:\n    - attack.stealth\n    - attack.t1036', []],
  [
    'spec-draft',
    'sigma-version: 3\ntags: [attack.stealth, Attack.Reconnaissance, attack.impact, car.stealth]',
    ['attack.stealth', 'Attack.Reconnaissance'],
  ],
  ['spec-draft', `sigma-version: 2.2\n${selecting('User: [a, null]\nImage: null')}`, ['null']],
  ['spec-draft', `sigma-version: 2.2\n${selecting("- 5\n- '6'\n- true\n- a")}`, ['5', 'true']],
  [
    'spec-draft',
    `sigma-version: 2.2\n${filtering('rules: Any\nselection:\n    User: backup\ncondition: not selection')}sigma-version: 2.2\n`,
    ['Any'],
  ],
  ['spec-draft', correlating(COUNTING, 'sigma-version: 2.2\ntags: [attack.impact]\n'), ['tags']],
  ['spec-draft', correlating(COUNTING, 'tags: [attack.impact]\n'), []],
  ['all-last', selecting('Image|all|contains: [a, b]'), []],
  ['all-last', `sigma-version: 2.2\n${selecting('Image|all|contains: [a, b]')}`, ['all']],
  ['all-last', `sigma-version: 2.2\n${selecting('"Image|re|all|i": [a., b.]')}`, ['all']],
  ['all-last', `sigma-version: 2.2\n${selecting('Image|contains|all: [a, b]')}`, []],
  ['regex-subset', selecting("Image|re: 'a+?b'"), []],
  ['regex-subset', `sigma-version: 2.1\n${selecting("Image|re: 'a+?b'")}`, []],
  [
    'regex-subset',
    `sigma-version: 2.2\n${selecting('Image|re:\n    - \'a+?b\'\n    - "\\\\x41"\n    - a.b')}`,
    ['+?', '\\\\x41'],
  ],
  ['regex-subset', `sigma-version: 2.2\n${selecting("Image|contains: 'a+?b'")}`, []],
  ['regex-inline-flag', selecting("Image|re:\n    - '(?i)a.b'\n    - '(?i)c.d'"), ['(?i)', '(?i)']],
  ['attack-tactic-missing', 'tags:\n    - attack.t1490', []],
  ['attack-tactic-alone', 'tags:\n    - attack.collection', []],
  ['logsource-misspelled', 'logsource:\n    product: Windows\n    category: process_creation', ['Windows']],
  ['logsource-misspelled', 'logsource:\n    product: windows', []],
  ['logsource-unknown', 'logsource:\n    category: proxy', []],
  ['field-misspelled', selecting('Imphash: 0f1e2d3c4b5a69788776655443322110'), []],
  ['field-misspelled', `logsource:\n    product: backuptron\n${selecting('ComandLine: a')}`, []],
  [
    'field-misspelled',
    `logsource:\n    product: windows\n    service: security\n${selecting('SubjectUserNam: a')}`,
    ['SubjectUserNam'],
  ],
  [
    'field-misspelled',
    `logsource:\n    product: aws\n    service: cloudtrail\n${selecting('eventSurce: a')}`,
    ['eventSurce'],
  ],
  [
    'field-case',
    `logsource:\n    product: aws\n    service: cloudtrail\n${selecting('eventsource: a')}`,
    ['eventsource'],
  ],
  ['eventid-outside-category', selecting('EventID:\n    - 1\n    - 3'), ['3']],
  ['contains-short', selecting("CommandLine|contains: '²'"), []],
  ['contains-short', selecting("CommandLine|contains: '--'"), []],
  ['contains-short', selecting("CommandLine|contains|all:\n    - 'ab'\n    - 'catalog'"), []],
  ['contains-number', selecting("CommandLine|contains: '4624'"), []],
  ['contains-number', network("DestinationPort|startswith: '44'"), ['startswith']],
  ['wildcard-for-modifier', selecting("Image: '*\\tools\\\\*.exe'"), []],
  ['wildcard-for-modifier', selecting("Image:\n    - '*\\a.exe'\n    - '\\b*'"), []],
  ['wildcard-for-modifier', selecting("Image:\n    - '*\\a.exe'\n    - '*\\b.exe'"), ['Image']],
  ['wildcard-redundant', selecting("CommandLine|startswith: '*a'"), []],
  ['wildcard-redundant', selecting("CommandLine|contains: 'a\\*'"), []],
  ['wildcard-redundant', selecting("CommandLine|contains: 'a\\\\*'"), ['*']],
  ['value-matches-all', selecting("CommandLine: ''"), []],
  ['value-matches-all', selecting("CommandLine: '*'"), []],
  ['value-matches-all', selecting("CommandLine: ['*', 'a']"), ["'*'"]],
  ['value-matches-all', selecting("CommandLine: '?'"), []],
  ['value-missing', selecting('User:'), ['User']],
  ['value-missing', selecting("User: ''"), []],
  ['value-missing', selecting('User: null'), []],
  ['value-missing', selecting('User: ~'), []],
  ['value-twice', selecting('CommandLine|cased:\n    - a\n    - A'), []],
  ['value-twice', selecting('CommandLine|re:\n    - a\n    - A'), []],
  ['value-covered', selecting('CommandLine|endswith:\n    - abc\n    - bc\n    - ab'), ['abc']],
  ['value-covered', selecting('CommandLine|startswith:\n    - abc\n    - bc\n    - ab'), ['abc']],
  ['value-covered', selecting('CommandLine|contains|all:\n    - abc\n    - bc'), ['bc']],
  ['value-covered', selecting('CommandLine|contains|cased:\n    - aBc\n    - bc'), []],
  ['value-covered', selecting('CommandLine|contains:\n    - a*c\n    - abc'), []],
  ['path-literal-star', selecting("CommandLine|contains: 'del C:\\*'"), []],
  ['path-literal-star', selecting("Image: 'C:\\a\\\\*'"), []],
  ['unc-backslash', selecting("Image|contains: '\\\\backup\\'"), []],
  ['unc-backslash', selecting("Image|startswith: '\\\\\\\\backup\\'"), []],
  ['question-mark-wildcard', selecting("Image|endswith: '\\tool?.exe'"), []],
  ['number-lost', selecting('ProcessId: 4711'), []],
  ['number-lost', selecting('LogonId: 12345678901234567890'), ['12345678901234567890']],
  ['number-lost', selecting('LogonId: 9007199254740992'), []],
  ['number-lost', selecting('LogonId: 9007199254740993'), ['9007199254740993']],
  ['number-lost', selecting('Ratio: [1e-7, 0.5, -12.25, 1e21, 1e400, 0]'), []],
  [
    'number-lost',
    selecting('Version: [1.10, 10.0, 0.0, 1e3, 1.50e-7, 0o17, 5., .5, 01.5]'),
    ['1.10', '10.0', '0.0', '1e3', '1.50e-7', '0o17', '5.', '.5', '01.5'],
  ],
  // A number that is compared is meant as one; `yaml-1-1` handles what YAML 1.1 reads differently.
  ['number-lost', selecting('Size|gt: 10.0'), []],
  ['number-lost', selecting('UtcTime|hour|gte: 0x10'), []],
  ['number-lost', selecting('Version: [010, 1_000, "12:30", 12:30]'), []],
  ['null-as-text', selecting('Image: null'), []],
  ['yaml-escape', selecting('CommandLine|contains: "C:\\\\temp"'), []],
  ['yaml-escape', selecting('CommandLine|contains: "a\\tb"'), []],
  ['yaml-comment-cut', selecting('CommandLine|contains: a # a remark'), []],
  ['yaml-anchor-unused', selecting('Image:\n    - &one a\n    - *one'), []],
  ['invisible-character', '\ufefftitle: Removal Of Backups', []],
  [
    'html-entity',
    selecting("CommandLine|contains: 'a &amp; b &lt; c &copy; d &#39;'"),
    ['&amp;', '&lt;', '&#39;'],
  ],
  ['html-entity', selecting("CommandLine|contains: 'a & b < c'"), []],
  ['look-alike', selecting("CommandLine|contains: 'каталог'"), []],
  ['regex-plain', selecting("CommandLine|re: 'a\\.b'"), ['re']],
  ['regex-plain', selecting("CommandLine|re: 'a.b'"), []],
  ['regex-open-ends', selecting("CommandLine|re: 'a|.*b'"), []],
  ['regex-open-ends', selecting("CommandLine|re: '.*a.*'"), ['.*', '.*']],
  ['regex-open-ends', selecting("CommandLine|re: '^.*a'"), []],
  ['regex-catastrophic', selecting("CommandLine|re: '(ab+)+'"), []],
  ['regex-catastrophic', selecting("CommandLine|re: '([a-z]*)*x'"), ['([a-z]*)*']],
  ['regex-delimiters', selecting("CommandLine|re: '/usr/bin/'"), []],
  ['regex-without-re', selecting("CommandLine|contains: '*.*'"), []],
  ['cidr-missing', network("DestinationIp: '10.0.0.0/8'"), ['DestinationIp']],
  ['cidr-missing', network("DestinationIp|cidr: '10.0.0.0/8'"), []],
  ['cidr-as-text', network("DestinationIp|startswith: '10.0.0.1'"), []],
  ['address-invalid', network("DestinationIp: '10.0.0.255'"), []],
  ['hash-length', selecting('md5: 0f1e2d3c'), ['0f1e2d3c']],
  ['hash-length', selecting("Hashes|contains: 'MD5=0f1e2d3c4b5a69788776655443322110'"), []],
  ['registry-hive-name', registry("TargetObject|contains: '\\HKEY_LOCAL_MACHINE\\'"), []],
  ['registry-hive-name', registry("TargetObject|startswith: 'HKCU\\Software'"), ['HKCU']],
  ['image-without-path', selecting('Image: System'), []],
  ['image-without-path', selecting("Image: '*tool.exe'"), []],
  ['selection-unused', two('1 of *'), []],
  ['selection-unused', two('selection'), ['other']],
  ['them-and-filter', two('1 of them'), []],
  ['quantifier-single', two('1 of sel* or other'), []],
  ['quantifier-single', two('all of sel* or other'), ['all of sel*']],
  ['double-negation', two('not (selection and not other)'), []],
  ['condition-precedence', two('selection or (other and selection)'), []],
  ['condition-only-negative', two('not selection and not other'), ['not selection and not other']],
  ['condition-only-negative', two('not selection and other'), []],
  [
    'condition-always-true',
    two('selection or other or not (selection and other)'),
    ['selection or other or not (selection and other)'],
  ],
  [
    'condition-always-true',
    two('selection or not other', "CommandLine|contains: 'DELETE catalog'"),
    ['selection or not other'],
  ],
  ['condition-always-true', two('selection or not other'), []],
  [
    'condition-always-false',
    two('selection and other and not (selection or other)'),
    ['selection and other and not (selection or other)'],
  ],
  [
    'condition-always-false',
    two('selection and other', "CommandLine|contains|neq: 'delete catalog'"),
    ['selection and other'],
  ],
  ['condition-always-false', two('selection and other', "CommandLine|contains: 'catalog'"), []],
  [
    'condition-always-false',
    two('selection and not other', "CommandLine|contains: 'catalog'"),
    ['selection and not other'],
  ],
  [
    'condition-always-false',
    two('selection and not other', 'CommandLine|exists: true'),
    ['selection and not other'],
  ],
  [
    'condition-always-true',
    two('other or not selection', "CommandLine|contains: 'catalog'"),
    ['other or not selection'],
  ],
  ['condition-always-false', two('selection and not other', "CommandLine|startswith: 'delete'"), []],
  ['condition-always-false', two('selection and not other', "CommandLine|contains|cased: 'catalog'"), []],
  ['condition-idle-part', two('selection and (selection or other)'), ['other']],
  ['condition-idle-part', two('selection and not other'), []],
  ['exists-redundant', selecting('CommandLine|exists: true\nCommandLine|contains|neq: a'), []],
  ['field-contradiction', selecting('- Image|exists: false\n- Image|endswith: a'), []],
  ['range-empty', selecting('ProcessId|gte: 4\nProcessId|lte: 4'), []],
  ['range-empty', selecting('ProcessId|gt: 4\nProcessId|lte: 4'), ['ProcessId|lte']],
];

describe('borderline cases of checks', () => {
  test.each(CASES)('%s: %j', (id, keys, characters) => expect(found(id, keys)).toEqual(characters));
});
