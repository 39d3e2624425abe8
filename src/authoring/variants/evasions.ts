import type { Edit } from '../../text';
import { type Range, range } from '../../text';
import { argumentsOf, type CommandLine, isPowerShell } from './command-line';
import { abbreviated, CASELESS, EITHER_DASH, OWN_SPLIT, SHORT_NAMES, VARIABLES } from './windows-facts';

/** What a change of the rule has to allow for, so that it catches the variant. */
export type Loosening = 'dash' | 'case' | 'blank' | 'quote' | 'caret' | 'backtick' | 'path' | 'words';

/** A usual way to write a command line otherwise so that Windows still does the same. */
export interface Evasion {
  readonly id: string;
  readonly name: string;
  /** Why the same still runs; a whole sentence. */
  readonly why: string;
  readonly loosening: Loosening;
  /** Edits of the command line; none where it does not apply. No edit only deletes. */
  readonly edits: (line: CommandLine) => Edit[];
}

/** All evasions, in the order in which they are shown. One that Windows would not run the same is none. */
export const EVASIONS: readonly Evasion[] = [
  {
    id: 'slash-dash',
    name: 'Other option character',
    why: 'This program takes its options with a dash or a slash.',
    loosening: 'dash',
    edits: (line) =>
      EITHER_DASH.has(line.name)
        ? options(line, /^[-/]/).map((at) => put(at, at + 1, line.text[at] === '-' ? '/' : '-'))
        : [],
  },
  {
    id: 'unicode-dash',
    name: 'En dash',
    why: 'PowerShell takes an en dash, an em dash and a horizontal bar for a dash.',
    loosening: 'dash',
    edits: (line) =>
      isPowerShell(line.name) ? options(line, /^[-/]/).map((at) => put(at, at + 1, '\u2013')) : [],
  },
  {
    id: 'abbreviation',
    name: 'Shorter or longer parameter',
    why: 'PowerShell takes any beginning of a parameter that names only one, and a few short names.',
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
    why: 'Windows finds a program whatever the case of its name; this one reads its options so too.',
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
    why: 'Programs split their command line at tabs as they do at spaces.',
    loosening: 'blank',
    edits: (line) => gaps(line).map((at) => put(at, at + 1, '\t')),
  },
  {
    id: 'quoted-program',
    name: 'Quotes around the program',
    why: 'Windows takes quotes around a program away.',
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
    why: 'Outside of quotes cmd drops a caret and takes the character behind it as it is.',
    loosening: 'caret',
    edits: ({ text, shell }) =>
      shell ? words(text, shell, WORD).flatMap((at) => insert(text, at, '^')) : [],
  },
  {
    id: 'backtick',
    name: 'Backticks',
    why: 'Outside of quotes PowerShell drops a backtick before a letter that has no meaning behind one.',
    loosening: 'backtick',
    edits: ({ text, script }) =>
      script ? words(text, script, COMMAND, /[abefnrtuv]/i).flatMap((at) => insert(text, at, '`')) : [],
  },
  {
    id: 'curly-quotes',
    name: 'Typographic quotes',
    why: 'PowerShell takes typographic single quotes for straight ones.',
    loosening: 'words',
    edits: ({ text, script }) =>
      script ? places(text, /'/g, script.start, script.end).map(({ at }) => put(at, at + 1, '\u2019')) : [],
  },
  {
    id: 'variable',
    name: 'Environment variable',
    why: 'cmd puts the value of an environment variable in its place before it runs the line.',
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
    why: 'Windows takes a slash in the path of a program for a backslash.',
    loosening: 'path',
    edits: ({ text, program }) =>
      /^[a-z]:\\/i.test(text.slice(program.start, program.end))
        ? places(text, /\\/g, program.start, program.end).map(({ at }) => put(at, at + 1, '/'))
        : [],
  },
  {
    id: 'short-name',
    name: 'Short (8.3) name',
    why: 'On a volume that keeps 8.3 names a folder answers to its short name too; the number can be another.',
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

/** Where the words that begin with an option character stand. */
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

/** The single blanks between the arguments, outside of quotes and of what a shell reads on its own. */
function gaps(line: CommandLine): number[] {
  const own = line.shell ?? line.script;
  return argumentsOf(line)
    .map(({ start }) => start - 1)
    .filter((at) => line.text[at] === ' ' && (!own || at < own.start));
}

/** Every second letter in the other case. */
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

/** Quoted stretches and variables are passed over; what stands in the group is a word. */
const WORD = /"[^"]*"?|'[^']*'?|%[^%]*%|([a-z][a-z-]{2,})/gi;
/** Cmdlets and the aliases that download and run: a keyword or a variable with a backtick in it would be another. */
const COMMAND = /"[^"]*"?|'[^']*'?|(?<![^\s|;({&])([a-z]+-[a-z]+|iex|iwr|irm)\b/gi;

/** A place inside each word of a pattern's group, before a letter that is not one of `except`. */
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
