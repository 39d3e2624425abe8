import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * One statement of docs/semantics.md: a table row, identified by its first cell, or a list item, identified by words
 * in it.
 */
export interface Clause {
  readonly section: string;
  readonly kind: 'row' | 'item';
  /** A row's first cell; the whole text of an item. */
  readonly text: string;
}

/** The engine's contract, as Markdown. */
export function readContract(): string {
  return readFileSync(fileURLToPath(new URL('../../docs/semantics.md', import.meta.url)), 'utf8');
}

/** The content of the contract: its clauses, and the paragraphs, which only introduce them. */
export interface Contract {
  readonly clauses: readonly Clause[];
  readonly paragraphs: readonly { readonly section: string; readonly text: string }[];
}

/** Splits the contract into clauses. Text before the first section belongs to no section. */
export function contractOf(markdown: string): Contract {
  const clauses: Clause[] = [];
  const paragraphs: { section: string; text: string }[] = [];
  let section = '';
  for (const block of markdown.split(/\r?\n\s*\r?\n/)) {
    const heading = /^## (.*)/.exec(block);
    if (heading) section = heading[1]!.trim();
    else if (block.startsWith('|')) clauses.push(...rowsOf(block, section));
    else if (block.startsWith('- ')) clauses.push(...itemsOf(block, section));
    else if (block.trim() !== '' && !block.startsWith('#'))
      paragraphs.push({ section, text: oneLine(block) });
  }
  return { clauses, paragraphs };
}

/** The rows below a table's head. */
function rowsOf(table: string, section: string): Clause[] {
  return table
    .trim()
    .split(/\r?\n/)
    .slice(2)
    .map((row) => {
      const cell = /^\| (.*?) (?<!\\)\|/.exec(row)?.[1] ?? '';
      return { section, kind: 'row', text: cell.replaceAll('\\|', '|') };
    });
}

function itemsOf(list: string, section: string): Clause[] {
  return list.split(/\r?\n(?=- )/).map((item) => ({ section, kind: 'item', text: oneLine(item.slice(2)) }));
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\r?\n\s*/g, ' ');
}

/** The name of a clause: a row's first cell, or the bold words at the beginning of an item. */
export function nameOf({ kind, text }: Clause): string {
  return kind === 'row' ? text : (/^\*\*(.+?)[.:,]?\*\*/.exec(text)?.[1] ?? '');
}

/**
 * The clauses that `Section › words` refers to: the one with that name, else the items that contain the words. The
 * suite is sound if there is exactly one.
 */
export function clausesFor(reference: string, clauses: readonly Clause[]): Clause[] {
  const [name, words = ''] = reference.split(' › ');
  const section = clauses.filter((clause) => clause.section === name);
  const named = section.filter((clause) => nameOf(clause) === words);
  if (named.length > 0) return named;
  return section.filter(({ kind, text }) => kind === 'item' && text.includes(words));
}
