import type { Undone } from './kinds';

/** What chats write around a rule, on lines of their own. */
const AROUND = /^(?:ya?ml|sigma|copy|copy code|copy to clipboard|copied!?|edit|raw|plain ?text|code)$/i;
const FENCE = /^\s*(?:```+|~~~+)\s*[\w.+-]*\s*$/;

/** The text inside a Markdown fence; of several fences, the rules as documents of one text. */
export function withoutFence(text: string): Undone | null {
  const lines = text.split('\n');
  const fences = lines.flatMap((line, i) => (FENCE.test(line) ? [i] : []));
  if (fences.length === 0) return withoutWords(lines);
  const parts: string[] = [];
  // A single fence is the first or last line of what was copied.
  const bounds =
    fences.length > 1 ? fences : isAtEnd(lines, fences[0]!) ? [-1, ...fences] : [...fences, lines.length];
  for (let i = 0; i + 1 < bounds.length; i += 2)
    parts.push(lines.slice(bounds[i]! + 1, bounds[i + 1]!).join('\n'));
  const rules = parts.filter(isRule);
  return rules.length > 0
    ? { kind: 'fence', texts: [rules.map((rule) => `${rule.replace(/\n$/, '')}\n`).join('---\n')] }
    : null;
}

function isAtEnd(lines: readonly string[], fence: number): boolean {
  return lines.slice(0, fence).some(isRule);
}

function isRule(text: string): boolean {
  return /^[\s>+\d.:|)]*(?:detection|correlation|filter)["']?\s*:/m.test(text);
}

/** The text without the words of a chat's code box above it. */
function withoutWords(lines: readonly string[]): Undone | null {
  let first = 0;
  while (first < lines.length && (lines[first]!.trim() === '' || AROUND.test(lines[first]!.trim()))) first++;
  const words = lines.slice(0, first).some((line) => line.trim() !== '');
  return words ? { kind: 'fence', texts: [lines.slice(first).join('\n')] } : null;
}

/** The text without the `>` of a quotation, or the `+` of a diff, before each line. */
export function withoutMarks(text: string): Undone | null {
  const lines = text.split('\n');
  const said = lines.filter((line) => line.trim() !== '');
  const mark = said[0]?.trimStart()[0];
  if (said.length < 3 || !said.every((line) => line.trimStart().startsWith(mark!))) return null;
  if (mark === '+')
    return { kind: 'marks', texts: [lines.map((line) => line.replace(/^\+/, '')).join('\n')] };
  if (mark !== '>') return null;
  const spaced = said.every((line) => /^\s*>(?:[ \u00a0]|\s*$|>)/.test(line));
  const sign = spaced ? /^\s*>[ \u00a0]?/ : /^\s*>/;
  return { kind: 'marks', texts: [lines.map((line) => line.replace(sign, '')).join('\n')] };
}

/** Spaces other than YAML's, and characters of zero width. */
const ODD = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const ANY_ODD = new RegExp(ODD.source);
const NO_WIDTH = /[\u200b\u2060\ufeff]/g;
/** Such characters in the layout of YAML. */
export const ODD_LAYOUT =
  /^[ \t]*[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff][\s\u200b\u2060\ufeff]*|(?<=^[\s\u200b]*(?:- +)?[^\s'"#:][^\s'"#:]*:)[ \t]*[\u00a0\u2000-\u200b\u202f\u3000]|(?<=^[\s\u200b]*-)[ \t]*[\u00a0\u2000-\u200b\u202f\u3000]/m;

/** The text with ordinary spaces instead of a page's no-break spaces; null if a value may really have them. */
export function withoutOddSpaces(text: string): Undone | null {
  if (!ODD_LAYOUT.test(text.replace(/^\ufeff/, ''))) return null;
  const meant = /(['"])[^\S\n]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][^\S\n]*\1/.test(text);
  return { kind: 'no-break-spaces', texts: meant ? [] : [text.replace(ODD, ' ').replace(NO_WIDTH, '')] };
}

/** True if a text has an unusual space outside of comments. */
export function hasOddSpace(text: string): boolean {
  return text.split('\n').some((line) => ANY_ODD.test(line.replace(/(?:^|\s)#.*$/, '')));
}

/** The text with spaces instead of tabs in its indentation. If both are there, the width of a tab is unknown. */
export function withoutTabs(text: string): Undone | null {
  if (!/^ *\t/m.test(text)) return null;
  const mixed = /^\t* +\t*\S/m.test(text);
  const widths = mixed ? [4, 2, 8] : [4];
  return { kind: 'tabs', texts: widths.map((width) => expanded(text, width)) };
}

function expanded(text: string, width: number): string {
  return text.replace(/^[ \t]+/gm, (blanks) => {
    let column = 0;
    for (const c of blanks) column = c === '\t' ? (Math.floor(column / width) + 1) * width : column + 1;
    return ' '.repeat(column);
  });
}
