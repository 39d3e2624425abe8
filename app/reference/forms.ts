import { byName } from '../../src/text';
import { item, lines, ruleOf, type Snippet, STARTS, selecting, started } from './snippet';

const IMAGE = "selection_img:\n    Image|endswith: '\\net.exe'\n";
const COMMAND = "selection_cmd:\n    CommandLine|contains: ' user '\n";
const FILTER = "filter_main_help:\n    CommandLine|contains: ' /help'\n";
const THREE = started(
  { Image: 'C:\\Windows\\System32\\net.exe', CommandLine: 'net user ana /add' },
  { Image: 'C:\\Windows\\System32\\net.exe', CommandLine: 'net user /help' },
  { Image: 'C:\\Windows\\System32\\whoami.exe', CommandLine: 'whoami user ' },
);

type Three = readonly [boolean, boolean, boolean];

function condition(text: string, found: Three): Snippet {
  return {
    rule: ruleOf(`${IMAGE}${COMMAND}${FILTER}condition: ${text}`),
    events: THREE,
    expected: found.map((one) => (one ? 'match' : 'no match')),
  };
}

/** A snippet for each form of a condition, over the same three events. */
export const CONDITION_SNIPPETS = byName<Snippet>({
  and: condition('selection_img and filter_main_help', [false, true, false]),
  or: condition('filter_main_help or selection_img', [true, true, false]),
  not: condition('selection_img and not filter_main_help', [true, false, false]),
  of: condition('all of selection_* and not 1 of filter_main_*', [true, false, false]),
  them: condition('all of them', [false, true, false]),
  parentheses: condition('(selection_img or selection_cmd) and not filter_main_help', [true, false, true]),
  pattern: condition('1 of selection_*', [true, true, true]),
  conditions: condition('\n    - filter_main_help\n    - selection_cmd and not selection_img', [
    false,
    true,
    true,
  ]),
});

const command = (body: string, match: unknown, other: unknown): Snippet =>
  item(body, { CommandLine: match }, { CommandLine: other });

/** A snippet for each form of a value. */
export const VALUE_SNIPPETS = byName<Snippet>({
  text: command('CommandLine: whoami', 'WHOAMI', 'whoami /all'),
  star: command("CommandLine: 'net*user*'", 'net.exe user ana', 'net.exe group'),
  'question-mark': command("CommandLine: 'run?.exe'", 'run1.exe', 'run10.exe'),
  backslash: command("CommandLine|contains: ' \\* '", 'del * /q', 'del a.txt /q'),
  number: item('LogonId: 999', { LogonId: 999 }, { LogonId: 9990 }),
  boolean: item('IsElevated: true', { IsElevated: true }, { IsElevated: false }),
  null: item('ParentImage: null', { Image: 'a.exe' }, { Image: 'a.exe', ParentImage: 'b.exe' }),
  empty: command("CommandLine: ''", '', 'a.exe'),
  list: command(
    "CommandLine|contains:\n    - ' -enc '\n    - ' -ec '",
    'powershell -ec SQBFAFgA',
    'powershell -c a',
  ),
  map: item(
    "Image|endswith: '\\net.exe'\nUser: ana",
    { Image: 'C:\\net.exe', User: 'ana' },
    { Image: 'C:\\net.exe', User: 'backup' },
  ),
  maps: {
    rule: selecting("- Image|endswith: '\\net.exe'\n- OriginalFileName: net.exe"),
    events: started({ Image: 'C:\\a.exe', OriginalFileName: 'net.exe' }, { Image: 'C:\\a.exe' }),
    expected: ['match', 'no match'],
  },
  keywords: {
    rule: selecting("- 'authentication failure'\n- 'invalid user'", '    product: linux\n    service: auth'),
    events: lines([
      { host: 'web1', message: 'sshd: Invalid user oracle from 192.0.2.9' },
      { host: 'web1', message: 'sshd: Accepted publickey for ana' },
    ]),
    expected: ['match', 'no match'],
  },
});

