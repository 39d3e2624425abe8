import type { Edit } from '../../text';
import { type Range, range } from '../../text';
import { argumentsOf, type CommandLine, isPowerShell } from './command-line';
import { abbreviated, CASELESS, EITHER_DASH, OWN_SPLIT, SHORT_NAMES, VARIABLES } from './windows-facts';

/** What a change of the rule has to allow for, to catch the variant. */
export type Loosening = 'dash' | 'case' | 'blank' | 'quote' | 'caret' | 'backtick' | 'path' | 'words';

/** A common way to rewrite a command line so that Windows still does the same. */
export interface Evasion {
  readonly id: string;
  readonly name: string;
  /** Why it still runs the same; a complete sentence. */
  readonly why: string;
  readonly loosening: Loosening;
  /** Edits of the command line; none if it does not apply. No edit only deletes. */
  readonly edits: (line: CommandLine) => Edit[];
}

/** All evasions, in display order. Each runs the same on Windows. */
export const EVASIONS: readonly Evasion[] = [
  {
    id: 'slash-dash',
    name: 'Other option character',
    why: 'This program accepts a dash or a slash before its options.',
    loosening: 'dash',
    edits: (line) =>
      EITHER_DASH.has(line.name)
        ? options(line, /^[-/]/).map((at) => put(at, at + 1, line.text[at] === '-' ? '/' : '-'))
        : [],
  },
  {
    id: 'unicode-dash',
    name: 'En dash',
    why: 'PowerShell accepts an en dash, an em dash or a horizontal bar as a dash.',
    loosening: 'dash',
    edits: (line) =>
      isPowerShell(line.name) ? options(line, /^[-/]/).map((at) => put(at, at + 1, '\u2013')) : [],
  },
  {
    id: 'abbreviation',
    name: 'Shorter or longer parameter',
    why: 'PowerShell accepts any unambiguous beginning of a parameter, and a few short names.',
    loosening: 'words',
    edits: (line) =>
      isPowerShell(line.name)
        ? options(line, /^[-/–—―]/).flatMap((at) => {
            const word = /^[a-z]+/i.exec(line.text.slice(at + 1))?.[0] ?? '';
            const other = abbreviated(word);
            return other === null ? [] : [put(at + 1, at + 1 + word.length, other)];
          })
        : [],
  },
  {
    id: 'case',
    name: 'Other case',
    why: 'Windows finds a program whatever the case of its name; this one also ignores the case of its options.',
    loosening: 'case',
    edits: (line) => {
      if (!CASELESS.has(line.name)) return [];
      const options = argumentsOf(line).filter(({ start }) => /[-/–—―]/.test(line.text[start]!));
      return [line.program, ...options].flatMap(({ start, end }) => mixed(line.text, start, end));
    },
  },
  {
    id: 'program-case',
    name: 'Other case of the program',
    why: 'Windows finds a program whatever the case of its name.',
    loosening: 'case',
    edits: ({ name, text, program }) => (CASELESS.has(name) ? [] : mixed(text, program.start, program.end)),
  },
  {
    id: 'blanks',
    name: 'Extra spaces',
    why: 'Several spaces between two arguments count as one.',
    loosening: 'blank',
    edits: (line) => gaps(line).map((at) => put(at, at + 1, '   ')),
  },
  {
    id: 'tab',
    name: 'Tab instead of a space',
    why: 'Programs split their command line at tabs as at spaces.',
    loosening: 'blank',
    edits: (line) => gaps(line).map((at) => put(at, at + 1, '\t')),
  },
  {
    id: 'quoted-program',
    name: 'Quotes around the program',
    why: 'Windows removes quotes around a program.',
    loosening: 'quote',
    edits: ({ text, program, quoted }) =>
      quoted ? [] : [put(program.start, program.end, `"${text.slice(program.start, program.end)}"`)],
  },
  {
    id: 'quotes-inside',
    name: 'Quotes inside a word',
    why: 'A program that splits its command line by the rules of the C runtime drops an empty pair of quotes.',
    loosening: 'quote',
    edits: (line) =>
      OWN_SPLIT.has(line.name)
        ? []
        : argumentsOf(line).flatMap(({ start, end }) => {
            const word = line.text.slice(start, end);
            return /^[-/\w]{3,}$/.test(word) ? insert(line.text, start + 2, '""') : [];
          }),
  },
  {
    id: 'caret',
    name: 'Carets',
    why: 'Outside of quotes, cmd removes a caret and keeps the character after it.',
    loosening: 'caret',
    edits: ({ text, shell }) =>
      shell ? words(text, shell, WORD).flatMap((at) => insert(text, at, '^')) : [],
  },
  {
    id: 'backtick',
    name: 'Backticks',
    why: 'Outside of quotes, PowerShell removes a backtick before a letter without a special meaning.',
    loosening: 'backtick',
    edits: ({ text, script }) =>
      script ? words(text, script, COMMAND, /[abefnrtuv]/i).flatMap((at) => insert(text, at, '`')) : [],
  },
  {
    id: 'curly-quotes',
    name: 'Typographic quotes',
    why: 'PowerShell accepts typographic single quotes as straight ones.',
    loosening: 'words',
    edits: ({ text, script }) =>
      script ? places(text, /'/g, script.start, script.end).map(({ at }) => put(at, at + 1, '\u2019')) : [],
  },
  {
    id: 'variable',
    name: 'Environment variable',
    why: 'cmd replaces an environment variable with its value before it runs the line.',
    loosening: 'words',
    edits: ({ text, shell }) =>
      shell
        ? VARIABLES.flatMap(([pattern, variable]) =>
            places(text, pattern, shell.start, shell.end).map(({ at, end }) => put(at, end, variable)),
          )
            .sort((a, b) => a.range.start - b.range.start)
            .filter(({ range: r }, i, all) => i === 0 || r.start >= all[i - 1]!.range.end)
        : [],
  },
  {
    id: 'no-path',
    name: 'Without path and extension',
    why: 'Windows looks for a program without a path in the system folders and the search path, and adds `.exe`.',
    loosening: 'path',
    edits: ({ text, program, name }) =>
      /^(?:[a-z]:\\windows\\system32\\(?:WindowsPowerShell\\v1\.0\\)?)?[^\\/:]+\.exe$/i.test(
        text.slice(program.start, program.end),
      )
        ? [put(program.start, program.end, text.slice(program.end - 4 - name.length, program.end - 4))]
        : [],
  },
  {
    id: 'dot-dot',
    name: 'Detour in the path',
    why: 'Windows resolves `..` in a path before it opens the file.',
    loosening: 'path',
    edits: ({ text, program }) =>
      places(text, /\\Windows\\(?=System32\\|SysWOW64\\)/gi, program.start, program.end).map(({ at, end }) =>
        put(at, end, '\\Windows\\Temp\\..\\'),
      ),
  },
  {
    id: 'forward-slashes',
    name: 'Slashes in the path',
    why: 'Windows accepts a slash as a backslash in the path of a program.',
    loosening: 'path',
    edits: ({ text, program }) =>
      /^[a-z]:\\/i.test(text.slice(program.start, program.end))
        ? places(text, /\\/g, program.start, program.end).map(({ at }) => put(at, at + 1, '/'))
        : [],
  },
  {
    id: 'short-name',
    name: 'Short (8.3) name',
    why: 'On a volume with 8.3 names, a folder can also be reached by its short name. The number may differ.',
    loosening: 'path',
    edits: ({ text }) =>
      SHORT_NAMES.flatMap(([pattern, short]) =>
        places(text, pattern, 0, text.length).map(({ at, end }) => put(at, end, short)),
      ),
  },
];

function put(start: number, end: number, text: string): Edit {
  return { range: range(start, end), text };
}

function insert(text: string, at: number, what: string): Edit[] {
  return at < text.length ? [put(at, at, what)] : [];
}

/** The positions of words that begin with an option character. */
function options(line: CommandLine, begins: RegExp): number[] {
  const script = line.script?.start ?? line.text.length;
  return argumentsOf(line)
    .filter(
      ({ start, end }) =>
        start < script &&
        begins.test(line.text[start]!) &&
        /^.[a-z?][\w:=?-]*$/i.test(line.text.slice(start, end)),
    )
    .map(({ start }) => start);
}

/** The single spaces between arguments, outside of quotes and of what a shell reads itself. */
function gaps(line: CommandLine): number[] {
  const own = line.shell ?? line.script;
  return argumentsOf(line)
    .map(({ start }) => start - 1)
    .filter((at) => line.text[at] === ' ' && (!own || at < own.start));
}

/** Changes the case of every second letter. */
function mixed(text: string, start: number, end: number): Edit[] {
  const found: Edit[] = [];
  let letters = 0;
  for (let i = start; i < end; i++) {
    const letter = text[i]!;
    if (!/[a-z]/i.test(letter) || letters++ % 2 === 0) continue;
    found.push(put(i, i + 1, letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));
  }
  return found;
}

/** Skips quoted stretches and variables; the group captures a word. */
const WORD = /"[^"]*"?|'[^']*'?|%[^%]*%|([a-z][a-z-]{2,})/gi;
/** Cmdlets and the aliases that download and run. A backtick in a keyword or a variable would change it. */
const COMMAND = /"[^"]*"?|'[^']*'?|(?<![^\s|;({&])([a-z]+-[a-z]+|iex|iwr|irm)\b/gi;

/** A position inside each word of a pattern's group, before a letter that is not one of `except`. */
function words(text: string, within: Range, pattern: RegExp, except = /[^a-z]/i): number[] {
  const found: number[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
    const word = match[1] ?? '';
    for (let i = 1; i < word.length; i++) {
      if (!/[a-z]/i.test(word[i]!) || except.test(word[i]!)) continue;
      found.push(within.start + match.index + i);
      break;
    }
  }
  return found;
}

function places(text: string, pattern: RegExp, start: number, end: number): { at: number; end: number }[] {
  return [...text.slice(start, end).matchAll(pattern)].map((match) => ({
    at: start + match.index,
    end: start + match.index + match[0].length,
  }));
}
