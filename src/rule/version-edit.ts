import type { Edit, Range } from '../text';
import { entry, type YamlMap } from './yaml/node';

/**
 * Writes `sigma-version: version` into a document: in the place of another one, or before `key`, one of its keys. Null
 * if it cannot be written there: the value is empty, the key is lent by another document, or is not the first of its line.
 */
export function versionEdit(text: string, document: YamlMap, key: Range, version: string): Edit | null {
  const own = entry(document, 'sigma-version')?.value.range;
  if (own) return own.end > own.start ? { range: own, text: version } : null;
  const { start } = key;
  if (start < document.range.start || start > document.range.end) return null;
  const range = { start, end: start };
  if (text[document.range.start] === '{') return { range, text: `sigma-version: ${version}, ` };
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).replace(/^\uFEFF/, '');
  return /^ *$/.test(line) ? { range, text: `sigma-version: ${version}\n${line}` } : null;
}
