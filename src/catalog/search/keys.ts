/** How the value of a key is compared. Case is always ignored. */
export type Mode =
  /** The whole of it; `*` stands for any characters. */
  | 'whole'
  /** A part of it. */
  | 'part'
  /** The whole of it or, with `>=`, `>`, `<=`, `<`, what comes after or before. */
  | 'level'
  /** A day, a month or a year or, with a comparison, what comes after or before. */
  | 'date';

/** Every key of a query: how it compares, and what it compares with. The help lists them in this order. */
export const KEYS = {
  level: { mode: 'level', looksAt: 'the level', example: 'level:>=high' },
  status: { mode: 'whole', looksAt: 'the status', example: 'status:stable' },
  product: { mode: 'whole', looksAt: 'the product of the log source', example: 'product:windows' },
  category: {
    mode: 'whole',
    looksAt: 'the category of the log source',
    example: 'category:process_creation',
  },
  service: { mode: 'whole', looksAt: 'the service of the log source', example: 'service:security' },
  logsource: {
    mode: 'whole',
    looksAt: 'product, category and service together',
    example: 'logsource:windows/*',
  },
  tactic: { mode: 'part', looksAt: 'ATT&CK tactics: name or id', example: 'tactic:execution' },
  technique: {
    mode: 'part',
    looksAt: 'ATT&CK techniques: id or name; T1059 includes its sub-techniques',
    example: 'technique:T1059',
  },
  tag: { mode: 'part', looksAt: 'the tags', example: 'tag:cve.2021' },
  field: { mode: 'whole', looksAt: 'the fields of the detection', example: 'field:*CommandLine' },
  value: { mode: 'part', looksAt: 'the values of the detection', example: 'value:whoami.exe' },
  title: { mode: 'part', looksAt: 'the title', example: 'title:"lateral movement"' },
  author: { mode: 'part', looksAt: 'the authors, each separately', example: 'author:roth' },
  id: { mode: 'part', looksAt: 'the id', example: 'id:5af54681' },
  path: { mode: 'part', looksAt: 'the path of the file', example: 'path:threat-hunting' },
  date: { mode: 'date', looksAt: 'the date of the rule', example: 'date:>=2024-06' },
  modified: { mode: 'date', looksAt: 'the date of its last change', example: 'modified:2025' },
} as const satisfies Readonly<
  Record<string, { readonly mode: Mode; readonly looksAt: string; readonly example: string }>
>;

export type Key = keyof typeof KEYS;

/** The key named `name`, in any case. */
export function keyNamed(name: string): Key | null {
  const key = name.toLowerCase();
  return Object.hasOwn(KEYS, key) ? (key as Key) : null;
}

/** Text for comparison: case-folded, with one space for several spaces or line ends. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
