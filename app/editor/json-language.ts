import type { languages } from 'monaco-editor/editor';

/**
 * Events are JSON objects one after another, which Monaco's own JSON rejects; or Windows XML, which begins with a tag,
 * as no JSON does.
 */
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
      [/<[!?]/, 'comment', '@declaration'],
      [/<\/?[\w:.-]+/, 'delimiter', '@tag'],
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'type'],
      [/"/, 'string', '@string'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
      [/[{}[\],:]/, 'delimiter'],
    ],
    // After a tag, the rest of the text is XML.
    tag: [
      [/[\w:.-]+(?=\s*=)/, 'type'],
      [/"[^"<]*"|'[^'<]*'/, 'string'],
      [/\/?>/, 'delimiter', '@content'],
    ],
    content: [
      [/<!--/, 'comment', '@comment'],
      [/<[!?]/, 'comment', '@declaration'],
      [/<\/?[\w:.-]+/, 'delimiter', '@tag'],
      [/&#?\w+;/, 'string.escape'],
      [/[^<&]+/, ''],
    ],
    declaration: [
      [/[^>]*>/, 'comment', '@content'],
      [/[^>]+/, 'comment'],
    ],
    comment: [
      [/-->/, 'comment', '@pop'],
      [/[^-]+|-/, 'comment'],
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
