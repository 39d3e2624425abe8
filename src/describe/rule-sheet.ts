import type { Placed } from '../rule';
import { byName } from '../text';
import type { RuleCard } from './rule-card';

/** The rule's own words, in the order of its page. */
export interface RuleSheet {
  readonly title: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  /** Short facts: status, level, author, dates, id, licence. Only those that the rule has. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** `url` is null if it is not a web address; then it is shown as text only. */
  readonly references: readonly { readonly text: string; readonly url: string | null }[];
  readonly related: readonly { readonly id: string; readonly kind: string; readonly says: string }[];
  readonly falsePositives: readonly string[];
  readonly tags: readonly string[];
}

/** The relations of the specification, from this rule's point of view. */
const RELATIONS = byName<string>({
  derived: 'this rule was derived from it',
  obsolete: 'this rule replaces it',
  obsoletes: 'this rule replaces it',
  merged: 'it was merged into this rule',
  renamed: 'this rule had that id before',
  similar: 'it looks for something similar',
});

/** What a rule says about itself, ready for a page. Only words for the relations are added. */
export function ruleSheet({ meta }: Pick<RuleCard, 'meta'>): RuleSheet {
  const fact = (label: string, placed: Placed | null) =>
    placed && placed.value.trim() !== '' ? [{ label, value: placed.value.trim() }] : [];
  return {
    title: meta.title?.value ?? '',
    description: (meta.description?.value ?? '')
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    facts: [
      ...fact('Status', meta.status),
      ...fact('Level', meta.level),
      ...fact('Author', meta.author),
      ...fact('Date', meta.date),
      ...fact('Modified', meta.modified),
      ...fact('Id', meta.id),
      ...fact('Name', meta.name),
      ...fact('Licence', meta.license),
    ],
    references: meta.references.map(({ value }) => ({
      text: value,
      // Looked at where it is drawn: reading ten thousand addresses takes long.
      get url() {
        return webAddress(value);
      },
    })),
    related: meta.related.map(({ id, type }) => {
      const kind = type?.value.trim().toLowerCase() ?? '';
      const says = RELATIONS.get(kind) ?? (kind === '' ? 'relation not given' : kind);
      return { id: id.value, kind, says };
    }),
    falsePositives: meta.falsepositives.map(({ value }) => value),
    tags: meta.tags.map(({ value }) => value),
  };
}

/** The address if it is a web address. Nothing else that a stranger's rule refers to is opened. */
function webAddress(text: string): string | null {
  try {
    return /^https?:$/.test(new URL(text).protocol) ? text : null;
  } catch {
    return null;
  }
}
