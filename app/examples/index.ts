import { certificateExport } from './certificate-export';
import type { Example } from './example';
import { fingerprint } from './fingerprint';
import { EXAMPLES } from './list';

export type { Example } from './example';
export { EXAMPLES } from './list';

/** What a first visit shows. The page needs its texts at once; those of the others are in `texts.ts`. */
export const FIRST_EXAMPLE: Example = { ...EXAMPLES[0], ...certificateExport };

/** The example with this id, and its texts once they are loaded. Undefined if there is none; rejects if they do not come. */
export async function loadExample(id: string): Promise<Example | undefined> {
  const entry = EXAMPLES.find((example) => example.id === id);
  return entry && { ...entry, ...(await import('./texts')).TEXTS[entry.id] };
}

/** True if the rule, and the events where they are given, are those of an unchanged example. */
export function isExample(rule: string, events?: string): boolean {
  const rulePrint = fingerprint(rule);
  return EXAMPLES.some(
    ({ prints }) => prints[0] === rulePrint && (events === undefined || prints[1] === fingerprint(events)),
  );
}

/** True if a text is one side of an unchanged example. */
export function isExampleText(text: string): boolean {
  const print = fingerprint(text);
  return EXAMPLES.some(({ prints: [rule, events] }) => rule === print || events === print);
}
