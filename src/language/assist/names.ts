import { tokenize } from '../../rule';
import { prose, type Range, say, type Words } from '../../text';
import { documentsOf, type Line, linesAround } from './line';
import { type Named, outlineOf } from './outline';

/** A selection's name at one place, and everywhere else in its document. */
export interface SelectionName {
  readonly name: string;
  /** The range at the given offset. */
  readonly at: Range;
  /** Where the selection is defined; null if there is none with this name. */
  readonly definition: Named | null;
  /** Where conditions name it; patterns such as `selection_*` do not count. */
  readonly uses: readonly Range[];
  /** The names of the other selections. */
  readonly others: readonly string[];
}

/** The selection named at `offset`, in its own line or in a condition; null if there is none. Linear. */
export function selectionAt(text: string, offset: number): SelectionName | null {
  const { lines, detection, selections } = outlineOf(linesAround(text, offset));
  const words = detection.flatMap((d) => (d.name === 'condition' ? wordsOf(lines, d) : []));
  const own = selections.find(({ range }) => holds(range, offset));
  const word = own ? undefined : words.find(({ range }) => holds(range, offset));
  const name = own?.name ?? word?.name;
  if (name === undefined) return null;
  const definition = selections.find((s) => s.name === name) ?? null;
  if (!definition && !own && isReserved(name)) return null;
  return {
    name,
    at: own?.range ?? word!.range,
    definition,
    uses: words.filter((w) => w.name === name).map((w) => w.range),
    others: selections.filter((s) => s !== definition).map((s) => s.name),
  };
}

/** Why a selection cannot have this name, as a sentence; null if it can. */
export function whyNoName(name: string, others: readonly string[]): Words | null {
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(name))
    return prose('A condition cannot use this name. Use only letters, digits, `_`, `-` and `.`.');
  if (isReserved(name)) return say`\`${name}\` has another meaning in a detection. Choose another name.`;
  return others.includes(name) ? say`There is already a selection \`${name}\`. Choose another name.` : null;
}

const RESERVED = new Set(['and', 'or', 'not', 'of', 'them', 'all', 'any', '1', 'condition', 'timeframe']);

function isReserved(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}

function holds({ start, end }: Range, offset: number): boolean {
  return offset >= start && offset <= end;
}

/** The words of a condition, also in brackets and blocks, without comments. */
function wordsOf(
  lines: readonly Line[],
  { range, body }: Named,
): { readonly name: string; readonly range: Range }[] {
  return lines.flatMap((line) => {
    const first = holds(line.range, range.start);
    if (!first && (line.range.start < range.start || line.range.start > body.end)) return [];
    const from = first ? line.afterColon : line.column;
    const written = line.text.slice(from).replace(/(?:^|\s)#.*$/, '');
    const begin = line.range.start + from;
    return tokenize(written)
      .filter((t) => t.kind === 'word' && !/[*?]/.test(t.text))
      .map((t) => ({ name: t.text, range: { start: begin + t.range.start, end: begin + t.range.end } }));
  });
}

/** One entry of a text's outline. */
export interface Entry {
  readonly name: string;
  /** What follows it; for a document, its title. */
  readonly detail: string;
  readonly kind: 'document' | 'key' | 'selection';
  readonly range: Range;
  readonly body: Range;
  readonly children: readonly Entry[];
}

/**
 * The outline of a text: its keys, and below `detection` the selections; for several documents, each by its title.
 * Linear.
 */
export function entriesOf(text: string): readonly Entry[] {
  const documents = documentsOf(text)
    .map(({ lines }) => outlineOf(lines))
    .filter(({ keys }) => keys.length > 0);
  const all = documents.map(({ kind, keys, detection, lines }): Entry => {
    const inner = kind === 'filter' ? 'filter' : 'detection';
    const children = keys.map(
      (key): Entry => ({
        ...entry(key, 'key'),
        children:
          key.name === inner
            ? detection.map((d) => entry(d, d.name === 'condition' ? 'key' : 'selection'))
            : [],
      }),
    );
    const first = keys[0]!;
    const title = keys.find((k) => k.name === 'title') ?? first;
    const line = lines.find(({ range }) => holds(range, title.range.start))!;
    const name =
      title.name === 'title'
        ? line.text
            .slice(line.afterColon)
            .trim()
            .replace(/^(['"])(.*)\1$/, '$2')
        : '';
    const body = { start: first.range.start, end: keys[keys.length - 1]!.body.end };
    return { name: name || kind, detail: kind, kind: 'document', range: title.range, body, children };
  });
  return all.length === 1 ? all[0]!.children : all;
}

function entry({ name, range, body }: Named, kind: Entry['kind']): Entry {
  return { name, detail: '', kind, range, body, children: [] };
}
