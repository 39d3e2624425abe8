import { codeLines, type Segment } from './code-lines';
import { HTML_STYLE } from './html-style';
import { type Element, el, htmlText, type Markup } from './markup';
import type { Block, CodeBlock, Line, Paper, Piece, TreeLine } from './paper';
import { slotOf } from './paper';
import { inLine, visible } from './visible';

/** A text of more lines than this may be broken between pages. */
const LONG = 30;

/** Nothing is loaded and nothing runs, wherever the page is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** A paper as an HTML page that stands alone: no script, no other file. */
export function paperHtml(paper: Paper): string {
  return `<!doctype html>\n${htmlText(htmlPage(paper))}\n`;
}

/** The same as elements. */
export function htmlPage({ title, blocks }: Paper): Element {
  const shown = inLine(title);
  return el('html', { lang: 'en' }, [
    el('head', {}, [
      el('meta', { charset: 'utf-8' }),
      el('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('title', {}, [shown]),
      el('style', {}, [HTML_STYLE]),
    ]),
    el('body', {}, [el('main', {}, [el('h1', {}, [shown]), ...sections(blocks)])]),
  ]);
}

/** What belongs to a heading of the second level is a section of its own. */
function sections(blocks: readonly Block[]): Element[] {
  const found: Element[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) found.push([]);
    found.at(-1)!.push(blockOf(block));
  }
  const [first, ...rest] = found;
  return [...first!, ...rest.map((inner) => el('section', {}, inner))];
}

function blockOf(block: Block): Element {
  switch (block.kind) {
    case 'heading':
      return el(
        `h${block.level}`,
        block.verdict === undefined ? {} : { class: block.verdict.replace(' ', '-') },
        line(block.words),
      );
    case 'paragraph':
      return el('p', {}, line(block.words));
    case 'facts':
      return el(
        'dl',
        {},
        block.rows.flatMap(([label, words]) => [el('dt', {}, [label]), el('dd', {}, line(words))]),
      );
    case 'list':
      return el(
        'ul',
        {},
        block.items.map((item) => el('li', {}, line(item))),
      );
    case 'code':
      return codeOf(block);
    case 'tree':
      return el('ul', { class: 'tree' }, branches(block.lines));
    case 'table':
      return el('table', { 'aria-label': inLine(block.name) }, [
        el('thead', {}, [
          el(
            'tr',
            {},
            block.head.map((cell) => el('th', { scope: 'col' }, [cell])),
          ),
        ]),
        el(
          'tbody',
          {},
          block.rows.map((row) =>
            el(
              'tr',
              {},
              row.map((cell) => el('td', {}, line(cell))),
            ),
          ),
        ),
      ]);
  }
}

function line(words: Line): Markup[] {
  return words.map(piece);
}

function piece(part: Piece): Markup {
  if (typeof part === 'string') return inLine(part);
  if ('code' in part) return el('code', {}, [inLine(part.code)]);
  if ('soft' in part) return el('span', { class: 'soft' }, [inLine(part.soft)]);
  if ('link' in part) {
    const shown = inLine(part.link);
    // Only an address of the web is a link, and only one that is what it looks like.
    const isPlain = /^https?:\/\//i.test(part.link) && shown === part.link;
    return isPlain ? el('a', { href: part.link, rel: 'noreferrer noopener' }, [shown]) : shown;
  }
  return el('span', { class: `name s${slotOf(part.index)}` }, [inLine(part.selection)]);
}

function codeOf(block: CodeBlock): Element {
  const lines = codeLines(block);
  const inner = lines.flatMap((segments, i): Markup[] => [
    ...(i > 0 ? ['\n'] : []),
    ...segments.map((segment) => marked(segment, block.selections)),
  ]);
  const code = el(
    'pre',
    { 'aria-label': inLine(block.name), ...(lines.length > LONG ? { class: 'long' } : {}) },
    [el('code', {}, inner)],
  );
  if (block.more === 0) return code;
  return el('div', {}, [code, el('p', { class: 'soft' }, [leftOutWords(block.more)])]);
}

/** So much of a text is left out. */
export function leftOutWords(more: number): string {
  return `… and ${more.toLocaleString('en')} more ${more === 1 ? 'character' : 'characters'}`;
}

/** Each mark is within the one before. */
function marked({ text, marks }: Segment, names: readonly string[]): Markup {
  return marks.reduceRight<Markup>(
    (inner, { index, whole }) =>
      el('mark', { class: `s${slotOf(index)}${whole ? '' : ' part'}`, title: inLine(names[index] ?? '') }, [
        inner,
      ]),
    visible(text),
  );
}

/** The lines as nested lists. */
function branches(lines: readonly TreeLine[]): Element[] {
  const made: Element[] = [];
  for (let i = 0; i < lines.length; ) {
    const { depth, holds, words } = lines[i]!;
    let end = i + 1;
    while (end < lines.length && lines[end]!.depth > depth) end++;
    const inner = branches(lines.slice(i + 1, end));
    made.push(
      el('li', {}, [
        el('div', {}, [...sign(holds), ...line(words)]),
        ...(inner.length > 0 ? [el('ul', {}, inner)] : []),
      ]),
    );
    i = end;
  }
  return made;
}

function sign(holds: boolean | null): Markup[] {
  if (holds === null) return [];
  const label = holds ? 'true' : 'false';
  return [
    el('span', { class: holds ? 'yes' : 'no', role: 'img', 'aria-label': label }, [holds ? '✓' : '✗']),
    ' ',
  ];
}
