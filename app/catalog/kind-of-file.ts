import { decoded, encodingOf, isEvtx, readEvents } from '../../src/event';
import { KEPT } from '../../src/limits';

/** What a file is: a rule, an archive of rules, events; no text at all; or text that neither its name nor its form tells. */
export type FileKind = 'rule' | 'archive' | 'events' | 'binary' | 'unknown';

/** So many bytes of a file are looked at. */
export const LOOKED_AT = 32_768;

const EVENT_ENDING = /\.(?:evtx?|jsonl?|ndjson|xml|csv|tsv|log)$/i;
const RULE_ENDING = /\.ya?ml$/i;

/** Two keys that a rule has at its beginning of line, whatever became of its indentation. */
const RULE_KEY = /^(?:title|id|logsource|detection|correlation|filter|condition):/gm;

/** What a file's name says that it is; null where the name does not tell. */
export function kindByName(name: string): FileKind | null {
  if (RULE_ENDING.test(name)) return 'rule';
  if (EVENT_ENDING.test(name)) return 'events';
  return /\.zip$/i.test(name) ? 'archive' : null;
}

/** What a file is by its first bytes. */
export function kindByContent(first: Uint8Array): FileKind {
  if (isEvtx(first)) return 'events';
  if (first[0] === 0x50 && first[1] === 0x4b && first[2] === 3 && first[3] === 4) return 'archive';
  const encoding = encodingOf(first);
  const text = decoded(first.subarray(encoding.mark), encoding);
  if (/[\0-\x08\x0e-\x1a]/.test(text)) return 'binary';
  if (new Set(text.match(RULE_KEY)).size > 1) return 'rule';
  const { slices, warnings } = readEvents(text.slice(0, text.lastIndexOf('\n') + 1) || text);
  const isKnown =
    slices.some(({ event }) => event !== null) && !warnings.some(({ code }) => code === 'format-unknown');
  return isKnown ? 'events' : 'unknown';
}

/** True for YAML that is events by its first bytes, and no rule, however unfinished. */
export function isYamlOfEvents(first: Uint8Array): boolean {
  const encoding = encodingOf(first);
  const text = decoded(first.subarray(encoding.mark), encoding);
  return !text.match(RULE_KEY) && kindByContent(first) === 'events';
}

/** True for so many files of so many bytes among which a rule is looked for with its tests. */
export function mayHaveTests(files: number, bytes: number): boolean {
  return files <= KEPT.testFiles.value && bytes <= KEPT.testBytes.value;
}

/** True for a file that may be an export of this page: a zip that is not too large for one. */
export function mayBeExport(path: string, size: number): boolean {
  return /\.zip$/i.test(path) && size <= KEPT.exportFile.value;
}
