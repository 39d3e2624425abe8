import type { Range } from '../text/range';
import type { YamlScalar } from './node';

const SIMPLE_ESCAPE: Record<string, number> = { x: 2, u: 4, U: 8 };

/** For each decoded UTF-16 unit of a scalar the start of its source characters; one more for the end. */
type Offsets = readonly number[] | null;

/** Null where decoded and written characters are the same, so that offsets are too. */
function offsetsOf(source: string, node: YamlScalar): Offsets {
  const quoted = node.style === 'single' || node.style === 'double' ? 1 : 0;
  const start = node.range.start + quoted;
  const end = node.range.end - quoted;
  if (end - start === node.text.length && source.startsWith(node.text, start)) return null;
  const offsets: number[] = [];
  let at = start;
  for (let i = 0; i < node.text.length; ) {
    const decoded = node.text[i]!;
    if (at < end && node.style === 'double' && source[at] === '\\' && source[at + 1] !== '\n') {
      const width = 2 + (SIMPLE_ESCAPE[source[at + 1]!] ?? 0);
      // An escape beyond the basic plane decodes to two units.
      const units =
        source[at + 1] === 'U' && Number.parseInt(source.slice(at + 2, at + 10), 16) > 0xffff ? 2 : 1;
      for (let k = 0; k < units; k++) offsets.push(at);
      at += width;
      i += units;
    } else if (at < end && source[at] === decoded) {
      offsets.push(at);
      at += node.style === 'single' && decoded === "'" ? 2 : 1;
      i++;
    } else if (at < end && /[\s\\]/.test(source[at]!)) {
      // Folding: line breaks and indentation of the source became one blank or nothing.
      const from = at;
      while (at < end && /[\s\\]/.test(source[at]!) && source[at] !== node.text[i + 1]) at++;
      if (/\s/.test(decoded)) {
        offsets.push(from);
        i++;
      }
      if (at === from) at++;
    } else {
      offsets.push(Math.min(at, end));
      i++;
      at = Math.min(at + 1, end);
    }
  }
  offsets.push(Math.min(at, end));
  return offsets;
}

const cache = new WeakMap<YamlScalar, { offsets: Offsets }>();

/**
 * Where characters of a scalar's decoded text stand in the rule's text.
 * `decoded` is a range in `node.text`; the result is a range in `source`.
 */
export function scalarSource(source: string, node: YamlScalar, decoded: Range): Range {
  let known = cache.get(node);
  if (!known) {
    known = { offsets: offsetsOf(source, node) };
    cache.set(node, known);
  }
  const quoted = node.style === 'single' || node.style === 'double' ? 1 : 0;
  const first = node.range.start + quoted;
  if (!known.offsets) return { start: first + decoded.start, end: first + decoded.end };
  const last = known.offsets.length - 1;
  return {
    start: known.offsets[Math.min(decoded.start, last)] ?? first,
    end: known.offsets[Math.min(decoded.end, last)] ?? first,
  };
}
