import type { Predicate } from '../rule';
import {
  BooleanPredicate,
  ComparePredicate,
  ExistsPredicate,
  FieldRefPredicate,
  fold,
  mergeText,
  NetworkPredicate,
  NullPredicate,
  NumberPredicate,
  printNetwork,
  printSigmaString,
  RegexPredicate,
  type SigmaString,
  type StringPart,
  TextPredicate,
  TimePredicate,
} from '../rule';

/** How a value is compared with its field. */
export type OperatorKind =
  | 'match'
  | 'contains'
  | 'starts with'
  | 'ends with'
  | 'regex'
  | 'network'
  | 'compare'
  | 'time'
  | 'field'
  | 'exists'
  | 'null';

/** A predicate in the one form that all its spellings share. */
export interface Canonical {
  readonly kind: OperatorKind;
  /** The modifiers that give this predicate, in a fixed order: `contains`, `windash`. */
  readonly modifiers: readonly string[];
  /** The value as YAML, with text always in quotes. */
  readonly scalar: string;
  /** `kind|value`, with anything else that distinguishes it; folded unless case matters. Equal for equal predicates. */
  readonly key: string;
}

/**
 * The canonical form of a predicate: `'*x*'` and `contains: 'x'` give the same, and so does `windash` with or without
 * a dash to match.
 */
export function canonicalOf(predicate: Predicate): Canonical {
  if (predicate instanceof TextPredicate) return ofText(predicate);
  if (predicate instanceof NumberPredicate) return ofNumber(predicate);
  if (predicate instanceof BooleanPredicate) {
    const value = String(predicate.value);
    return { kind: 'match', modifiers: [], scalar: value, key: `match|${value}` };
  }
  if (predicate instanceof NullPredicate)
    return { kind: 'null', modifiers: [], scalar: 'null', key: 'null|' };
  if (predicate instanceof RegexPredicate) return ofRegex(predicate);
  if (predicate instanceof NetworkPredicate) {
    const network = printNetwork(predicate.network);
    return { kind: 'network', modifiers: ['cidr'], scalar: quoted(network), key: `network|${network}` };
  }
  if (predicate instanceof ComparePredicate) {
    const modifiers = [...(predicate.part ? [predicate.part] : []), predicate.op];
    const scalar = predicate.exact.shown;
    return { kind: 'compare', modifiers, scalar, key: `${['compare', ...modifiers].join(' ')}|${scalar}` };
  }
  if (predicate instanceof TimePredicate) {
    const { part } = predicate;
    const scalar = String(predicate.value);
    return { kind: 'time', modifiers: [part], scalar, key: `time ${part}|${scalar}` };
  }
  if (predicate instanceof FieldRefPredicate) return ofFieldRef(predicate);
  if (predicate instanceof ExistsPredicate) {
    const scalar = String(predicate.value);
    return { kind: 'exists', modifiers: ['exists'], scalar, key: `exists|${scalar}` };
  }
  throw new Error(`There is no canonical form of ${predicate.key}.`);
}

function ofNumber({ exact, written }: NumberPredicate): Canonical {
  // A number also matches its text in the event, so `1` and `'1'` look for the same. Beyond 2^53 only the digits
  // count.
  return { kind: 'match', modifiers: [], scalar: written, key: `match|${fold(exact.shown)}` };
}

function ofRegex({ source, flags }: RegexPredicate): Canonical {
  const set = (['i', 'm', 's'] as const).filter((flag) => flags[flag]);
  // In an expression, case has meaning: `\s` and `\S`.
  const key = `${['regex', ...set].join(' ')}|${source}`;
  return { kind: 'regex', modifiers: ['re', ...set], scalar: quoted(source), key };
}

const REFERS = { is: [], starts: ['startswith'], ends: ['endswith'], contains: ['contains'] };

function ofFieldRef({ mode, cased, other }: FieldRefPredicate): Canonical {
  const how = [...REFERS[mode], ...(cased ? ['cased'] : [])];
  const key = `${['field', ...how].join(' ')}|${other}`;
  return { kind: 'field', modifiers: ['fieldref', ...how], scalar: quoted(other), key };
}

const ENDS = { match: [], contains: ['contains'], 'starts with': ['startswith'], 'ends with': ['endswith'] };

function ofText({ value, cased }: TextPredicate): Canonical {
  const { kind, core: written } = withoutEnds(value);
  const core = written.map((part): StringPart => (part.kind === 'dash' ? { ...part, text: '-' } : part));
  const text = printSigmaString(core);
  const how = [...(core.some((p) => p.kind === 'dash') ? ['windash'] : []), ...(cased ? ['cased'] : [])];
  return {
    kind,
    modifiers: [...ENDS[kind], ...how],
    scalar: quoted(text),
    key: `${[kind, ...how].join(' ')}|${cased ? text : fold(text)}`,
  };
}

/** The stars at a value's ends as an operator, and what is between them. */
export function withoutEnds(value: SigmaString): {
  readonly kind: 'match' | 'contains' | 'starts with' | 'ends with';
  readonly core: SigmaString;
} {
  const parts = mergeText(value).filter(
    (part, i, all) => part.kind !== 'star' || all[i - 1]?.kind !== 'star',
  );
  // A single star matches any text, and has no shorter form.
  if (parts.length === 1 && parts[0]!.kind === 'star') return { kind: 'match', core: parts };
  const front = parts[0]?.kind === 'star';
  const back = parts[parts.length - 1]?.kind === 'star';
  const core = parts.slice(front ? 1 : 0, back ? -1 : undefined);
  if (front) return { kind: back ? 'contains' : 'ends with', core };
  return { kind: back ? 'starts with' : 'match', core };
}

/** Text as a quoted YAML scalar, so that it is never read as a number or the like. */
export function quoted(text: string): string {
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)) return JSON.stringify(text);
  return `'${text.replaceAll("'", "''")}'`;
}
