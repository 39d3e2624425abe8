import type { Range } from '../../text';
import type { Card } from './check';

/*
 * The examples on the cards. An example consists of some keys of a rule, with the problem between `«` and `»`. The
 * other keys, which make it a rule without problems, are added here.
 */

const META: readonly (readonly [key: string, lines: string])[] = [
  ['title', 'title: Backup Catalog Removed From The Command Line'],
  ['id', 'id: 5c0f8e9a-3b7d-4c21-9f64-0a1b2c3d4e5'],
  ['status', 'status: experimental'],
  ['description', 'description: Finds a tool that removes the catalog of backups.'],
  ['references', 'references:\n    - https://example.org/reports/backups'],
  ['author', 'author: Jo Example'],
  ['date', 'date: 2026-02-03'],
];
const LOGSOURCE = ['logsource', 'logsource:\n    category: process_creation\n    product: windows'] as const;
const OF_KIND: Readonly<
  Record<'detection' | 'correlation' | 'filter', readonly (readonly [key: string, lines: string])[]>
> = {
  detection: [
    ['tags', 'tags:\n    - attack.impact\n    - attack.t1490'],
    LOGSOURCE,
    [
      'detection',
      "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
    ],
    ['falsepositives', 'falsepositives:\n    - Work of administrators'],
    ['level', 'level: medium'],
  ],
  filter: [LOGSOURCE],
  correlation: [['level', 'level: medium']],
};

/** An example as a complete text, with the range of the marked characters. */
export interface WholeExample {
  readonly text: string;
  readonly marked: readonly Range[];
}

/** The complete text of one of a card's examples. */
export function wholeExample(card: Card, which: 'bad' | 'good'): WholeExample {
  const marked: Range[] = [];
  let text = '';
  for (const piece of card[which].split(/([«»])/)) {
    if (piece === '«') marked.push({ start: text.length, end: text.length });
    else if (piece === '»') marked.push({ start: marked.pop()!.start, end: text.length });
    else text += piece;
  }
  if (card.alone) return { text, marked };
  const without = which === 'bad' ? (card.without ?? []) : [];
  const documents = text.split(/^---\n/m);
  let moved = 0;
  const completed = documents.map((document, i) => {
    const rest = missing(document, without, i);
    return document.endsWith('\n') ? document + rest : `${document}\n${rest}`;
  });
  // Ranges in later documents shift by what was added to earlier ones.
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let from = 0;
  documents.forEach((document, i) => {
    shifts.push({ from, by: moved });
    moved += completed[i]!.length - document.length;
    from += document.length + 4;
  });
  return {
    text: completed.join('---\n'),
    marked: marked.map(({ start, end }) => {
      const by = shifts.findLast((s) => s.from <= start)!.by;
      return { start: start + by, end: end + by };
    }),
  };
}

function missing(document: string, without: readonly string[], place: number): string {
  const written = new Set([...document.matchAll(/^([a-z][a-z-]*):/gm)].map(([, key]) => key!));
  const kind = written.has('correlation') ? 'correlation' : written.has('filter') ? 'filter' : 'detection';
  return [...META, ...OF_KIND[kind]]
    .filter(([key]) => !written.has(key) && !without.includes(key))
    .map(([key, lines]) => (key === 'id' ? `${lines}${place}\n` : `${lines}\n`))
    .join('');
}

/** An example of a detection: the lines of its only selection. */
export function selecting(lines: string, condition = 'selection'): string {
  return `detection:\n    selection:\n${lines.replace(/^/gm, '        ')}\n    condition: ${condition}`;
}

/** An example of a detection with array selectors, which rules of the next version have. */
export function arrays(lines: string): string {
  return `sigma-version: 3\n${selecting(lines)}`;
}

/** An example of a correlation: a named rule, and the keys under `correlation`. */
export function correlating(lines: string, beside = ''): string {
  return `name: catalog_removed\n---\n${beside}correlation:\n${lines.replace(/^/gm, '    ')}\n`;
}

/** An example of a filter: a rule, and the keys under `filter`. */
export function filtering(lines: string): string {
  return `name: catalog_removed\n---\ntitle: Known Backup Hosts\nfilter:\n${lines.replace(/^/gm, '    ')}\n`;
}
