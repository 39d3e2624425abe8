import type { PlanItem, PlanValue } from '../../rule';
import { code, type Words } from '../../text';
import type { Names } from './fields';
import { listOf, type Paragraph } from './paragraph';
import { type Phrase, phraseOf } from './value';

/** Values of which the same is said. */
interface Said {
  readonly phrase: Phrase;
  /** Each once, in the order of the rule. */
  readonly values: Set<string>;
}

/** What has to hold, as a tree of clauses. Groups have two parts or more, none of their own kind; `not` is never doubled. */
export type Clause =
  | { readonly kind: 'plain'; readonly words: Paragraph }
  | { readonly kind: 'every' | 'some'; readonly parts: readonly Clause[] }
  | { readonly kind: 'not'; readonly part: Clause };

/** Clauses as a group, or the only one itself. */
export function grouped(kind: 'every' | 'some', parts: readonly Clause[]): Clause {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return flat.length === 1 ? flat[0]! : { kind, parts: flat };
}

/** The opposite of a clause. */
export function negated(part: Clause): Clause {
  return part.kind === 'not' ? part.part : { kind: 'not', part };
}

/** A clause inside of another one: what has parts is in parentheses, so that nothing can be read in two ways. */
export function inner(clause: Clause): Paragraph {
  if (clause.kind === 'plain') return clause.words;
  if (clause.kind === 'not') {
    const words = inner(clause.part);
    return ['not ', ...(clause.part.kind === 'plain' ? ['(', ...words, ')'] : words)];
  }
  return ['(', ...open(clause), ')'];
}

/** A clause that stands alone: its parts without parentheses. */
export function open(clause: Clause): Paragraph {
  if (clause.kind !== 'every' && clause.kind !== 'some') return inner(clause);
  return listOf(clause.parts.map(inner), clause.kind === 'every' ? ', and ' : ', or ');
}

/** An item as a clause: `CommandLine contains -a or -b`; where its values say different things, as one for each thing. */
export function itemClause(item: PlanItem, fields: Names): Clause {
  const subject = (): Words => (item.field === null ? fields.somewhere : fields.of(item.field));
  const clause = (...words: Paragraph): Clause => ({ kind: 'plain', words: [...subject(), ' ', ...words] });
  const said = group(item, item.values);
  const { all } = item;
  const [only] = said;
  if (item.negated && said.length === 1) {
    const there = item.needsField ? 'is there and ' : '';
    return clause(there, ...phraseWords(only!, only!.phrase.isNot, all ? 'all of ' : 'any of ', all));
  }
  const parts = said.map((one) => clause(...phraseWords(one, one.phrase.is, all ? 'all of ' : '', all)));
  const whole = grouped(all ? 'every' : 'some', parts);
  if (!item.negated) return whole;
  return item.needsField ? grouped('every', [clause('is there'), negated(whole)]) : negated(whole);
}

function group(item: PlanItem, values: readonly PlanValue[]): Said[] {
  const groups = new Map<string, Said>();
  for (const value of values) {
    const phrase = phraseOf(item, value);
    const key = `${phrase.is}|${phrase.after}`;
    const said = groups.get(key) ?? { phrase, values: new Set<string>() };
    groups.set(key, said);
    if (phrase.value !== null) said.values.add(phrase.value);
  }
  return [...groups.values()];
}

/** A verb with its values; `many` stands before several. */
function phraseWords({ phrase, values }: Said, verb: string, many: string, all: boolean): Paragraph {
  if (values.size === 0) return [verb];
  const rest = phrase.after === '' ? [] : [phrase.after];
  return [`${verb}${values.size > 1 ? many : ''}`, ...listed([...values], all ? ' and ' : ' or '), ...rest];
}

function listed(values: readonly string[], last: string): Paragraph {
  return listOf(
    values.map((value) => [code(value)]),
    ', ',
    last,
  );
}
