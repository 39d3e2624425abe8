import { isDash, parseSigmaString } from '../../rule';
import type { Loosening } from './evasions';

/** Longer values would give expressions that nobody can read. */
const LONGEST = 80;

/** What may stand between any two characters. */
const BETWEEN: Partial<Record<Loosening, string>> = { quote: '"*', caret: '\\^*', backtick: '`*' };

/**
 * A regular expression that finds what a value with these modifiers finds, and the same written with what `loosening`
 * names; null if there is none. To be used with `re|i`.
 */
export function tolerantExpression(
  value: string,
  modifiers: readonly string[],
  loosening: Loosening,
): string | null {
  if (value.length > LONGEST) return null;
  const pieces: string[] = [];
  for (const part of parseSigmaString(value)) {
    if (part.kind === 'star') pieces.push('.*');
    else if (part.kind === 'any') pieces.push('.');
    else if (part.kind !== 'placeholder')
      for (const character of part.text.replace(/\s+/g, (blank) => (loosening === 'blank' ? ' ' : blank)))
        pieces.push(piece(character, modifiers, loosening));
  }
  const at = (where: string) => modifiers.includes(where);
  const begins = at('startswith') || !(at('contains') || at('endswith'));
  const ends = at('endswith') || !(at('contains') || at('startswith'));
  const between = BETWEEN[loosening] ?? '';
  // Quotes can stand around the whole too.
  const edge = (anchor: string) => (anchor === '' ? '' : loosening === 'quote' ? '"*' : '');
  return `${begins ? '^' : ''}${edge(begins ? '^' : '')}${pieces.join(between)}${edge(ends ? '$' : '')}${ends ? '$' : ''}`;
}

function piece(character: string, modifiers: readonly string[], loosening: Loosening): string {
  if (isDash(character) && (loosening === 'dash' || modifiers.includes('windash'))) return '[-/–—―]';
  if (loosening === 'blank' && /\s/.test(character)) return '\\s+';
  if (loosening === 'path' && character === '\\') return '[\\\\/](?:[^\\\\/]+[\\\\/]\\.\\.[\\\\/])*';
  return character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