const COUNTED = (correlation: string, beside = '') =>
  `${ruleOf('selection:\n    EventID: 4625\ncondition: selection', '    product: windows\n    service: security', 'name: failed\n')}${beside}---\ntitle: Counted\ncorrelation:\n${correlation.replace(/^/gm, '    ')}\n`;
const LOGON = `---\n${ruleOf('selection:\n    EventID: 4624\ncondition: selection', '    product: windows\n    service: security', 'name: logon\n').replace('title: Example', () => 'title: Logon')}`;

function logons(
  ...all: readonly (readonly [time: string, id: number, user: string, size?: number])[]
): string {
  return lines(
    all.map(([time, EventID, TargetUserName, KeyLength]) => ({
      '@timestamp': `2026-02-03T${time}Z`,
      Channel: 'Security',
      EventID,
      TargetUserName,
      ...(KeyLength === undefined ? {} : { KeyLength }),
    })),
  );
}

const OF_RULE = 'rules:\n    - failed\n';
const BY_USER = 'group-by:\n    - TargetUserName\n';

/** A snippet for each type of correlation. Verdicts are those of the first rule. */
export const CORRELATION_SNIPPETS = byName<Snippet>({
  event_count: {
    rule: COUNTED(`type: event_count\n${OF_RULE}${BY_USER}timespan: 5m\ncondition:\n    gte: 3`),
    events: logons(
      ['10:00:00', 4625, 'ana'],
      ['10:01:00', 4625, 'ana'],
      ['10:02:00', 4625, 'ana'],
      ['10:02:30', 4625, 'ben'],
    ),
    expected: ['match', 'match', 'match', 'match'],
    fires: 1,
  },
  value_count: {
    rule: COUNTED(
      `type: value_count\n${OF_RULE}timespan: 5m\ncondition:\n    field: TargetUserName\n    gte: 3`,
    ),
    events: logons(['10:00:00', 4625, 'ana'], ['10:01:00', 4625, 'ben'], ['10:02:00', 4625, 'eva']),
    expected: ['match', 'match', 'match'],
    fires: 1,
  },
  temporal: {
    rule: COUNTED(`type: temporal\nrules:\n    - failed\n    - logon\n${BY_USER}timespan: 5m`, LOGON),
    events: logons(['10:00:00', 4624, 'ana'], ['10:01:00', 4625, 'ana'], ['10:02:00', 4624, 'ben']),
    expected: ['no match', 'match', 'no match'],
    fires: 1,
  },
  temporal_ordered: {
    rule: COUNTED(`type: temporal_ordered\nrules:\n    - failed\n    - logon\n${BY_USER}timespan: 5m`, LOGON),
    events: logons(
      ['10:00:00', 4625, 'ana'],
      ['10:01:00', 4624, 'ana'],
      ['10:02:00', 4624, 'ben'],
      ['10:03:00', 4625, 'ben'],
    ),
    expected: ['match', 'no match', 'no match', 'match'],
    fires: 1,
  },
  ...Object.fromEntries(
    [
      ['value_sum', 'gt: 300'],
      ['value_avg', 'gt: 120'],
      ['value_percentile', 'percentile: 50\n    gt: 120'],
    ].map(([type, limit]) => [
      type,
      {
        rule: COUNTED(
          `type: ${type}\n${OF_RULE}timespan: 5m\ncondition:\n    field: KeyLength\n    ${limit}`,
        ),
        events: logons(
          ['10:00:00', 4625, 'ana', 100],
          ['10:01:00', 4625, 'ben', 128],
          ['10:02:00', 4625, 'eva', 256],
        ),
        expected: ['match', 'match', 'match'],
        fires: 1,
      } satisfies Snippet,
    ]),
  ),
});

