import { type ItemTrace, operatorWords, type ValueTrace } from '../../src/match';

/**
 * What a detection item requires of its field, in words. Beside one of its values, the words for the whole list are
 * left out.
 */
export function asks(item: ItemTrace, value: ValueTrace | undefined): string {
  return operatorWords(item, value ? 1 : item.values.length);
}
