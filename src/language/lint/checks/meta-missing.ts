import { code, joinWords, say } from '../../../text';
import type { Check } from '../check';

const WANTED = {
  detection: ['id', 'status', 'description', 'author', 'date', 'tags', 'falsepositives', 'level'],
  correlation: ['id', 'status', 'description', 'author', 'date', 'level'],
  filter: ['id', 'description', 'date'],
} as const;

export const metaMissing: Check<'meta-missing'> = {
  id: 'meta-missing',
  severity: 'info',
  finds: 'A rule without keys that SigmaHQ requires',
  why: 'The id identifies the rule even if the title changes. Status and level decide where the rule is used and who is alerted. Description, author, date, tags and false positives tell whoever gets the alert what was seen and whom to ask. The rule works without them.',
  bad: '«title»: Backup Catalog Removed',
  good: 'title: Backup Catalog Removed\nid: 0f1e2d3c-4b5a-4968-8776-5544332211aa\nlevel: high',
  without: ['id', 'level'],
  document({ kind, tree }, report) {
    const [first] = tree.entries;
    if (!first) return;
    const written = new Set(tree.entries.map(({ key }) => key.text));
    const lacking = WANTED[kind].filter((key) => !written.has(key)).map((key) => code(key));
    if (lacking.length === 0) return;
    const last = lacking.pop()!;
    const listed = lacking.length === 0 ? last : say`${joinWords(lacking, ', ')} and ${last}`;
    report(first.key.range, say`SigmaHQ requires more keys of a rule. Add ${listed}.`);
  },
};
