import { byName } from '../../text';

/** What the keys of a rule are for, by the path of keys; `*` stands for any name. */
const DOCS = byName<string>({
  title: 'What the rule is called: a short line that says what it finds.',
  id: 'A random UUID that stays the same as long as the rule means the same.',
  name: 'A name by which correlation rules and filters refer to this one.',
  status: 'How far the rule has been tried: experimental, test, stable, deprecated or unsupported.',
  description: 'What the rule finds, and why that matters.',
  license: 'The licence of the rule, as an SPDX identifier.',
  author: 'Who wrote it.',
  date: 'When it was made: year-month-day.',
  modified: 'When its meaning was last changed: year-month-day.',
  references: 'Addresses that tell more about what it finds.',
  taxonomy: 'The names of fields and log sources that it uses; `sigma` where nothing is written.',
  tags: 'Techniques and tactics of ATT&CK, CVEs and other names, as `namespace.name`.',
  level: 'How grave a finding is: informational, low, medium, high or critical.',
  falsepositives: 'What else, harmless, the rule is known to find.',
  fields: 'Fields of the event that help whoever looks at a finding.',
  scope: 'For which systems or people the rule is meant.',
  related: 'Other rules that this one comes from, replaces or resembles.',
  custom: 'A place for keys of your own.',
  logsource: 'Which events the rule is tried on: `product`, `category`, `service`.',
  detection: 'Selections by name, and a `condition` that joins them.',
  correlation: 'What is counted over several events: `type`, `rules`, `group-by`, `timespan`, `condition`.',
  filter: 'What is taken out of the findings of other rules: `rules`, selections and a `condition`.',
  generate: 'Whether the rules that the correlation refers to give findings of their own.',
  'logsource/product': 'The product that writes the events: `windows`, `linux`, `aws`.',
  'logsource/category': 'What kind of events, whatever writes them: `process_creation`.',
  'logsource/service': 'The log of the product: `security`, `sysmon`, `auditd`.',
  'logsource/definition': 'What has to be set up so that the events are written.',
  'detection/condition': 'Joins selections by `and`, `or`, `not`, and by `1 of` and `all of`.',
  'filter/condition': 'What is taken out: usually `not` with the filter’s selection.',
  'filter/rules': 'The names or ids of the rules that it is joined to, or `any`.',
  'related/id': 'The id of the other rule.',
  'related/type': 'derived, obsolete, merged, renamed or similar.',
  'correlation/type': 'What is counted: `event_count`, `value_count`, `temporal` and others.',
  'correlation/rules': 'The names or ids of the rules whose events are counted.',
  'correlation/group-by': 'Fields whose values the events of one group share.',
  'correlation/timespan': 'Over what time: `30s`, `15m`, `1h`, `7d`.',
  'correlation/condition': 'When it fires: `gte: 10`, or of `temporal` rules a condition of names.',
  'correlation/aliases': 'Names for fields that are called otherwise in the events of each rule.',
});

/** What a key under others is for; undefined if the specification has no such key. */
export function keyDoc(path: readonly string[]): string | undefined {
  const key = path.join('/');
  return DOCS.get(key);
}

/** The keys that are documented under others. */
export function keysUnder(path: readonly string[]): readonly string[] {
  const prefix = path.map((p) => `${p}/`).join('');
  return [...DOCS.keys()]
    .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes('/'))
    .map((key) => key.slice(prefix.length));
}
