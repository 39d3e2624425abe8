import { cells } from './cells';
import { codeLines, type Segment } from './code-lines';
import { leftOutWords } from './html';
import type { Block, CodeBlock, Line, Paper, Piece, TreeLine } from './paper';
import { textOfPiece } from './pieces';
import { inLine, visible } from './visible';

/** A paper as Markdown, as GitHub reads it. Below a line of a text, carets show what matched, with the name of the selection. */
export function paperMarkdown({ title, blocks }: Paper): string {
  return [`# ${words([title])}`, ...blocks.map(blockOf)].join('\n\n').concat('\n');
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${words(block.words)}`;
    case 'paragraph':
      return words(block.words);
    case 'facts':
      return block.rows.map(([label, value]) => `- ${words([label])}: ${words(value, true)}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${words(item)}`).join('\n');
    case 'code':
      return codeOf(block);
    case 'tree':
      return block.lines.map(treeLine).join('\n');
    case 'table':
      return tableOf(block.head, block.rows);
  }
}

/** Characters that mean something in Markdown or in what is made of it. */
const MEANS = /[\\`*_[\]<>#|~&$^!{}]/g;

/** Plain text within a line; `isFirst` if it begins one, where more characters mean something. */
function escaped(text: string, isFirst: boolean): string {
  const inner = inLine(text)
    .replace(MEANS, '\\$&')
    // What would become a link or a mention by itself.
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(www)\./gi, '$1\\.')
    .replaceAll('@', '\\@');
  return isFirst ? inner.replace(/^\s+/, '').replace(/^(\d*)([-+=.):])/, '$1\\$2') : inner;
}

/** `isInside`: a line begins before it. */
function words(line: Line, isInside = false): string {
  return joined(line.map((piece, i) => pieceOf(piece, i === 0 && !isInside)));
}

/** Two codes without anything between them would be read as one: a blank stands there. */
function joined(parts: readonly string[]): string {
  return parts
    .reduce((all, part) => (all.endsWith('`') && part.startsWith('`') ? `${all} ${part}` : all + part), '')
    .trim();
}

function pieceOf(piece: Piece, isFirst: boolean): string {
  if (typeof piece === 'string') return escaped(piece, isFirst);
  if ('code' in piece) return codeSpan(piece.code);
  if ('soft' in piece) return escaped(piece.soft, isFirst);
  if ('selection' in piece) return codeSpan(piece.selection);
  const shown = inLine(piece.link);
  const isPlain = /^https?:\/\/[^\s<>]+$/i.test(piece.link) && shown === piece.link;
  return isPlain ? `<${shown}>` : escaped(shown, isFirst);
}

/** Text in code, between more backticks than it has in a row. */
function codeSpan(text: string): string {
  const shown = inLine(text);
  if (shown === '') return '(empty)';
  const fence = '`'.repeat(longestRun(shown, '`') + 1);
  const isBare = shown.trim() === '';
  const pad = !isBare && (/^[` ]/.test(shown) || /[` ]$/.test(shown)) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const one of text) {
    run = one === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function codeOf(block: CodeBlock): string {
  const lines = codeLines(block).flatMap((segments) => [
    segments.map(({ text }) => visible(text)).join(''),
    ...caretLines(segments, block.selections),
  ]);
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n'), '`') + 1));
  const more = block.more === 0 ? '' : `\n\n${escaped(leftOutWords(block.more), true)}`;
  return `${fence}${block.language}\n${lines.join('\n')}\n${fence}${more}`;
}

/** For each selection, a line with carets below what it matched. */
function caretLines(segments: readonly Segment[], names: readonly string[]): string[] {
  const found = new Set(segments.flatMap(({ marks }) => marks.map(({ index }) => index)));
  return [...found]
    .sort((a, b) => a - b)
    .map((index) => {
      const carets = segments
        .map(({ text, marks }) => {
          const sign = marks.some((mark) => mark.index === index) ? '^' : ' ';
          return [...visible(text)].map((one) => (one === '\t' ? '\t' : sign.repeat(cells(one)))).join('');
        })
        .join('')
        .trimEnd();
      return `${carets} ${inLine(names[index] ?? '')}`.trimEnd();
    });
}

/** Deeper lines stand no further in: four blanks more would be code. */
const DEEPEST = 20;

function treeLine({ depth, holds, words: line }: TreeLine): string {
  const sign = holds === null ? '' : holds ? '✓ ' : '✗ ';
  return `${'  '.repeat(Math.min(depth, DEEPEST))}- ${sign}${words(line, sign !== '')}`;
}

function tableOf(head: readonly string[], rows: readonly (readonly Line[])[]): string {
  const row = (cellsOf: readonly string[]) => `| ${cellsOf.join(' | ')} |`;
  return [
    row(head.map((one) => cell([one]))),
    row(head.map(() => '---')),
    ...rows.map((one) => row(one.map(cell))),
  ].join('\n');
}

/** A cell ends at a bar, wherever that stands: it is written as an entity, and text with one not as code. */
function cell(line: Line): string {
  return joined(
    line.map((piece) => {
      const text = textOfPiece(piece);
      if (!text.includes('|')) return pieceOf(piece, false);
      const shown = barless(escaped(text, false));
      return typeof piece === 'object' && ('code' in piece || 'selection' in piece)
        ? `<code>${shown}</code>`
        : shown;
    }),
  );
}

function barless(text: string): string {
  return text.replaceAll('\\|', '&#124;');
}
