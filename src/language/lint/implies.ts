import type { Predicate } from '../../rule';
import { ExistsPredicate, fold, TextPredicate } from '../../rule';

/** A test of text whose value has wildcards only at its ends. */
interface Plain {
  readonly core: string;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** The same key for equal tests: values that differ only in case are one test, if case does not matter. */
export function testKey(predicate: Predicate): string {
  return predicate instanceof TextPredicate && !predicate.cased ? fold(predicate.key) : predicate.key;
}

/** True if every value of a field that passes the first test certainly passes the second. */
export function implies(first: Predicate, second: Predicate): boolean {
  if (!(first instanceof TextPredicate)) return false;
  // A field with text exists.
  if (second instanceof ExistsPredicate) return second.value;
  if (!(second instanceof TextPredicate) || second.cased) return false;
  const [one, other] = [plain(first), plain(second)];
  if (!one || !other) return false;
  if (other.openStart && other.openEnd) return one.core.includes(other.core);
  if (other.openEnd) return !one.openStart && one.core.startsWith(other.core);
  if (other.openStart) return !one.openEnd && one.core.endsWith(other.core);
  return !one.openStart && !one.openEnd && one.core === other.core;
}

function plain({ value }: TextPredicate): Plain | null {
  const openStart = value[0]?.kind === 'star';
  const openEnd = value.length > 1 && value[value.length - 1]!.kind === 'star';
  const inner = value.slice(openStart ? 1 : 0, openEnd ? -1 : undefined);
  const [only] = inner;
  return inner.length === 1 && only!.kind === 'text' ? { core: fold(only!.text), openStart, openEnd } : null;
}
