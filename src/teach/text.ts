import { prose, say, type Words } from '../text';
import type { LessonCode } from './lesson-problem';

/*
 * The text of a lesson: the few forms of Markdown that it may have, read into parts that a page can show without ever
 * making HTML of them.
 */

/** A part of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: LessonLink };

/** Where a link leads: to an entry of the reference, or to a lesson. */
export interface LessonLink {
  readonly kind: 'ref' | 'lesson';
  readonly id: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly isNumbered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  /** `language` as written after the fence; empty if none. */
  | { readonly kind: 'code'; readonly language: string; readonly text: string };

/** What was read of a text. */
export interface TextRead {
  readonly blocks: readonly Block[];
  readonly problems: readonly { readonly code: LessonCode; readonly message: Words }[];
}

/**
 * Reads the text of a lesson: paragraphs, `**bold**`, code between backticks, fenced code, lists, and links to `#ref=` and
 * `#lesson=`. What it does not know stays as it is written; a link that leads elsewhere is a problem, and only its words
 * stay.
 */
export function readText(text: string): TextRead {
  const reader = new TextReader();
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  for (let i = 0; i < lines.length; i++) {
    const fence = /^(`{3,})\s*([\w+#-]*)\s*$/.exec(lines[i]!);
    if (!fence) {
      reader.line(lines[i]!);
      continue;
    }
    const end = lines.findIndex((line, at) => at > i && line.trimEnd() === fence[1]);
    const last = end < 0 ? lines.length : end;
    if (end < 0) reader.problem('lesson-type', prose('A fence of code is not closed.'));
    reader.add({ kind: 'code', language: fence[2]!, text: lines.slice(i + 1, last).join('\n') });
    i = last;
  }
  reader.close();
  return { blocks: reader.blocks, problems: reader.problems };
}

/** All code of a text, between backticks and in fences. */
export function codeOf({ blocks }: TextRead): { readonly inline: string[]; readonly fenced: string[] } {
  const inline: string[] = [];
  const fenced: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'code') fenced.push(block.text);
    else for (const part of partsOf(block)) if (part.kind === 'code') inline.push(part.text);
  }
  return { inline, fenced };
}

/** Where the links of a text lead. */
export function linksOf({ blocks }: TextRead): LessonLink[] {
  return blocks.flatMap((block) =>
    block.kind === 'code' ? [] : partsOf(block).flatMap((part) => (part.kind === 'link' ? part.to : [])),
  );
}

function partsOf(block: Exclude<Block, { kind: 'code' }>): readonly Inline[] {
  return block.kind === 'list' ? block.items.flat() : block.parts;
}

class TextReader {
  readonly blocks: Block[] = [];
  readonly problems: { readonly code: LessonCode; readonly message: Words }[] = [];
  /** The lines of the paragraph that is being read, or of the list's items. */
  private lines: string[] = [];
  private list: 'numbered' | 'bullets' | null = null;

  line(line: string): void {
    const item = /^\s{0,3}(?:([-*])|\d{1,3}[.)])\s+(.*)$/.exec(line);
    const isItem = item !== null;
    if (line.trim() === '') this.close();
    else if (isItem) {
      const list = item[1] === undefined ? 'numbered' : 'bullets';
      if (this.list !== list) this.close();
      this.list = list;
      this.lines.push(item[2]!);
    } else if (this.list !== null && /^\s{2,}/.test(line)) {
      const last = this.lines.pop()!;
      this.lines.push(`${last} ${line.trim()}`);
    } else {
      if (this.list !== null) this.close();
      this.lines.push(line.trim());
    }
  }

  add(block: Block): void {
    this.close();
    this.blocks.push(block);
  }

  /** Ends the paragraph or the list. */
  close(): void {
    const { lines, list } = this;
    this.lines = [];
    this.list = null;
    if (lines.length === 0) return;
    if (list === null) this.blocks.push({ kind: 'paragraph', parts: this.inline(lines.join(' ')) });
    else {
      const items = lines.map((line) => this.inline(line));
      this.blocks.push({ kind: 'list', isNumbered: list === 'numbered', items });
    }
  }

  problem(code: LessonCode, message: Words): void {
    this.problems.push({ code, message });
  }

  private inline(text: string): Inline[] {
    const parts: Inline[] = [];
    let from = 0;
    for (const found of text.matchAll(INLINE)) {
      if (found.index > from) parts.push({ kind: 'text', text: text.slice(from, found.index) });
      from = found.index + found[0].length;
      const [, , code, strong, words, target] = found;
      if (code !== undefined) parts.push({ kind: 'code', text: unpadded(code) });
      else if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
      else parts.push(this.link(words!, target!));
    }
    if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
    return parts;
  }

  private link(words: string, target: string): Inline {
    const to = /^#(ref|lesson)=([\w.:-]+)$/.exec(target);
    if (to) return { kind: 'link', text: words, to: { kind: to[1] as LessonLink['kind'], id: to[2]! } };
    this.problem(
      'lesson-link',
      say`A link of a lesson leads to \`#ref=…\` or \`#lesson=…\`, not to \`${target}\`.`,
    );
    return { kind: 'text', text: words };
  }
}

/** Code between runs of backticks of one length, bold, a link. */
const INLINE = /(`+)(?!`)(.+?)(?<!`)\1(?!`)|\*\*(\S(?:[^*]*\S)?)\*\*|\[([^\]]*)\]\(([^)\s]*)\)/g;

/** A space on both sides only keeps a backtick inside apart from those around it. */
function unpadded(code: string): string {
  return code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code;
}
