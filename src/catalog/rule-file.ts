import type { Words } from '../text';
/** A file of rules as found: its path and its text. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

/** A file that was found but could not be read. */
export interface UnreadFile {
  readonly path: string;
  /** Why, as a sentence. */
  readonly reason: Words;
}

/** True for the name of a file with rules. */
export function isRuleFile(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** True for the name of an archive. */
export function isZip(path: string): boolean {
  return /\.zip$/i.test(path);
}
