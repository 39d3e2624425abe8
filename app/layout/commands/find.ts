import type { Command } from './command';

/** A command that was found, and the places of the letters by which it was. */
export interface Found {
  readonly command: Command;
  readonly at: readonly number[];
}

/**
 * The commands that have all words of a query, the best first: each word is looked for at the start of a word, then within
 * one, then as letters that follow each other. Among equals those that were used lately come first, as `recent` has
 * them, and those that cannot be run come last.
 */
export function find(query: string, commands: readonly Command[], recent: readonly string[]): Found[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.flatMap((command, order) => {
    const places = words.map((word) => placeOf(word, command));
    if (places.includes(null)) return [];
    const used = recent.indexOf(command.id);
    return {
      command,
      at: [...new Set(places.flatMap((place) => place!.at))].sort((a, b) => a - b),
      rank: [
        (command.isAvailable?.() ?? true) ? 0 : 1,
        places.reduce((sum, place) => sum + place!.cost, 0),
        used < 0 ? recent.length : used,
        order,
      ],
    };
  });
  return found.sort((a, b) => byRank(a.rank, b.rank));
}

function byRank(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

interface Place {
  readonly at: readonly number[];
  /** 0 at the start of the title, 1 at that of another word, 2 within a word, more in other words and where letters lie between. */
  readonly cost: number;
}

/** Where a word is found: in the title or, with no letters to show, in the name of the section or in other words for it. */
function placeOf(word: string, { title, words = '', section }: Command): Place | null {
  const text = title.toLowerCase();
  const start = startOf(word, text);
  const within = start < 0 ? text.indexOf(word) : start;
  if (within >= 0)
    return { at: [...word].map((_, i) => within + i), cost: start === 0 ? 0 : start > 0 ? 1 : 2 };
  if (section.toLowerCase().startsWith(word)) return { at: [], cost: 2 };
  if (startOf(word, words) >= 0) return { at: [], cost: 3 };
  return scattered(word, text);
}

/** The place of a word of `text`, from `from` on, that begins with `word`; -1 where none does. */
function startOf(word: string, text: string, from = 0): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) return at;
  return -1;
}

/** The letters of a word in their order, each at a word's start or beside the one before; null where they are not there so. */
function scattered(word: string, text: string): Place | null {
  const at: number[] = [];
  for (const letter of word) {
    const last = at.at(-1) ?? -1;
    const isBeside = at.length > 0 && text[last + 1] === letter;
    const next = isBeside ? last + 1 : startOf(letter, text, last + 1);
    if (next < 0) return null;
    at.push(next);
  }
  return { at, cost: 3 + at.length };
}
