import type { Topic } from '../../examples/example';
import type { GalleryEntry } from '../../examples/gallery';
import type { Platform } from '../../examples/platform';

/** What narrows the gallery down; null is any. */
export interface Filters {
  readonly topic: Topic | null;
  readonly platform: Platform | null;
  readonly technique: string | null;
  readonly level: string | null;
}

export const NO_FILTERS: Filters = { topic: null, platform: null, technique: null, level: null };

/** Everything by which the words of a search find an entry. */
function searched(entry: GalleryEntry, topicName: string): string {
  const { title, teaches, rule, level, platform, format, techniques, modifiers, fields } = entry;
  const named = techniques.map(({ id, name }) => `${id} ${name}`);
  const parts = [title, teaches.replaceAll('`', ''), topicName, level, platform, format, ...named];
  return [...parts, ...modifiers.map((name) => `|${name}`), ...fields, rule].join('\n').toLowerCase();
}

/** The words of a search, each of which has to be found: in lower case. */
export function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** A gallery in which can be searched. */
export class Finder {
  private readonly texts: ReadonlyMap<string, string>;

  constructor(
    private readonly entries: readonly GalleryEntry[],
    private readonly topicNames: Readonly<Record<Topic, string>>,
  ) {
    this.texts = new Map(entries.map((entry) => [entry.id, searched(entry, topicNames[entry.topic])]));
  }

  /** The entries that have all words and pass the filters; those that have them in title and lesson first, then those with them in their topic as well. */
  find(query: string, filters: Filters): readonly GalleryEntry[] {
    const words = wordsOf(query);
    const found = this.entries.filter(
      (entry) => passes(entry, filters) && words.every((word) => this.texts.get(entry.id)!.includes(word)),
    );
    if (words.length === 0) return found;
    const isIn = (text: string) => words.every((word) => text.toLowerCase().includes(word));
    const rank = ({ title, teaches, topic }: GalleryEntry) => {
      const named = `${title}\n${teaches}`;
      return isIn(named) ? 0 : isIn(`${named}\n${this.topicNames[topic]}`) ? 1 : 2;
    };
    return [...found].sort((a, b) => rank(a) - rank(b));
  }
}

function passes(entry: GalleryEntry, { topic, platform, technique, level }: Filters): boolean {
  return (
    (topic === null || entry.topic === topic) &&
    (platform === null || entry.platform === platform) &&
    (level === null || entry.level === level) &&
    (technique === null || entry.techniques.some(({ id }) => id === technique))
  );
}
