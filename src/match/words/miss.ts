import type { Excerpt, Near } from '../../rule';
import { excerptCode, formLabels, SIGNS } from '../../rule';
import { type Code, code, joinWords, say, type Words } from '../../text';
import type { AbsentField, Blocked, Miss } from '../miss';
import { operatorVerb, operatorWords } from './operator';

/** Why something did not match, as sentences: the one place where a miss becomes words. */
export function missWords(miss: Miss): Words {
  if (miss.because) return miss.because;
  if (miss.reason === 'source not applicable') return [miss.why];
  if (miss.reason === 'field absent' && miss.never) return miss.never;
  const { several } = miss;
  if (!several || (miss.field !== null && miss.reason !== 'value differs')) return say`${clause(miss)}.`;
  const { count, asks } = several;
  if (miss.field === null) return say`No value of the event contains any of the ${count} keywords.`;
  const value = miss.near ? null : comparedValue(miss);
  return value
    ? say`${code(miss.field)} is ${value}; it ${operatorVerb(asks)} none of the ${count} values.`
    : say`${clause(miss)} (the nearest of ${count} values).`;
}

/** The value that a text or an expression was looked for in. */
function comparedValue(miss: Miss): Code | null {
  if (miss.reason !== 'value differs') return null;
  return miss.by === 'text' || miss.by === 'expression' || miss.by === 'encoded'
    ? excerptCode(miss.value)
    : null;
}

/** The reason without the full stop at its end. */
function clause(miss: Miss): Words {
  const is = miss.field === null ? say`The value is` : say`${code(miss.field)} is`;
  switch (miss.reason) {
    case 'field absent':
      return absent(miss);
    case 'field null':
      return say`${is} there, but null`;
    case 'field present':
      return present(miss, is);
    case 'value differs':
      return differs(miss, is);
    case 'case differs only':
      return otherCase(miss);
    case 'would match unescaped':
      return otherwise(miss);
    case 'not in network':
      return say`${excerptCode(miss.value)} ${miss.isAddress ? `lies outside ${miss.network}` : 'is no IP address'}`;
    case 'not a number':
      return say`${excerptCode(miss.value)} is ${miss.isText ? 'a text, not a number' : 'no number'}`;
    case 'not a time':
      return say`${excerptCode(miss.value)} is no time that carries ${miss.part === 'hour' ? 'an' : 'a'} ${miss.part}`;
    case 'compared field absent':
      return say`The event has no field ${code(miss.other)} to compare with`;
    case 'blocked by negated':
      return blocked(miss);
    case 'source not applicable':
      return [miss.why];
  }
}

type Of<Reason> = Extract<Miss, { readonly reason: Reason }>;

function absent(miss: AbsentField & Miss): Words {
  const { field, otherField, named } = miss;
  const name = code(field ?? '');
  if (otherField && field?.toLowerCase() === otherField.toLowerCase())
    return say`There is no field ${name}, but there is ${code(otherField)}: field names are case-sensitive`;
  const none = say`The event has no field ${name}`;
  if (named) return say`${none}. ${named} That is not there either`;
  return otherField ? say`${none}. The nearest name is ${code(otherField)}` : none;
}

function present({ value, wanted }: Of<'field present'>, is: Words): Words {
  if (value === null) return say`${is} there: an empty list`;
  if (wanted === 'absent') return say`${is} there: ${excerptCode(value)}`;
  const empty = value.text === '' ? ', which is empty but not null' : '';
  return say`The field has a value: ${excerptCode(value)}${empty}`;
}

