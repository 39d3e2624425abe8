/* What web pages, chats and terminals do to a copied rule, for tests that undo it. */

type Damage = (text: string) => string;

const lines = (change: (line: string, number: number) => string): Damage => {
  return (text) =>
    text
      .split('\n')
      .map((line, i) => change(line, i + 1))
      .join('\n');
};

/** Without the spaces before each line. */
export const flattened: Damage = lines((line) => line.replace(/^[ \t]+/, ''));

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Each kind of damage that removes no text, by name. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  fence: (text) => `Here it is:\n\n\`\`\`yaml\n${text}\n\`\`\`\n\nRead it with care.\n`,
  'fence of tildes': (text) => `~~~\n${text}\n~~~\n`,
  'an open fence': (text) => `\`\`\`yaml\n${text}`,
  'words of a chat': (text) => `yaml\nCopy code\n${text}`,
  '> and a blank': lines((line) => (line === '' ? '>' : `> ${line}`)),
  '> alone': lines((line) => `>${line}`),
  '+ of a difference': lines((line) => `+${line}`),
  numbers: lines((line, n) => `${n} ${line}`),
  'numbers to the right': lines((line, n) => `${String(n).padStart(5)}  ${line}`),
  'numbers to the left': lines((line, n) => `${String(n).padEnd(4)}${line}`),
  'numbers with a colon': lines((line, n) => `${n}: ${line}`),
  'numbers with a bar': lines((line, n) => `${String(n).padStart(3)} │ ${line}`),
  'numbers with a tab': lines((line, n) => `${n}\t${line}`),
  'numbers at once': lines((line, n) => `${n}${line}`),
  'numbers on lines of their own': lines((line, n) => `${n}\n${line}`),
  'numbers from another': lines((line, n) => `${n + 97} ${line}`),
  'no-break spaces before lines': lines((line) => line.replace(/^ +/, (b) => '\u00a0'.repeat(b.length))),
  'no-break spaces everywhere': (text) => text.replaceAll(' ', '\u00a0'),
  'no-break spaces now and then': (text) => text.replaceAll('  ', '\u00a0 '),
  tabs: lines((line) =>
    line.replace(/^ +/, (b) => '\t'.repeat(Math.floor(b.length / 4)) + ' '.repeat(b.length % 4)),
  ),
  entities: (text) => text.replace(/[&<>"']/g, (c) => ESCAPES[c]!),
  'entities of blanks': (text) =>
    text.replace(/[&<>"']/g, (c) => ESCAPES[c]!).replace(/^ +/gm, (b) => '&nbsp;'.repeat(b.length)),
};
