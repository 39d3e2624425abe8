import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { cells } from './cells';
import { codeLines } from './code-lines';
import { paperHtml } from './html';
import { HTML_STYLE } from './html-style';
import { paperMarkdown } from './markdown';
import type { Block, CodeBlock, Paper } from './paper';
import { textOf } from './pieces';
import { paperSvg } from './svg';
import { COLUMNS, MARGIN, SIZES } from './svg-drawing';
import { codeBlocks, papers } from './testing';
import { inLine, visible } from './visible';

/*
 * Whatever is in a rule or an event is text where it lands. Browsers read the HTML and SVG in e2e/export-paper.spec.ts.
 */

/** What stands between tags, unescaped. Fails on any `<` or `>` that is no tag of these. */
function textIn(markup: string, tags: string): string {
  const rest = markup.replace(new RegExp(`</?(?:${tags})(?: [a-zA-Z:-]+="[^"<>]*")*/?>`, 'g'), '');
  expect(rest).not.toMatch(/[<>]/);
  return unescaped(rest);
}

function unescaped(text: string): string {
  const named = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' } as const;
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => named[name as 'lt']);
}

const HTML_TAGS =
  'html|head|meta|title|style|body|main|section|h1|h2|h3|p|ul|li|dl|dt|dd|pre|code|mark|span|a|div|table|thead|tbody|tr|th|td';

