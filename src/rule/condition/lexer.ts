import type { Range } from '../../text';

export interface Token {
  readonly kind: 'and' | 'or' | 'not' | '(' | ')' | '|' | 'word' | 'end' | 'stray';
  readonly text: string;
  readonly range: Range;
}

const WORD = /[\p{L}\p{N}_.*?-]+/uy;
const KEYWORDS = new Set(['and', 'or', 'not']);

/** Splits a condition into tokens, the last of kind `end`. A character that begins no token is `stray`. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const push = (kind: Token['kind'], end: number) => {
    tokens.push({ kind, text: text.slice(at, end), range: { start: at, end } });
    at = end;
  };
  while (at < text.length) {
    const character = text[at]!;
    if (/\s/.test(character)) {
      at++;
      continue;
    }
    if (character === '(' || character === ')' || character === '|') {
      push(character, at + 1);
      continue;
    }
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (!word) {
      push('stray', at + (text.codePointAt(at)! > 0xffff ? 2 : 1));
      continue;
    }
    const keyword = word.toLowerCase();
    push(KEYWORDS.has(keyword) ? (keyword as 'and' | 'or' | 'not') : 'word', at + word.length);
  }
  tokens.push({ kind: 'end', text: '', range: { start: text.length, end: text.length } });
  return tokens;
}
