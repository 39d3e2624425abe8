import { PUBLISHED, type SpecVersion, specWritten } from '../knowledge';
import { type Collection, ownVersion } from '../rule';

/** What some documents of a text are read as. */
export interface ReadAs {
  readonly spec: SpecVersion;
  /** The `sigma-version` that they have, which overrules the user's choice; null for those without one. */
  readonly says: string | null;
  /** How many documents these are. */
  readonly documents: number;
}

type Version = Omit<ReadAs, 'documents'>;

/**
 * The versions of the specification that the documents of a text are read as, each once, in the order of the text.
 * `picked`: the user's choice. Of a text that is no YAML, those that its lines say, if any do.
 */
export function versionsOf({ text, documents }: Collection, picked: SpecVersion = PUBLISHED): ReadAs[] {
  const found = documents.map(({ document: { spec, tree } }): Version => ({ spec, says: ownVersion(tree) }));
  const all = new Map<string, ReadAs>();
  for (const one of found.length > 0 ? found : writtenIn(text, picked)) {
    const key = JSON.stringify([one.spec, one.says]);
    all.set(key, { ...one, documents: (all.get(key)?.documents ?? 0) + 1 });
  }
  return [...all.values()];
}

const LINE = /^sigma-version[ \t]*:[ \t]*(['"]?)[ \t]*([\d.]+)[ \t]*\1[ \t]*(?:#.*)?\r?$/m;

/** What the lines of a text say whose YAML cannot be read; nothing if none says a version. */
function writtenIn(text: string, picked: SpecVersion): Version[] {
  const versions = text
    .split(/^---.*$/m)
    .filter((part) => /^[^\s#]/m.test(part))
    .map((part): Version => {
      const says = LINE.exec(part)?.[2] ?? null;
      const spec = says === null ? null : specWritten(says, picked);
      return spec ? { spec, says } : { spec: picked, says: null };
    });
  return versions.some(({ says }) => says !== null) ? versions : [];
}