test('HTML has no tag but ours, nothing that runs and nothing from elsewhere', () => {
  fc.assert(
    fc.property(papers, (paper) => {
      const html = paperHtml(paper).replace('<!doctype html>', '');
      const text = textIn(html.replace(HTML_STYLE, ''), HTML_TAGS);
      for (const one of wordsIn(paper)) expect(text).toContain(one);
      expect(html).not.toMatch(/ (?:src|on\w+|style)="/);
      for (const [, address] of html.matchAll(/ href="([^"]*)"/g)) expect(address).toMatch(/^https?:\/\//i);
    }),
  );
});

test('the style sheet refers to nothing', () => {
  expect(HTML_STYLE).not.toMatch(/url\(|@import|</);
});

test('SVG has no element but ours, and each text in it', () => {
  fc.assert(
    fc.property(papers, (paper) => {
      const svg = paperSvg(paper, 'light').text;
      const text = textIn(svg, 'svg|title|rect|g|text|path');
      // Rows break at blanks, and tabs are blanks.
      const bare = (one: string) => one.replace(/\s/g, '');
      for (const one of wordsIn(paper)) expect(bare(text)).toContain(bare(one));
      expect(svg).not.toMatch(/ (?:href|style|on\w+)="/);
    }),
    { numRuns: 60 },
  );
});

/** All texts of a paper, as they are to be read. */
function wordsIn({ title, blocks }: Paper): string[] {
  return [inLine(title), ...blocks.flatMap(wordsOf)];
}

function wordsOf(block: Block): string[] {
  if (block.kind === 'code') return codeLines(block).map((line) => visible(line.map((s) => s.text).join('')));
  if (block.kind === 'facts')
    return block.rows.flatMap(([, words]) => words.map((one) => inLine(textOf([one]))));
  const lines =
    block.kind === 'list'
      ? block.items
      : block.kind === 'tree'
        ? block.lines.map(({ words }) => words)
        : block.kind === 'table'
          ? block.rows.flat()
          : [block.words];
  return lines.flatMap((line) => line.map((one) => inLine(textOf([one]))));
}

const blockOf = (text: string, marks: CodeBlock['marks'] = []): CodeBlock => ({
  kind: 'code',
  name: 'n',
  language: 'text',
  text,
  marks,
  selections: ['one', 'two', 'three', 'four'],
  more: 0,
});
const paperWith = (...blocks: Block[]): Paper => ({ title: 't', blocks });

describe('marks', () => {
  const mark = (start: number, end: number, index: number, whole = true) => ({ start, end, index, whole });

  test.each<[string, CodeBlock, string]>([
    ['one', blockOf('abcd', [mark(1, 3, 0)]), 'a<mark class="s1" title="one">bc</mark>d'],
    ['of a part', blockOf('ab', [mark(0, 1, 1, false)]), '<mark class="s2 part" title="two">a</mark>b'],
    [
      'over each other',
      blockOf('abcd', [mark(0, 3, 0), mark(1, 4, 2)]),
      '<mark class="s1" title="one">a</mark><mark class="s1" title="one"><mark class="s3" title="three">bc</mark></mark><mark class="s3" title="three">d</mark>',
    ],
    [
      'over lines',
      blockOf('ab\r\ncd', [mark(1, 5, 0)]),
      'a<mark class="s1" title="one">b</mark>\n<mark class="s1" title="one">c</mark>d',
    ],
  ])('%s in HTML', (_, block, html) => {
    expect(/<pre[^>]*><code>(.*)<\/code><\/pre>/s.exec(paperHtml(paperWith(block)))?.[1]).toBe(html);
  });

  test.each<[string, CodeBlock, string]>([
    ['one', blockOf('abcd', [mark(1, 3, 0)]), 'abcd\n ^^ one'],
    ['of two selections', blockOf('abcd', [mark(0, 1, 1), mark(2, 4, 0)]), 'abcd\n  ^^ one\n^ two'],
    ['behind wide characters and tabs', blockOf('\t日x', [mark(2, 3, 0)]), '\t日x\n\t  ^ one'],
    ['behind what nobody sees', blockOf('\u202ex', [mark(1, 2, 0)]), '⟨U+202E⟩x\n        ^ one'],
  ])('%s in Markdown', (_, block, text) => {
    expect(paperMarkdown(paperWith(block))).toContain(`\`\`\`text\n${text}\n\`\`\``);
  });

  test('are at the right characters of a picture, with a ground and a line', () => {
    fc.assert(
      fc.property(codeBlocks, (block) => {
        const { text } = paperSvg(paperWith({ ...block, more: 0 }), 'dark');
        const lines = codeLines(block);
        const first = lines.flatMap((segments, row) => {
          let column = 0;
          return segments.flatMap((segment) => {
            const from = column;
            column += cells(visible(segment.text).replaceAll('\t', '    '));
            const isWhole = segment.marks[0]?.whole === true && segment.text !== '';
            return isWhole && row === 0 && from < COLUMNS && column <= COLUMNS && column > from
              ? [[from, column]]
              : [];
          });
        });
        for (const [from, to] of first) {
          const x = round(MARGIN + from! * SIZES.text.cell);
          const width = round((to! - from!) * SIZES.text.cell);
          expect(text).toMatch(new RegExp(`<rect x="${x}" y="[\\d.]+" width="${width}" height="18"`));
          expect(text).toContain(`M${MARGIN + from! * SIZES.text.cell} `);
        }
      }),
    );
  });
});

const round = (n: number) => Math.round(n * 100) / 100;

describe('Markdown', () => {
  /** All tokens, inner ones too. */
  const all = (tokens: readonly Token[]): Token[] => {
    const found: Token[] = [];
    marked.walkTokens([...tokens], (token) => void found.push(token));
    return found;
  };

  test('makes nothing of a text but text', () => {
    fc.assert(
      fc.property(papers, (paper) => {
        const tokens = all(marked.lexer(paperMarkdown(paper)));
        for (const { type, raw } of tokens) {
          expect(['image', 'strong', 'em', 'del', 'hr', 'blockquote', 'def', 'br']).not.toContain(type);
          if (type === 'html') expect(raw).toMatch(/^<\/?code>$/);
          if (type === 'link') expect(raw).toMatch(/^<https?:\/\/[^<>\s]+>$/i);
        }
        const blocks = tokens.flatMap((token) => (token.type === 'code' ? [token.text as string] : []));
        const codes = paper.blocks.filter((one): one is CodeBlock => one.kind === 'code');
        expect(blocks.length).toBe(codes.length);
      }),
    );
  });

  test('a text comes back as it was', () => {
    fc.assert(
      fc.property(codeBlocks, ({ text }) => {
        const [code] = all(marked.lexer(paperMarkdown(paperWith(blockOf(text))))).filter(
          ({ type }) => type === 'code',
        );
        expect(code).toMatchObject({ lang: 'text' });
        // This reader makes blanks of tabs at the beginning of a line.
        const blank = (one: string) => one.replaceAll('\t', '    ');
        expect(blank((code as { text: string }).text)).toBe(blank(visible(text)));
      }),
    );
  });

  test('code in a line, and in a cell, comes back as it was', () => {
    fc.assert(
      fc.property(codeBlocks, ({ text }) => {
        const shown = inLine(text);
        fc.pre(shown.trim() !== '');
        const codes = (block: Block) =>
          [
            ...marked
              .parse(paperMarkdown(paperWith(block)), { async: false })
              .matchAll(/<code>(.*?)<\/code>/gs),
          ].map(([, inner]) => unescaped(inner!.replaceAll('&#124;', '|')).trim());
        expect(codes({ kind: 'paragraph', words: ['a ', { code: text }] })).toEqual([shown.trim()]);
        const rows = [[[{ code: text }], ['x']]];
        expect(codes({ kind: 'table', name: 'n', head: ['A', 'B'], rows })).toEqual([shown.trim()]);
      }),
    );
  });
});
