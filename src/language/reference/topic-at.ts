import { LOGSOURCES } from '../../knowledge';
import { modifierNamed } from '../../rule';
import { hasSelectors, membersAt } from '../assist/blocks';
import { CHOICES } from '../assist/choices';
import { OPERATORS } from '../assist/condition-docs';
import { keyDoc } from '../assist/key-docs';
import { outlineOf } from '../assist/outline';
import { type Place, placeAt } from '../assist/place';
import { fieldSources, logsourceName, type TopicKind } from './topics';

/** What there is to look up. */
export interface TopicName {
  readonly kind: TopicKind;
  readonly name: string;
}

/** What the characters at `offset` of a rule are an instance of; null for names and values of one's own. */
export function topicAt(text: string, offset: number): TopicName | null {
  const place = placeAt(text, offset);
  if (place.kind === 'none' || place.range.end === place.range.start) return null;
  return place.kind === 'key' ? ofKey(place) : ofValue(place);
}

function ofKey(place: Place): TopicName | null {
  const { path, whole, before } = place;
  const name = [...path, whole].join('/');
  if (keyDoc([...path, whole])) return { kind: 'key', name };
  if (path[0] !== 'detection' && path[0] !== 'filter') return null;
  const members = membersAt(path.slice(2));
  if (path.length < 2 || members === null) return null;
  if (members !== '' && whole === 'condition') return { kind: 'array', name: 'condition in a block' };
  if (!place.colon) return place.entry ? { kind: 'value', name: 'keywords' } : null;
  const at = before.lastIndexOf('|') + 1;
  const next = whole.indexOf('|', at);
  const part = whole.slice(at, next < 0 ? whole.length : next);
  if (at === 0 && hasSelectors(outlineOf(place.lines))) {
    if (part === '.') return { kind: 'array', name: '.' };
    const selector = selectorAt(part, before.length);
    if (selector !== null) return { kind: 'array', name: selector };
  }
  if (at === 0) return fieldSources().has(part) ? { kind: 'field', name: part } : null;
  const modifier = modifierNamed(part);
  return modifier ? { kind: 'modifier', name: modifier.name } : null;
}

/** The selector at a place in a field's name, as the reference calls it; null if there is none. */
function selectorAt(field: string, at: number): string | null {
  for (const { 0: written, index } of field.matchAll(/(?<!\\)\[[^[\]]*\]/g)) {
    if (at < index || at >= index + written.length) continue;
    return /^\[-?\d+\]$/.test(written) ? (written[1] === '-' ? '[-1]' : '[0]') : written;
  }
  return null;
}

function ofValue(place: Place): TopicName | null {
  const { path, whole, quote } = place;
  const key = path.join('/');
  if (key === 'detection/condition' || key === 'filter/condition') return ofCondition(place);
  if (key === 'correlation/type') return isType(whole) ? { kind: 'correlation', name: whole } : null;
  if (path[0] === 'logsource') {
    const { product = null, category = null, service = null } = outlineOf(place.lines).logsource;
    return { kind: 'logsource', name: logsourceName({ product, category, service }) };
  }
  if (keyDoc(path)) return { kind: 'key', name: key };
  if ((path[0] !== 'detection' && path[0] !== 'filter') || path.length < 3) return null;
  if (membersAt(path.slice(2, -1)) === null) return null;
  if (path.length > 3 && path.at(-1) === 'condition') return ofCondition(place);
  return { kind: 'value', name: formOf(whole, quote) };
}

function ofCondition({ before, whole }: Place): TopicName {
  const front = /[\p{L}\p{N}_.*?-]*$/u.exec(before)![0];
  const back = /^[\p{L}\p{N}_.*?-]*/u.exec(whole.slice(before.length))![0];
  const word = (front + back).toLowerCase();
  if (OPERATORS.has(word)) return { kind: 'condition', name: word };
  if (word.includes('*')) return { kind: 'condition', name: 'pattern' };
  return { kind: 'key', name: 'detection/condition' };
}

/** The form of a value as it is written. */
function formOf(whole: string, quote: string): string {
  if (quote === '') {
    if (/^(?:null|~|Null|NULL)$/.test(whole)) return 'null';
    if (/^(?:true|false)$/i.test(whole)) return 'boolean';
    if (/^[+-]?(?:\d+|\d*\.\d+)$/.test(whole)) return 'number';
  }
  if (/\\[*?\\]/.test(whole)) return 'backslash';
  if (whole.includes('*')) return 'star';
  return whole.includes('?') ? 'question-mark' : 'text';
}

/** What a suggestion at a place is about, by its label; null where the reference has nothing of the kind. */
export function topicOfItem(text: string, offset: number, label: string): TopicName | null {
  const place = placeAt(text, offset);
  const path = place.path.join('/');
  if (path.endsWith('/condition') && OPERATORS.has(label)) return { kind: 'condition', name: label };
  if (path === 'correlation/type' && isType(label)) return { kind: 'correlation', name: label };
  if (place.kind === 'key' && keyDoc([...place.path, label]))
    return { kind: 'key', name: [...place.path, label].join('/') };
  const modifier = modifierNamed(label);
  if (place.before.includes('|') && modifier) return { kind: 'modifier', name: modifier.name };
  if (fieldSources().has(label)) return { kind: 'field', name: label };
  const isSource = LOGSOURCES.some((fact) => logsourceName(fact) === label);
  return isSource ? { kind: 'logsource', name: label } : null;
}

function isType(name: string): boolean {
  return CHOICES.get('correlation/type')?.some(([type]) => type === name) ?? false;
}
