import type { languages } from 'monaco-editor/editor';

/** Events are JSON, one object after another; Monaco's own JSON brings a language server that refuses that. */
export const JSON_LANGUAGE = 'events-json';

export const JSON_CONFIGURATION: languages.LanguageConfiguration = {
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
};

export const JSON_TOKENS: languages.IMonarchLanguage = {
  defaultToken: '',
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'type'],
      [/"/, 'string', '@string'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
      [/[{}[\],:]/, 'delimiter'],
    ],
    string: [
      [/[^"\\]+/, 'string'],
      [/\\u[0-9a-fA-F]{4}|\\["\\/bfnrt]/, 'string.escape'],
      [/\\./, 'invalid'],
      // A string ends at its line's end, so that one missing quote does not colour the rest of the text.
      [/"|$/, 'string', '@pop'],
    ],
  },
};
