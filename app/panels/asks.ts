import type { ItemTrace, ValueTrace } from '../../src/match';

/** What an item asks of its field, in words; beside one of its values the words for the whole list are left out. */
export function asks({ operator, negated }: ItemTrace, value: ValueTrace | undefined): string {
  const words = value ? operator.replace(/ (?:any|all) of \d+$/, '') : operator;
  return negated ? `not ${words}` : words;
}
