import type { Words } from '../../../src/text';

/** Words as Markdown for Monaco, in which nothing of a rule or an event means anything. */
export function markdown(words: Words): string {
  return words.map((part) => (typeof part === 'string' ? escaped(part) : codeSpan(part.code))).join('');
}

/** Text with every character escaped that could mean something. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!~|>&<$:"'/@]/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(/\r?\n/g, '  \n');
}

/** Code between more backticks than stand in it; what a span cannot hold is escaped text. */
function codeSpan(code: string): string {
  if (/[\r\n]/.test(code) || code.trim() === '') return escaped(code);
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A blank beside the fence keeps a backtick apart from it, and both are taken off again.
  return /^[` ]|[` ]$/.test(code) ? `${fence} ${code} ${fence}` : fence + code + fence;
}
