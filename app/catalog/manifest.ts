import { own, prose, say, Told, toldOf, type Words } from '../../src/text';

/** A catalog that is hosted beside the page. */
export interface ServedCatalog {
  readonly name: string;
  /** The name of a zip in the manifest's folder. */
  readonly file: string;
  /** What is known about it, to show to users. */
  readonly commit: string | null;
  readonly date: string | null;
}

/** The manifest's name in the folder `catalog/` of the site. */
export const MANIFEST = 'manifest.json';

const FORM = prose('The manifest is a list such as `[{"name": "Our rules", "file": "rules.zip"}]`');

/** Reads a manifest. If it is not valid, throws an error whose message tells its author why. */
export function readManifest(text: string): ServedCatalog[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    throw new Told(say`${toldOf(error)}. ${FORM}.`);
  }
  if (!Array.isArray(list)) throw new Told(say`${FORM}; this is ${kindOf(list)}.`);
  return list.map((entry: unknown, i) => readEntry(entry, `Entry ${i + 1}`));
}

function readEntry(entry: unknown, which: string): ServedCatalog {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new Told(
      say`${which} is ${kindOf(entry)}. An entry is a map such as \`{"name": "Our rules", "file": "rules.zip"}\`.`,
    );
  const fields = entry as Readonly<Record<string, unknown>>;
  const text = (key: string): string | null => {
    const value = own(fields, key) ?? null;
    if (value !== null && typeof value !== 'string')
      throw new Told(say`${which}: \`${key}\` is ${kindOf(value)}. Write a text in quotes.`);
    return value?.trim() || null;
  };
  const [name, file] = [text('name'), text('file')];
  if (name === null) throw new Told(say`${which} has no \`name\`: the words that people choose it by.`);
  if (file === null) throw new Told(say`${which} (${name}) has no \`file\`: the name of its zip.`);
  // A bare name cannot lead to another folder or another site.
  if (!/^[^/\\?#:%]+\.zip$/i.test(file))
    throw new Told(
      say`${which} (${name}): \`${file}\` must be the name of a .zip file beside the manifest, without folders.`,
    );
  return { name, file, commit: text('commit'), date: text('date') };
}

function kindOf(value: unknown): Words | string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : say`the ${typeof value} \`${String(value)}\``;
}
