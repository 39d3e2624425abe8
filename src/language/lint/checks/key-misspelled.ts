import { byName, say } from '../../../text';
import { engineKeyDoc } from '../../engine-keys';
import { type Check, change, findsOthers } from '../check';
import { KEYS } from '../keys';

/** Keys that are often written differently. */
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

/** Words that people use for keys of their own, although they are near others. */
const OWN: ReadonlySet<string> = new Set(['data', 'state', 'states']);

/**
 * Keys that say what the rule covers, how it is read, and by which filters and correlations refer to it; the others
 * inform people.
 */
const DECIDING: ReadonlySet<string> = new Set(['logsource', 'sigma-version', 'name', 'id']);

export const keyMisspelled: Check<'key-misspelled'> = {
  id: 'key-misspelled',
  severity: 'warning',
  finds: 'A misspelled key',
  why: 'Keys that the specification does not define are allowed, but have no meaning in it. One that differs by a letter is probably a typo, and everything under it is ignored.',
  bad: '«reference»:\n    - https://example.org/reports/backups',
  good: 'references:\n    - https://example.org/reports/backups',
  without: ['references'],
  document({ near, kind, tree }, report) {
    const known = KEYS[kind];
    const written = new Set(tree.entries.map(({ key }) => key.text));
    for (const { key } of tree.entries) {
      if (known.includes(key.text) || OWN.has(key.text.toLowerCase()) || engineKeyDoc(key.text)) continue;
      const meant = OTHERWISE.get(key.text.toLowerCase()) ?? near.to(key.text, known);
      // A missing detection is reported by itself.
      if (meant === 'detection' || !meant || written.has(meant) || !known.includes(meant)) continue;
      report(
        key.range,
        say`\`${key.text}\` is not a key of the specification. Did you mean \`${meant}\`?`,
        DECIDING.has(meant) ? findsOthers(change(key.range, meant)) : change(key.range, meant),
      );
    }
  },
};
