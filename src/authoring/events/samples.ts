import type { Predicate, SigmaString, TimePart } from '../../rule';
import {
  BooleanPredicate,
  ComparePredicate,
  ExistsPredicate,
  FieldRefPredicate,
  type Network,
  NetworkPredicate,
  NullPredicate,
  NumberPredicate,
  printNetwork,
  RegexPredicate,
  TextPredicate,
  TimePredicate,
} from '../../rule';
import { say, type Words } from '../../text';
import { regexSample } from './regex-sample';

/** What a field could contain to pass a predicate. A proposal: the caller tests it on the predicate. */
export type Sample =
  /** Text, with what may come before and after it. */
  | { readonly kind: 'text'; readonly text: string; readonly openStart: boolean; readonly openEnd: boolean }
  /** One of these values, unchanged. */
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'present' }
  | { readonly kind: 'same'; readonly other: string }
  | { readonly kind: 'none'; readonly why: Words };

/** Proposals that may pass `predicate`, the simplest first; never empty. */
export function samplesOf(predicate: Predicate): readonly Sample[] {
  if (predicate instanceof TextPredicate) return [textSample(predicate.value)];
  if (predicate instanceof NumberPredicate) {
    const { isPlain, shown } = predicate.exact;
    return [isPlain ? values(predicate.value, predicate.written) : values(shown)];
  }
  if (predicate instanceof BooleanPredicate) return [values(predicate.value)];
  if (predicate instanceof NullPredicate) return [{ kind: 'absent' }];
  if (predicate instanceof ExistsPredicate) return [{ kind: predicate.value ? 'present' : 'absent' }];
  if (predicate instanceof NetworkPredicate) return [values(...addresses(predicate.network))];
  if (predicate instanceof TimePredicate) return [values(...times(predicate.part, predicate.value))];
  if (predicate instanceof FieldRefPredicate) return [{ kind: 'same', other: predicate.other }];
  if (predicate instanceof ComparePredicate) {
    const { part, value, exact } = predicate;
    const near = [value, value + 1, value - 1];
    if (part === null && !Number.isSafeInteger(value))
      return [values(exact.shown, value * 2, value / 2, ...near)];
    return [part === null ? values(...near) : values(...near.flatMap((n) => times(part, n)))];
  }
  if (predicate instanceof RegexPredicate) return regexSamples(predicate);
  return [{ kind: 'none', why: ['This kind of test has no sample value.'] }];
}

function values(...all: unknown[]): Sample {
  return { kind: 'values', values: all };
}

function textSample(value: SigmaString): Sample {
  let text = '';
  for (const part of value) {
    if (part.kind === 'text' || part.kind === 'dash') text += part.text;
    else if (part.kind === 'any') text += 'a';
    else if (part.kind === 'placeholder')
      return { kind: 'none', why: say`The placeholder \`%${part.name}%\` has no value.` };
    else if (text !== '' && part !== value[value.length - 1]) text += text.endsWith('\\') ? 'example' : ' ';
  }
  return {
    kind: 'text',
    text,
    openStart: value[0]?.kind === 'star',
    openEnd: value[value.length - 1]?.kind === 'star',
  };
}

function regexSamples({ source, regex }: RegexPredicate): readonly Sample[] {
  if (regex.engine === 'backtracking')
    return [
      {
        kind: 'none',
        why: ['The expression has a lookaround or a back reference, so it has no sample text.'],
      },
    ];
  const texts = new Set<string>();
  for (let turn = 0; turn < 6; turn++) {
    const text = regexSample(source, turn);
    if (text !== null) texts.add(text);
  }
  if (texts.size === 0) return [{ kind: 'none', why: ['This kind of expression has no sample text.'] }];
  const openStart = !/^(?:\(\?[a-z]+\))?\^/.test(source);
  const openEnd = !source.endsWith('$');
  return [...texts].map((text) => ({ kind: 'text', text, openStart, openEnd }));
}

/** Addresses in the network: the first host, then the network's own. */
function addresses(network: Network): string[] {
  const own = (n: Network) => printNetwork(n).replace(/\/\d+$/, '');
  const groups = network.groups.map((g, i) => (i === 7 ? g | 1 : g));
  return [own({ ...network, groups }), own(network)];
}

/** Times whose `part` is `value`; none for a value that no clock shows. */
function times(part: TimePart, value: number): string[] {
  const two = String(value).padStart(2, '0');
  switch (part) {
    case 'year':
      return [`${String(value).padStart(4, '0')}-06-15T12:00:00Z`];
    case 'month':
      return [`2026-${two}-15T12:00:00Z`];
    case 'day':
      return [`2026-01-${two}T12:00:00Z`];
    case 'hour':
      return [`2026-01-15T${two}:00:00Z`];
    case 'minute':
      return [`2026-01-15T12:${two}:00Z`];
    case 'week':
      // 2020 has 53 weeks, and its first begins on 30 December.
      if (!(value >= 1 && value <= 53)) return [];
      return [new Date(Date.UTC(2019, 11, 30 + 7 * (value - 1), 12)).toISOString()];
  }
}
