import type { Predicate, SigmaString } from '../../rule';
import {
  BooleanPredicate,
  ComparePredicate,
  ExistsPredicate,
  FieldRefPredicate,
  NetworkPredicate,
  NullPredicate,
  NumberPredicate,
  type PlanItem,
  type PlanValue,
  parseSigmaString,
  plainText,
  printNetwork,
  printSigmaString,
  RegexPredicate,
  TextPredicate,
  TimePredicate,
} from '../../rule';
import { byName } from '../../text';
import { withoutEnds } from '../canonical';

/** What is said of a field with a value: `contains `, the value, ` in exactly this case`. */
export interface Phrase {
  readonly is: string;
  readonly isNot: string;
  /** Null where the phrase needs no value: `is empty`. */
  readonly value: string | null;
  readonly after: string;
}

type Verb = Pick<Phrase, 'is' | 'isNot'>;
const IS: Verb = { is: 'is ', isNot: 'is not ' };
const CONTAINS: Verb = { is: 'contains ', isNot: 'does not contain ' };
const STARTS: Verb = { is: 'starts with ', isNot: 'does not start with ' };
const ENDS: Verb = { is: 'ends with ', isNot: 'does not end with ' };
const MATCHES: Verb = { is: 'matches ', isNot: 'does not match ' };
const IN_NETWORK: Verb = { is: 'is in the network ', isNot: 'is not in the network ' };
const ENDS_AS: Readonly<Record<ReturnType<typeof withoutEnds>['kind'], Verb>> = {
  match: IS,
  contains: CONTAINS,
  'starts with': STARTS,
  'ends with': ENDS,
};

function phrase(verb: Verb, value: string | null, after = ''): Phrase {
  return { ...verb, value, after };
}

/** A phrase without a value. */
function bare(is: string, isNot: string): Phrase {
  return { is, isNot, value: null, after: '' };
}

const ENCODING = ['base64', 'base64offset', 'wide', 'utf16le', 'utf16be', 'utf16'];

/** What one value of an item says of the field. */
export function phraseOf(item: PlanItem, value: PlanValue): Phrase {
  const encodings = item.modifiers.filter((name) => ENCODING.includes(name));
  if (encodings.length > 0 || item.modifiers.includes('expand')) return asWritten(item, value, encodings);
  return ofPredicate(value.variants[0]!.predicate);
}

const MODIFIER_VERBS: ReadonlyMap<string, Verb> = new Map([
  ['contains', CONTAINS],
  ['startswith', STARTS],
  ['endswith', ENDS],
  ['re', MATCHES],
  ['cidr', IN_NETWORK],
]);

const ENCODED = byName<string>({
  base64: 'in Base64',
  base64offset: 'in Base64 at any offset',
  wide: 'in UTF-16',
  utf16le: 'in UTF-16',
  utf16be: 'in UTF-16 with the high byte first',
  utf16: 'in UTF-16 with a byte order mark',
});

/** A value whose predicates no longer show what was written: encoded, or with placeholders. */
function asWritten(item: PlanItem, { scalar, variants }: PlanValue, encodings: readonly string[]): Phrase {
  const { modifiers, field } = item;
  const has = (name: string) => modifiers.includes(name);
  const verb =
    modifiers.flatMap((name) => MODIFIER_VERBS.get(name) ?? [])[0] ?? (field === null ? CONTAINS : IS);
  const notes = encodings.map((name) => ENCODED.get(name)!);
  if (has('re')) notes.push(...expressionNotes(modifiers));
  else if (!has('cidr') && scalar.value !== null) {
    const value = parseSigmaString(scalar.text, has('expand'));
    if (value.some(({ kind }) => kind === 'star' || kind === 'any')) notes.push(WILD);
  }
  // Encoded text always counts as it is; elsewhere the words say where case does.
  if (has('cased')) notes.push(EXACT);
  if (has('windash') && variants.some(({ predicate }) => hasDash(predicate))) notes.push(ANY_DASH);
  return phrase(verb, scalar.text, notesText(notes));
}