const META = byName<string>({
  title: '',
  id: 'id: 2b0f6a52-6d0e-4c8e-9d53-0b6d1f0f7a11\n',
  name: 'name: new_user\n',
  status: 'status: test\n',
  description: 'description: Finds users that are added on the command line.\n',
  license: 'license: MIT\n',
  author: 'author: Jo Example\n',
  date: 'date: 2026-02-03\n',
  modified: 'date: 2026-02-03\nmodified: 2026-02-04\n',
  references: 'references:\n    - https://example.org/users\n',
  taxonomy: 'taxonomy: sigma\n',
  tags: 'tags:\n    - attack.persistence\n    - attack.t1136.001\n',
  level: 'level: medium\n',
  falsepositives: 'falsepositives:\n    - Work of administrators\n',
  fields: 'fields:\n    - User\n',
  scope: 'scope:\n    - server\n',
  related: 'related:\n    - id: 9c1b7f2a-43a5-4f0e-8f5e-7d1c5a9b6e20\n      type: similar\n',
  'sigma-version': 'sigma-version: 3\n',
  custom: 'custom:\n    team: blue\n',
});
const BODY = "selection:\n    CommandLine|contains: ' user '\ncondition: selection";
const TWO = started({ CommandLine: 'net user ana /add' }, { CommandLine: 'net group' });

function ofMeta(above: string, logsource = STARTS): Snippet {
  return { rule: ruleOf(BODY, logsource, above), events: TWO, expected: ['match', 'no match'] };
}

const FILTERED: Snippet = {
  rule: `${ruleOf(BODY, STARTS, 'name: new_user\n')}---\ntitle: Not the installer\nlogsource:\n${STARTS}\nfilter:\n    rules:\n        - new_user\n    installer:\n        User: installer\n    condition: not installer\n`,
  events: started(
    { CommandLine: 'net user ana /add', User: 'ana' },
    { CommandLine: 'net user ana /add', User: 'installer' },
  ),
  expected: ['match', 'no match'],
};
const ALIASED: Snippet = {
  rule: COUNTED(
    'type: temporal\nrules:\n    - failed\n    - logon\naliases:\n    who:\n        failed: TargetUserName\n        logon: SubjectUserName\ngroup-by:\n    - who\ntimespan: 5m',
    LOGON,
  ),
  events: lines([
    { '@timestamp': '2026-02-03T10:00:00Z', Channel: 'Security', EventID: 4625, TargetUserName: 'ana' },
    { '@timestamp': '2026-02-03T10:01:00Z', Channel: 'Security', EventID: 4624, SubjectUserName: 'ana' },
  ]),
  expected: ['match', 'no match'],
  fires: 1,
};
const GENERATED: Snippet = {
  ...CORRELATION_SNIPPETS.get('event_count')!,
  rule: COUNTED(
    `type: event_count\n${OF_RULE}${BY_USER}timespan: 5m\ncondition:\n    gte: 3\ngenerate: true`,
  ),
};

/** The snippet of a key by its path; null where there is none. */
export function keySnippet(path: string): Snippet | null {
  const [first, ...rest] = path.split('/');
  if (path === 'generate') return GENERATED;
  if (path === 'correlation/aliases') return ALIASED;
  if (first === 'correlation') return CORRELATION_SNIPPETS.get('event_count')!;
  if (first === 'filter') return FILTERED;
  if (path === 'logsource/service')
    return {
      rule: ruleOf(
        'selection:\n    EventID: 4625\ncondition: selection',
        '    product: windows\n    service: security',
      ),
      events: lines([
        { Channel: 'Security', EventID: 4625, TargetUserName: 'ana' },
        { Channel: 'Security', EventID: 4624, TargetUserName: 'ana' },
      ]),
      expected: ['match', 'no match'],
    };
  if (path === 'logsource/definition')
    return ofMeta('', `${STARTS}\n    definition: Command lines are part of the events.`);
  if (first === 'logsource' || first === 'detection') return ofMeta('');
  const above = META.get(first!);
  return above === undefined || (rest.length > 0 && first !== 'related') ? null : ofMeta(above);
}
