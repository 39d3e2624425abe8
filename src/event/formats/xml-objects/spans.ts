import { byName, range } from '../../../text';
import type { FieldSpan } from '../span-syntax';
import { decoded, unitStarts } from '../xml/references';

/** A tag: whether it closes, its name, its attributes, whether it is closed at once. */
export const TAG = /<(\/?)([A-Za-z][\w:]*)((?:\s+[\w:]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/;

/** What names a value: the attribute of an element, by the element around it. */
const NAMES = /\s(?:N|Name|k)\s*=\s*(?:"([^"]*)"|'([^']*)')/;
/** The elements between an object and a named one. */
const FORMS = byName({
  Obj: /^Obj (?:Props|MS) (?!Obj$)\w+$/,
  Object: /^Object Property$/,
  result: /^result field(?: value text| v)$/,
});

interface Open {
  readonly name: string;
  readonly attributes: string;
  readonly attributesAt: number;
  /** Where its content begins. */
  readonly content: number;
  hasChildren: boolean;
}

/** The values of one object. */
export function objectSpans(slice: string): FieldSpan[] {
  const spans: FieldSpan[] = [];
  const open: Open[] = [];
  const tags = new RegExp(TAG.source, 'g');
  for (let tag = tags.exec(slice); tag; tag = tags.exec(slice)) {
    const [all, closes, name, attributes, isClosed] = tag;
    if (closes === '') {
      const parent = open[open.length - 1];
      if (parent) parent.hasChildren = true;
      if (isClosed === '')
        open.push({
          name: name!,
          attributes: attributes!,
          attributesAt: tag.index + 1 + name!.length,
          content: tag.index + all.length,
          hasChildren: false,
        });
      continue;
    }
    const span = spanOf(slice, open, tag.index);
    if (span) spans.push(span);
    while (open.length > 0 && open.pop()!.name !== name);
  }
  return spans;
}

/** The value of the innermost open element, where it is one of the object's own. */
function spanOf(slice: string, open: readonly Open[], end: number): FieldSpan | null {
  const last = open[open.length - 1];
  if (!last || last.hasChildren || !FORMS.get(open[0]!.name)?.test(open.map(({ name }) => name).join(' ')))
    return null;
  const named = open.find(({ attributes }, i) => i > 0 && NAMES.test(attributes));
  const found = named && NAMES.exec(named.attributes);
  if (!found) return null;
  const written = found[1] ?? found[2]!;
  const key = named.attributesAt + found.index + found[0].length - written.length - 1;
  const at = range(last.content, end);
  const raw = slice.slice(at.start, at.end);
  return {
    name: decoded(written),
    key: range(key, key + written.length),
    at,
    ...(open[0]!.name === 'Obj' ? unescaped(raw) : plain(raw)),
  };
}

function plain(raw: string): Pick<FieldSpan, 'value' | 'starts'> {
  const value = decoded(raw);
  return value === raw ? { value } : { value, starts: Uint32Array.from(unitStarts(raw)) };
}

const ESCAPE = /_x([\dA-Fa-f]{4})_/g;

/** PowerShell writes line breaks, tabs and others as `_x000D_`, besides what XML escapes. */
function unescaped(raw: string): Pick<FieldSpan, 'value' | 'starts'> {
  const text = decoded(raw);
  if (!text.includes('_x')) return plain(raw);
  const units = unitStarts(raw);
  const starts: number[] = [];
  let value = '';
  let from = 0;
  const take = (to: number) => {
    for (; from < to; from++) starts.push(units[from]!);
  };
  for (const found of text.matchAll(ESCAPE)) {
    value += text.slice(from, found.index);
    take(found.index);
    value += String.fromCharCode(Number.parseInt(found[1]!, 16));
    starts.push(units[from]!);
    from += found[0].length;
  }
  value += text.slice(from);
  take(text.length);
  starts.push(raw.length);
  return { value, starts: Uint32Array.from(starts) };
}
