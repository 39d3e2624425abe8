import { type Example, TOPICS } from './example';
import facts from './facts.json' with { type: 'json' };
import { type Platform, platformOf } from './platform';
import { TEXTS } from './texts';

/*
 * The examples with what was read from their texts. It is loaded when somebody wants to see or to open one.
 */

/** What is read from the texts of an example; `facts.test.ts` writes it into `facts.json`, and holds that it is true. */
export interface Facts {
  /** The highest level of its rules. */
  readonly level: string;
  /** Of its first rule: product, category and service, as far as they are given. */
  readonly logsource: Readonly<Record<string, string>>;
  /** The ids of the ATT&CK techniques of its rules. */
  readonly techniques: readonly string[];
  /** The name of the format of its events, as the page says it. */
  readonly format: string;
  /** The names of the fields and modifiers of its rules, and the types of its correlations. */
  readonly fields: readonly string[];
  readonly modifiers: readonly string[];
  /** The fingerprint of the text of each event. */
  readonly keys: readonly string[];
}

/** A technique of ATT&CK, with its parent's name: `OS Credential Dumping: LSASS Memory`. */
export interface TechniqueName {
  readonly id: string;
  readonly name: string;
}

/** What the gallery shows of an example, and finds it by. */
export interface GalleryEntry extends Example, Omit<Facts, 'techniques'> {
  readonly id: string;
  readonly platform: Platform;
  readonly techniques: readonly TechniqueName[];
}

const techniqueNames = new Map<string, string>(Object.entries(facts.techniques));
const factsOf = new Map<string, Facts>(Object.entries(facts.examples));

const all = Object.entries<Example>(TEXTS).map(([id, example]): GalleryEntry => {
  const read = factsOf.get(id)!;
  const techniques = read.techniques.map((one) => ({ id: one, name: techniqueNames.get(one) ?? one }));
  return { id, ...example, ...read, platform: platformOf(read.logsource), techniques };
});

const topics = Object.keys(TOPICS);

/** All examples, in the order in which they are listed: by topic. */
export const GALLERY: readonly GalleryEntry[] = all.sort(
  (a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic),
);

/** An example with what opening it needs. */
export interface OpenedExample extends Example {
  readonly id: string;
  /** What is expected of its events, by the fingerprints of their texts. */
  readonly expectations: Readonly<Record<string, Wanted>>;
  /** What each of its correlations has to fire on, by the same fingerprints; empty if it has none. */
  readonly firings: readonly WantedFirings[];
  /** Where the cursor goes. */
  readonly cursor: number;
}

type Wanted = 'match' | 'no match';

/** What a correlation has to fire on: its title, how often, and the events of each firing; null if it must not fire. */
interface WantedFirings {
  readonly of: string;
  readonly count: number;
  readonly members: readonly (readonly string[])[] | null;
}

const WANTED: ReadonlyMap<string, Wanted> = new Map([
  ['m', 'match'],
  ['-', 'no match'],
  ['o', 'no match'],
]);

/** The example with this id; undefined if there is none. */
export function exampleOf(id: string): OpenedExample | undefined {
  const entry = GALLERY.find((one) => one.id === id);
  if (!entry) return undefined;
  const expectations = entry.keys.flatMap((key, i): [string, Wanted][] => {
    const wanted = WANTED.get(entry.expected.charAt(i));
    return wanted ? [[key, wanted]] : [];
  });
  return {
    ...entry,
    expectations: Object.fromEntries(expectations),
    firings: firingsOf(entry),
    cursor: entry.rule.indexOf(entry.at),
  };
}

function firingsOf({ fires = {}, keys }: GalleryEntry): WantedFirings[] {
  return Object.entries(fires).map(([of, firings]) => {
    const members = firings.map((numbers) => numbers.map((number) => keys[number - 1]!));
    return { of, count: firings.length, members: firings.length > 0 ? members : null };
  });
}
