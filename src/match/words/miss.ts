import { excerptCode } from '../../rule';
import { code, joinWords, say, type Words } from '../../text';
import type { AtMember, Blocked, MatchingItem, Miss } from '../miss';
import { differsWords, HOW, isValue, otherFieldWords } from './differs';
import { noneOf, operatorWords, thingsOf } from './operator';

/** Why something did not match, as sentences. The only place where a miss becomes words. */
export function missWords(miss: Miss): Words {
  const { inMember } = miss;
  if (inMember) {
    const own: Miss = { ...miss, inMember: undefined };
    return say`${memberWords(inMember)}${startingSmall(missWords(own))}`;
  }
  if (miss.because) return miss.because;
  if (miss.reason === 'source not applicable') return [miss.why];
  if (miss.reason === 'field absent' && miss.never) return miss.never;
  return noneWords(miss) ?? say`${clause(miss)}${nearestOf(miss)}.`;
}

/** The member that a reason is about, before the reason. */
function memberWords({ name, holds }: AtMember): Words {
  const fields = holds.map((field) => code(field));
  return fields.length === 0
    ? say`In ${code(name)}, `
    : say`In ${code(name)}, whose ${joinWords(fields, ' and ')} match${fields.length === 1 ? 'es' : ''}, `;
}

/** A sentence as the rest of another one. */
function startingSmall(words: Words): Words {
  const [first, ...rest] = words;
  if (typeof first !== 'string') return words;
  const own = first
    .replace(/^The event has no members/, 'there are no members')
    .replace(/^The event has/, 'there is')
    .replace(/^No value of the event/, 'no value');
  return [own.charAt(0).toLowerCase() + own.slice(1), ...rest];
}

/** The reason for an item whose values are alternatives: one for all of them, if none comes near. */
function noneWords(miss: Miss): Words | null {
  const { several, filled, field, near } = miss;
  if (several && field === null) {
    if (miss.reason !== 'value differs' || miss.by !== 'keyword') return null;
    const verb = several.asks.modifiers.includes('re') ? 'matches' : 'contains';
    return say`No value of the event ${verb} any of the ${several.count} ${thingsOf(several.asks)}.`;
  }
  if (field === null || near) return null;
  const value = comparedValue(miss);
  if (value === null) return null;
  const is = say`${code(field)} ${value}`;
  if (several) return say`${is}; it ${noneOf(several.asks, several.count)}${encodedAs(miss)}.`;
  if (!filled || filled.count < 2) return null;
  return say`${is}; it ${filledVerb(miss)} none of the ${filled.count} values of ${filledBy(filled.names)}.`;
}

/** `is 'x'`, for a value that was compared with text, an expression or a network. */
function comparedValue(miss: Miss): Words | null {
  if (miss.reason === 'not in network') return miss.isAddress ? isValue(miss.value) : null;
  if (miss.reason !== 'value differs') return null;
  if (miss.by === 'encoded') return miss.there ? null : isValue(miss.value);
  // A value that is not a number is equally far from every number.
  if (miss.by === 'scalar') return (miss.distance ?? 1) === 1 ? isValue(miss.value) : null;
  return miss.by === 'text' || miss.by === 'expression' ? isValue(miss.value) : null;
}

function filledVerb(miss: Miss): string {
  return miss.reason === 'value differs' && miss.by === 'text' ? HOW[miss.asked.how] : 'matches';
}

function encodedAs(miss: Miss): Words {
  return miss.reason === 'value differs' && miss.by === 'encoded' ? [' in base64'] : [];
}

/** Follows the reason of the nearest of several values. */
function nearestOf(miss: Miss): Words {
  const { several, filled, reason, field } = miss;
  if (field === null || (reason !== 'value differs' && reason !== 'not in network')) return [];
  if (miss.reason === 'not in network' && !miss.isAddress) return [];
  if (several) return [` (the nearest of ${several.count} ${thingsOf(several.asks)})`];
  if (!filled) return [];
  const many = filled.count > 1 ? `the nearest of ${filled.count} values` : 'a value';
  return say` (${many} of ${filledBy(filled.names)})`;
}

function filledBy(names: readonly string[]): Words {
  return joinWords(
    names.map((name) => code(`%${name}%`)),
    ' and ',
  );
}

