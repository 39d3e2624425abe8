import type { Example } from './example';
import { fingerprint } from './fingerprint';
import type { GalleryEntry, OpenedExample } from './gallery';
import known from './known.json' with { type: 'json' };
import { certificateExport } from './windows/certificate-export';

export type { Example } from './example';
export type { GalleryEntry, OpenedExample } from './gallery';

/** The fingerprints of both texts of each example, by which it is known before its texts are loaded. */
const PRINTS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(known));
const FIRST = 'certificate-export';
/** No text of an example has more characters; longer ones are not looked at. */
export const LONGEST = 10_000;

/** What a first visit shows. The page needs its texts at once; those of the others are in `texts.ts`. */
export const FIRST_EXAMPLE: Example & { readonly id: string } = { id: FIRST, ...certificateExport };

/** True for the id of an example. */
export function isExampleId(id: string): boolean {
  return PRINTS.has(id);
}

/** All examples, once they are loaded. Rejects if they do not come. */
export async function loadGallery(): Promise<readonly GalleryEntry[]> {
  return (await loaded()).GALLERY;
}

/** The example with this id, once it is loaded. Undefined if there is none; rejects if it does not come. */
export async function loadExample(id: string): Promise<OpenedExample | undefined> {
  return PRINTS.has(id) ? (await loaded()).exampleOf(id) : undefined;
}

/** The one place that loads it: where a part also imported it, much of the page's first script would be cut into pieces. */
function loaded() {
  return import('./gallery');
}

/** True if the rule, and the events where they are given, are those of an unchanged example. */
export function isExample(rule: string, events?: string): boolean {
  if (rule.length > LONGEST || (events?.length ?? 0) > LONGEST) return false;
  const rulePrint = fingerprint(rule);
  for (const prints of PRINTS.values())
    if (prints[0] === rulePrint && (events === undefined || prints[1] === fingerprint(events))) return true;
  return false;
}

/** True if a text is one side of an unchanged example. */
export function isExampleText(text: string): boolean {
  if (text.length > LONGEST) return false;
  const print = fingerprint(text);
  for (const prints of PRINTS.values()) if (prints.includes(print)) return true;
  return false;
}
