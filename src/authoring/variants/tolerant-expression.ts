import { isDash, parseSigmaString } from '../../rule';
import type { Loosening } from './evasions';

/** Longer values would give unreadable expressions. */
const LONGEST = 80;

/** What may be between any two characters. */
const BETWEEN: Partial<Record<Loosening, string>> = { quote: '"*', caret: '\\^*', backtick: '`*' };

/**
 * A regular expression that matches what a value with these modifiers matches, and the same with what `loosening`
 * allows; null if there is none. For use with `re|i`.
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
  // There may be quotes around the whole too.
  const edge = (anchor: string) => (anchor === '' ? '' : loosening === 'quote' ? '"*' : '');
  return `${begins ? '^' : ''}${edge(begins ? '^' : '')}${pieces.join(between)}${edge(ends ? '$' : '')}${ends ? '$' : ''}`;
}

function piece(character: string, modifiers: readonly string[], loosening: Loosening): string {
  if (isDash(character) && (loosening === 'dash' || modifiers.includes('windash'))) return '[-/–—―]';
  if (loosening === 'blank' && /\s/.test(character)) return '\\s+';
  if (loosening === 'path' && character === '\\') return '[\\\\/](?:[^\\\\/]+[\\\\/]\\.\\.[\\\\/])*';
  return character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
