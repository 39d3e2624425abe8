import { byName } from '../../text';

/** What each key of a rule is for, by its path of keys; `*` stands for any name. */
const DOCS = byName<string>({
  title: 'The name of the rule: a short line that says what it finds.',
  id: 'A random UUID that stays the same as long as the rule’s meaning does.',
  name: 'A name by which correlation rules and filters refer to this one.',
  status: 'How mature the rule is: experimental, test, stable, deprecated or unsupported.',
  description: 'What the rule finds, and why that matters.',
  license: 'The licence of the rule, as an SPDX identifier.',
  author: 'Who wrote the rule.',
  date: 'When the rule was created: year-month-day.',
  modified: 'When the rule’s meaning was last changed: year-month-day.',
  references: 'Links to more about what the rule finds.',
  taxonomy: 'The taxonomy of the field and log source names that the rule uses; `sigma` if not given.',
  tags: 'ATT&CK techniques and tactics, CVEs and other tags, written as `namespace.name`.',
  level: 'How severe a match is: informational, low, medium, high or critical.',
  falsepositives: 'Harmless activity that the rule is known to match.',
  fields: 'Fields of the event that help to investigate a match.',
  scope: 'The systems or people that the rule is meant for.',
  'sigma-version':
    'A proposal: the version of the specification that the rule is written for. From 3 on, `[any]` and its like in field names are array selectors.',
  related: 'Other rules that this one derives from, replaces or resembles.',
  custom: 'Room for your own keys.',
  logsource: 'Which events the rule applies to: `product`, `category`, `service`.',
  detection: 'Named selections, and a `condition` that joins them.',
  correlation: 'What to count over several events: `type`, `rules`, `group-by`, `timespan`, `condition`.',
  filter: 'What to exclude from the matches of other rules: `rules`, selections and a `condition`.',
  generate: 'Whether the rules that the correlation refers to also give alerts of their own.',
  'logsource/product': 'The product that writes the events: `windows`, `linux`, `aws`.',
  'logsource/category': 'The kind of event, whatever product writes it: `process_creation`.',
  'logsource/service': 'The log of the product: `security`, `sysmon`, `auditd`.',
  'logsource/definition': 'What to configure so that the events are logged.',
  'detection/condition': 'Joins selections with `and`, `or`, `not`, `1 of` and `all of`.',
  'filter/condition': 'Joined to the rule’s condition with `and`: usually `not selection`.',
  'filter/rules': 'The names or ids of the rules that the filter applies to, or `any`.',
  'related/id': 'The id of the other rule.',
  'related/type': 'The relation: derived, obsolete, merged, renamed or similar.',
  'correlation/type': 'What to count: `event_count`, `value_count`, `temporal` and others.',
  'correlation/rules': 'The names or ids of the rules whose events count.',
  'correlation/group-by': 'Fields whose values all events of a group share.',
  'correlation/timespan': 'The time window: `30s`, `15m`, `1h`, `7d`.',
  'correlation/condition':
    'When the correlation fires: `gte: 10`, or for `temporal` a condition of rule names.',
  'correlation/aliases': 'Names for fields that are called differently in the events of each rule.',
});

/** The documentation of a key at a path; undefined if the specification has no such key. */
export function keyDoc(path: readonly string[]): string | undefined {
  const key = path.join('/');
  return DOCS.get(key);
}

/** The paths of all documented keys, in their order: `title`, `logsource/product`. */
export function documentedKeys(): readonly string[] {
  return [...DOCS.keys()];
}

/** The documented keys below a path. */
export function keysUnder(path: readonly string[]): readonly string[] {
  const prefix = path.map((p) => `${p}/`).join('');
  return [...DOCS.keys()]
    .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes('/'))
    .map((key) => key.slice(prefix.length));
}
