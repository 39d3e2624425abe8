import { byName } from '../../../text';
import { type Check, change } from '../check';
import { KEYS } from '../keys';

/** Keys of one kind that are often written otherwise. */
const OTHERWISE = byName<string>({
  reference: 'references',
  tag: 'tags',
  falsepositive: 'falsepositives',
  false_positives: 'falsepositives',
  false_positive: 'falsepositives',
  log_source: 'logsource',
  severity: 'level',
  authors: 'author',
  field: 'fields',
});

export const keyMisspelled: Check<'key-misspelled'> = {
  id: 'key-misspelled',
  severity: 'warning',
  finds: 'A key that is nearly one of the specification',
  why: 'Keys that the specification does not name are allowed and mean nothing to it. One that is a letter off is most likely a slip, and what stands under it is then read by nobody.',
  bad: '«reference»:\n    - https://example.org/reports/backups',
  good: 'references:\n    - https://example.org/reports/backups',
  without: ['references'],
  document({ near, kind, tree }, report) {
    const known = KEYS[kind];
    const written = new Set(tree.entries.map(({ key }) => key.text));
    for (const { key } of tree.entries) {
      if (known.includes(key.text)) continue;
      const meant = OTHERWISE.get(key.text.toLowerCase()) ?? near.to(key.text, known);
      // A rule without its detection is told by itself.
      if (meant === 'detection' || !meant || written.has(meant) || !known.includes(meant)) continue;
      report(
        key.range,
        `\`${key.text}\` is no key of the specification. Did you mean \`${meant}\`?`,
        change(key.range, meant),
      );
    }
  },
};
