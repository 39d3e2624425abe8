import type { Words } from '../../../src/text';

/** Words as Markdown for Monaco. Nothing from a rule or an event acts as Markdown. */
export function markdown(words: Words): string {
  return words.map((part) => (typeof part === 'string' ? escaped(part) : codeSpan(part.code))).join('');
}

/** Text with every special character escaped. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!~|>&<$:"'/@]/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(/\r?\n/g, '  \n');
}

/** Code between more backticks than it contains; what a span cannot hold becomes escaped text. */
function codeSpan(code: string): string {
  if (/[\r\n]/.test(code) || code.trim() === '') return escaped(code);
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A space beside the fence separates it from a backtick; Markdown strips both.
  return /^[` ]|[` ]$/.test(code) ? `${fence} ${code} ${fence}` : fence + code + fence;
}
