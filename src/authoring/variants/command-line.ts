import { type Range, range } from '../../text';

/** A command line, parsed as far as evasions need it. All ranges are in its text. */
export interface CommandLine {
  readonly text: string;
  /** The program as written, without its quotes. */
  readonly program: Range;
  readonly quoted: boolean;
  /** Its file name in lower case, without `.exe`. */
  readonly name: string;
  /** Everything after the program and its closing quote. */
  readonly rest: Range;
  /** What `cmd /c` passes to the shell, without quotes around the whole; null for other programs. */
  readonly shell: Range | null;
  /** The script after PowerShell's `-Command`, without quotes around the whole; null for other programs. */
  readonly script: Range | null;
}

/** Parses a command line; null if it has no program. Never throws; linear in its length. */
export function readCommandLine(text: string): CommandLine | null {
  const start = text.length - text.trimStart().length;
  if (start === text.length) return null;
  const quoted = text[start] === '"';
  const from = quoted ? start + 1 : start;
  const to = quoted ? text.indexOf('"', from) : endOfWord(text, from);
  if (to <= from) return null;
  const program = range(from, to);
  const written = text.slice(from, to);
  const file = written.slice(Math.max(written.lastIndexOf('\\'), written.lastIndexOf('/')) + 1);
  const name = file.toLowerCase().replace(/\.exe$/, '');
  const rest = range(quoted ? to + 1 : to, text.length);
  return {
    text,
    program,
    quoted,
    name,
    rest,
    shell: name === 'cmd' ? behind(text, rest, /[ \t]\/[ck][ \t]/i) : null,
    script: isPowerShell(name) ? behind(text, rest, /[ \t][-/–—―](?:c|command)[ \t]/i) : null,
  };
}

/** True for Windows PowerShell and PowerShell 7. */
export function isPowerShell(name: string): boolean {
  return name === 'powershell' || name === 'pwsh';
}

/** Ranges of the words after the program, split at spaces; a quoted stretch does not end a word. */
export function argumentsOf({ text, rest }: CommandLine): Range[] {
  const found: Range[] = [];
  let start = -1;
  let quoted = false;
  for (let i = rest.start; i <= rest.end; i++) {
    const blank = i === rest.end || (!quoted && (text[i] === ' ' || text[i] === '\t'));
    if (text[i] === '"') quoted = !quoted;
    if (!blank && start < 0) start = i;
    if (blank && start >= 0) {
      found.push(range(start, i));
      start = -1;
    }
  }
  return found;
}

function endOfWord(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (text[i] === ' ' || text[i] === '\t') return i;
  return text.length;
}

function behind(text: string, rest: Range, option: RegExp): Range | null {
  const found = option.exec(text.slice(rest.start));
  if (!found) return null;
  let from = rest.start + found.index + found[0].length;
  while (text[from] === ' ' || text[from] === '\t') from++;
  let to = text.trimEnd().length;
  // Quotes around the whole are removed before the rest is read.
  if (text[from] === '"' && text.indexOf('"', from + 1) === to - 1) {
    from++;
    to--;
  }
  return from < to && text[from] !== '"' ? range(from, to) : null;
}