const EXACT = 'in exactly this case';
const ANY_DASH = 'with any dash';
const WILD = 'with * for any text and ? for one character';
const EXPRESSION = 'as an expression';

function expressionNotes(flags: readonly string[]): string[] {
  return [
    EXPRESSION,
    ...(flags.includes('i') ? ['in any case'] : []),
    ...(flags.includes('m') ? ['line by line'] : []),
    ...(flags.includes('s') ? ['across lines'] : []),
  ];
}

function notesText(notes: readonly string[]): string {
  return notes.length === 0 ? '' : ` (${notes.join(', ')})`;
}

function hasDash(predicate: Predicate): boolean {
  return predicate instanceof TextPredicate && predicate.value.some(({ kind }) => kind === 'dash');
}

function ofPredicate(predicate: Predicate): Phrase {
  if (predicate instanceof TextPredicate) return ofText(predicate.value, predicate.cased);
  if (predicate instanceof NumberPredicate) return phrase(IS, predicate.written);
  if (predicate instanceof BooleanPredicate) return phrase(IS, String(predicate.value));
  if (predicate instanceof NullPredicate) return bare('is absent or null', 'is neither absent nor null');
  if (predicate instanceof RegexPredicate) {
    const flags = (['i', 'm', 's'] as const).filter((flag) => predicate.flags[flag]);
    return phrase(MATCHES, predicate.source, notesText(expressionNotes(flags)));
  }
  if (predicate instanceof NetworkPredicate) return phrase(IN_NETWORK, printNetwork(predicate.network));
  if (predicate instanceof ComparePredicate) return ofComparison(predicate);
  if (predicate instanceof TimePredicate) {
    const { part } = predicate;
    return phrase({ is: `has the ${part} `, isNot: `does not have the ${part} ` }, String(predicate.value));
  }
  if (predicate instanceof FieldRefPredicate) return ofOtherField(predicate);
  if (predicate instanceof ExistsPredicate)
    return predicate.value ? bare('is there', 'is missing') : bare('is missing', 'is there');
  throw new Error(`There are no words for ${predicate.key}.`);
}

function ofText(value: SigmaString, cased: boolean): Phrase {
  const { kind, core } = withoutEnds(value);
  const literal = plainText(core);
  if (core.length === 1 && core[0]!.kind === 'star') return bare('has any text', 'has no text');
  if (literal === '') return bare('is empty', 'is not empty');
  const notes = [
    ...(literal === null ? [WILD] : []),
    ...(cased ? [EXACT] : []),
    ...(core.some((part) => part.kind === 'dash') ? [ANY_DASH] : []),
  ];
  return phrase(ENDS_AS[kind], literal ?? printSigmaString(core), notesText(notes));
}

const COMPARED: Readonly<Record<ComparePredicate['op'], string>> = {
  lt: 'less than ',
  lte: 'at most ',
  gt: 'more than ',
  gte: 'at least ',
};

function ofComparison({ op, part, exact }: ComparePredicate): Phrase {
  const than = COMPARED[op];
  const verb = part
    ? { is: `has ${article(part)} ${part} of ${than}`, isNot: `has no ${part} of ${than}` }
    : { is: `is ${than}`, isNot: `is not ${than}` };
  return phrase(verb, exact.shown);
}

function article(part: string): string {
  return part === 'hour' ? 'an' : 'a';
}

const REFERS: Readonly<Record<FieldRefPredicate['mode'], Verb>> = {
  is: { is: 'equals the field ', isNot: 'does not equal the field ' },
  starts: { is: 'starts with what is in the field ', isNot: 'does not start with what is in the field ' },
  ends: { is: 'ends with what is in the field ', isNot: 'does not end with what is in the field ' },
  contains: { is: 'contains what is in the field ', isNot: 'does not contain what is in the field ' },
};

function ofOtherField({ mode, other, cased }: FieldRefPredicate): Phrase {
  return phrase(REFERS[mode], other, notesText(cased ? [EXACT] : []));
}