function differs(miss: Of<'value differs'>, is: Words): Words {
  switch (miss.by) {
    case 'text': {
      const line = miss.lineEnds ? say`. A ${code('*')} ends at a line break` : [];
      const near = miss.near ? nearWords(miss.near) : [];
      return say`${is} ${excerptCode(miss.value)}; it ${notAsked(miss.asked)}${line}${near}`;
    }
    case 'expression':
      return say`${is} ${excerptCode(miss.value)}; the expression ${miss.whole ? 'does not match all of it' : 'matches nowhere in it'}`;
    case 'encoded':
      return say`${is} ${excerptCode(miss.value)}; ${excerptCode(miss.wanted)} is not in it (${formLabels(miss.forms)})`;
    case 'scalar':
      return say`${is} ${excerptCode(miss.value)}, not ${miss.wanted}`;
    case 'comparison': {
      const { part, found, op, bound } = miss;
      return [
        part ? `The ${part} is ${found}, not ${SIGNS[op]} ${bound}` : `${found} is not ${SIGNS[op]} ${bound}`,
      ];
    }
    case 'time':
      return [`The ${miss.part} is ${miss.found}, not ${miss.wanted}`];
    case 'other field':
      return say`${is} ${excerptCode(miss.value)}, and ${code(miss.other)} is ${theirs(miss.theirs)}`;
    case 'object':
      return say`${is} an object, not text`;
    case 'empty list':
      return say`${is} an empty list`;
    case 'keyword':
      return ['No value of the event contains it'];
  }
}

const NOT: Readonly<Record<Extract<Of<'value differs'>, { by: 'text' }>['asked']['how'], string>> = {
  is: 'is not',
  contains: 'does not contain',
  starts: 'does not start with',
  ends: 'does not end with',
  like: 'is not like',
  anything: 'is not anything',
};

function notAsked({ how, text, cased }: Extract<Of<'value differs'>, { by: 'text' }>['asked']): Words {
  if (how === 'is' && text.text === '') return ['is not empty'];
  if (how === 'anything') return [NOT[how]];
  return say`${NOT[how]} ${excerptCode(text)}${cased ? ' (case matters)' : ''}`;
}

function nearWords({ common, side, expected, found }: Near): Words {
  const nearest = say`. Nearest is ${excerptCode(common)}`;
  if (side === null) return nearest;
  if (expected === '') return say`${nearest}, with more ${side} it`;
  const there = found === '' ? 'the end' : code(found);
  return say`${nearest}; ${side} it comes ${there} instead of ${code(expected)}`;
}

function otherCase(miss: Of<'case differs only'>): Words {
  switch (miss.by) {
    case 'keyword':
      return ['No value of the event contains it; in another case one does'];
    case 'text':
      return say`It would match if case did not matter: the value is ${excerptCode(miss.value)}`;
    case 'expression':
      return say`It would match if case did not matter (${code('re|i')}): the value is ${excerptCode(miss.value)}`;
    case 'other field':
      return say`It would match if case did not matter: ${excerptCode(miss.value)} and ${theirs(miss.theirs)}`;
  }
}

function otherwise({ field, how }: Of<'would match unescaped'>): Words {
  if (field === null)
    return ['No value of the event contains it; read with its backslashes otherwise one does'];
  switch (how) {
    case 'wildcards are characters':
      return ['It would match if the wildcard were the character itself: escape it with a backslash'];
    case 'all are characters':
      return say`It would match if every character stood for itself: in Sigma ${code('\\\\')} is one backslash, and ${code('\\*')} a star`;
    case 'escapes are wildcards':
      return [
        'It would match if the wildcard were not escaped: remove the backslash before it, or double it for a backslash',
      ];
  }
}

function blocked(miss: Blocked): Words {
  if (miss.by === 'neq')
    return miss.written === null
      ? say`${code('neq')} excludes it: the values match`
      : say`${code('neq')} excludes it: ${code(miss.written)} matches`;
  const { selection, item } = miss;
  return say`${code(selection)} matches${item ? say` because ${matching(item)}` : []}, and the condition excludes it`;
}

function matching(item: NonNullable<Extract<Blocked, { by: 'condition' }>['item']>): Words {
  if (item.absent) return say`there is no ${code(item.field ?? '')}`;
  const what: Words = [item.field === null ? 'a value' : code(item.field)];
  return say`${what} ${operatorWords(item, 1)}${item.written === null ? '' : ` ${item.written}`}`;
}

function theirs(values: readonly (Excerpt | null)[]): Words {
  if (values.length === 0) return ['an empty list'];
  return joinWords(
    values.map((value) => (value === null ? 'null' : excerptCode(value))),
    ', ',
  );
}