/** The reason without its full stop. */
function clause(miss: Miss): Words {
  const name: Words = miss.field === null ? ['The value'] : [code(miss.field)];
  switch (miss.reason) {
    case 'field absent':
      return absent(miss);
    case 'field null':
      return say`${name} exists, but is null`;
    case 'field present':
      return present(miss, name);
    case 'value differs':
      return differsWords(miss, name);
    case 'case differs only':
      return otherCase(miss, name);
    case 'would match unescaped':
      return otherwise(miss);
    case 'not in network':
      return say`${name} ${isValue(miss.value)}, ${miss.isAddress ? `outside ${miss.network}` : 'which is not an IP address'}`;
    case 'not a number':
      return miss.isText
        ? say`${name} is the text ${excerptCode(miss.value)}, not a number`
        : say`${name} ${isValue(miss.value)}, which is not a number`;
    case 'not a time':
      return say`${name} ${isValue(miss.value)}, which is not a time with ${miss.part === 'hour' ? 'an' : 'a'} ${miss.part}`;
    case 'compared field absent':
      return say`The event has no field ${code(miss.other)} to compare ${name} with`;
    case 'blocked by negated':
      return blocked(miss);
    case 'source not applicable':
      return [miss.why];
    case 'no member':
      if (miss.quantifier === null) return miss.absent ? absent(miss) : say`${name} is an empty list`;
      return miss.absent
        ? say`The event has no members in ${name}, and ${code(`[${miss.quantifier}]`)} wants one${
            miss.otherField ? say`. The nearest name is ${code(miss.otherField)}` : []
          }`
        : say`${name} is an empty list, and ${code(`[${miss.quantifier}]`)} wants a member`;
    case 'member matches':
      return say`${code(miss.member)} matches, and ${code('[none]')} allows no such member`;
  }
}

type Of<Reason> = Extract<Miss, { readonly reason: Reason }>;

function absent(miss: Of<'field absent'> | Of<'no member'>): Words {
  const { field, otherField, list } = miss;
  const named = miss.reason === 'field absent' ? miss.named : undefined;
  const name = code(field ?? '');
  if (otherField && field?.toLowerCase() === otherField.toLowerCase())
    return say`There is no field ${name}, but there is ${code(otherField)}: field names are case-sensitive`;
  const none = say`The event has no field ${name}`;
  if (list) return say`${none}: ${code(list.name)} ${lengthOf(list.count)}`;
  if (named) return say`${none}. ${named} The event does not have that either`;
  return otherField ? say`${none}. The nearest name is ${code(otherField)}` : none;
}

/** What a list is that has no member at a position. */
function lengthOf(count: number | null): string {
  if (count === null) return 'is no list';
  if (count === 0) return 'is an empty list';
  return count === 1 ? 'has only one member' : `has only ${count} members`;
}

function present({ value, isNull, wanted }: Of<'field present'>, name: Words): Words {
  if (wanted === 'null')
    return value === null
      ? say`${name} is an empty list, not null`
      : say`${name} ${isValue(value)}, not null`;
  if (value === null) return say`${name} exists, although it is an empty list`;
  if (isNull) return say`${name} exists, although it is null`;
  return value.text === ''
    ? say`${name} exists, although it is empty`
    : say`${name} exists: ${excerptCode(value)}`;
}

function otherCase(miss: Of<'case differs only'>, name: Words): Words {
  switch (miss.by) {
    case 'keyword':
      return say`Only the case differs: ${code(miss.at ?? '')} has ${excerptCode(miss.wanted)} in another case`;
    case 'text':
      return say`Only the case differs: ${name} ${isValue(miss.value)}, the rule asks for ${excerptCode(miss.asked.text)}`;
    case 'expression':
      return say`Only the case differs: ${name} ${isValue(miss.value)}, and the expression would match it with ${code('re|i')}`;
    case 'other field':
      return say`Only the case differs: ${name} ${isValue(miss.value)}, ${otherFieldWords(miss)}`;
  }
}

function otherwise({ how, at }: Of<'would match unescaped'>): Words {
  const where = at === undefined ? [] : say` (in ${code(at)})`;
  switch (how) {
    case 'wildcards are characters':
      return say`It would match${where} if the wildcard were a literal character: escape it with a backslash`;
    case 'all are characters':
      return say`It would match${where} if every character were literal: in Sigma, ${code('\\\\')} is one backslash and ${code('\\*')} is a star`;
    case 'escapes are wildcards':
      return say`It would match${where} if the wildcard were not escaped: remove the backslash before it, or write two to match a backslash`;
  }
}

function blocked(miss: Blocked): Words {
  if (miss.by === 'neq') return say`${code('neq')} excludes it: ${matching(miss.item)}`;
  const { selection, item } = miss;
  return say`${code(selection)} matches${item ? say` because ${matching(item)}` : []}, and the condition excludes it`;
}

function matching(item: MatchingItem): Words {
  const { field, absent: missing, written, count } = item;
  if (missing) return say`there is no ${code(field ?? '')}`;
  const what: Words = [field === null ? 'a value' : code(field)];
  const verb = operatorWords(
    { ...item, modifiers: field === null ? [...item.modifiers, 'contains'] : item.modifiers },
    1,
  );
  if (written !== null) return say`${what} ${verb} ${code(written)}`;
  return count > 1 ? say`${what} ${operatorWords(item, count)} ${thingsOf(item)}` : say`${what} ${verb} it`;
}
