import type { languages } from 'monaco-editor/editor';
import type { EventFormat, FORMAT_NAMES } from '../../src/event';

/*
 * Events are coloured as what they are. XML has Monaco's own language; the others have small ones of ours. Monaco's JSON is a
 * language server, which refuses one object after another.
 */

const JSON_ID = 'events-json';
const XML_ID = 'xml';
const PAIRS_ID = 'events-pairs';
const TEXT_ID = 'events-text';
/** For stretches of several formats. */
const MIXED_ID = 'events-mixed';
const TABLES = [
  ['CSV', 'events-csv', ','],
  ['TSV', 'events-tsv', '\\t'],
  ['CSV with semicolons', 'events-semicolons', ';'],
  ['CSV with bars', 'events-bars', '\\|'],
] as const;

/** All languages of the events' editor. */
export const EVENT_LANGUAGES: readonly string[] = [
  JSON_ID,
  XML_ID,
  PAIRS_ID,
  TEXT_ID,
  MIXED_ID,
  ...TABLES.map(([, id]) => id),
];

const LANGUAGES: ReadonlyMap<EventFormat, string> = new Map<(typeof FORMAT_NAMES)[number], string>([
  ['JSON', JSON_ID],
  ['XML', XML_ID],
  ['objects in XML', XML_ID],
  ['plain lines', TEXT_ID],
  ['text table', TEXT_ID],
  ...TABLES.map(([format, id]) => [format, id] as const),
]);

/** The language for events of these formats. */
export function languageOf(formats: readonly EventFormat[]): string {
  const all = new Set(formats.map((format) => LANGUAGES.get(format) ?? PAIRS_ID));
  const [only] = all;
  return all.size === 1 && only ? only : MIXED_ID;
}

/** The language of a text whose formats are not known yet, by its first character. */
export function likelyLanguage(text: string): string {
  const first = /\S/.exec(text)?.[0];
  return first === '<' ? XML_ID : first === undefined || /[{["]/.test(first) ? JSON_ID : TEXT_ID;
}

type Rules = languages.IMonarchLanguageRule[];

const JSON_RULES: Rules = [
  [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'type'],
  [/"/, 'string', '@string'],
  [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
  [/\b(?:true|false|null)\b/, 'keyword'],
  [/[{}[\],:]/, 'delimiter'],
];

const JSON_STRING: Rules = [
  [/[^"\\]+/, 'string'],
  [/\\u[0-9a-fA-F]{4}|\\["\\/bfnrt]/, 'string.escape'],
  [/\\./, 'invalid'],
  // A string ends at its line's end, so that one missing quote does not colour the rest of the text.
  [/"|$/, 'string', '@pop'],
];

const PAIR_RULES: Rules = [
  [/^#.*/, 'comment'],
  // `Process Name:` and the like.
  [/^(\s*)([A-Za-z][\w ()/-]*)(:)(?=\s|$)/, ['', 'type', 'delimiter']],
  [/([\w.@-]+)(=)/, ['type', 'delimiter']],
  [/"/, 'string', '@quoted'],
  [/(?:0x[\da-fA-F]+|\d+(?:\.\d+)*)(?![\w:.-])/, 'number'],
  [/[\w.@:-]+/, ''],
];

const QUOTED: Rules = [
  [/[^"\\]+/, 'string'],
  [/\\./, 'string'],
  [/"|$/, 'string', '@pop'],
];

const XML_RULES: Rules = [
  [/<!--/, 'comment', '@comment'],
  [/<[!?][^>]*>?/, 'comment'],
  [/(<\/?)([\w:.-]+)/, ['delimiter', { token: 'tag', next: '@tag' }]],
  [/&#?\w+;/, 'string.escape'],
  [/[^<&]+/, ''],
];

/** What of a line that begins so is of another format than the line before. */
const LINE_OF = {
  xml: /^(?=\s*<[\w!?/])/,
  json: /^(?=\s*[{}[\]"])/,
  pairs: /^(?=\s*[^\s<{}[\]"])/,
};
const othersThan = (own: keyof typeof LINE_OF): Rules =>
  (['xml', 'json', 'pairs'] as const)
    .filter((kind) => kind !== own)
    .map((kind) => [LINE_OF[kind], { token: '', switchTo: `@${kind}` }]);

const MIXED: languages.IMonarchLanguage = {
  defaultToken: '',
  tokenizer: {
    pairs: [...othersThan('pairs'), ...PAIR_RULES],
    json: [...othersThan('json'), ...JSON_RULES],
    xml: [...othersThan('xml'), ...XML_RULES],
    tag: [
      [/[\w:.-]+(?=\s*=)/, 'attribute.name'],
      [/"[^"<]*"|'[^'<]*'/, 'attribute.value'],
      [/\/?>/, 'delimiter', '@pop'],
    ],
    comment: [
      [/-->/, 'comment', '@pop'],
      [/[^-]+|-/, 'comment'],
    ],
    string: JSON_STRING,
    quoted: QUOTED,
  },
};

/** A table whose cells `between` parts, as a class of a pattern has it; its first line names the columns. */
function table(between: string): languages.IMonarchLanguage {
  const cell = new RegExp(`[^"\\n${between}]+`);
  const ends: Rules = [[new RegExp(`[${between}]`), 'delimiter']];
  return {
    defaultToken: '',
    includeLF: true,
    tokenizer: {
      names: [
        [/^\n/, ''],
        [/\n/, { token: '', switchTo: '@rows' }],
        [/"(?:[^"]|"")*"?/, 'type'],
        [cell, 'type'],
        ...ends,
      ],
      rows: [
        [/"/, 'string', '@quoted'],
        [new RegExp(`-?\\d+(?:\\.\\d+)?(?=[${between}\\n])`), 'number'],
        [cell, ''],
        ...ends,
      ],
      // A cell may go over several lines.
      quoted: [
        [/""/, 'string.escape'],
        [/[^"]+/, 'string'],
        [/"/, 'string', '@pop'],
      ],
    },
  };
}

/** Makes Monaco know the languages of ours. */
export function registerEventLanguages(api: typeof languages): void {
  const one = (id: string, tokens: languages.IMonarchLanguage | null) => {
    api.register({ id });
    if (tokens) api.setMonarchTokensProvider(id, tokens);
  };
  one(JSON_ID, { defaultToken: '', tokenizer: { root: JSON_RULES, string: JSON_STRING } });
  api.setLanguageConfiguration(JSON_ID, {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
  });
  one(PAIRS_ID, { defaultToken: '', tokenizer: { root: PAIR_RULES, quoted: QUOTED } });
  one(TEXT_ID, null);
  one(MIXED_ID, MIXED);
  for (const [, id, between] of TABLES) one(id, table(between));
}
