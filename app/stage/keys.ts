/** What a key does on the stage. */
export type StageAct =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'next show'
  | 'back show'
  | 'speaker'
  | 'screen'
  | 'link'
  | 'event'
  | 'window'
  | 'evasion';

const ACTS = new Map<string, StageAct>([
  ['ArrowRight', 'next'],
  ['PageDown', 'next'],
  [' ', 'next'],
  ['ArrowLeft', 'back'],
  ['PageUp', 'back'],
  ['Home', 'first'],
  ['End', 'last'],
  ['ArrowDown', 'next show'],
  [']', 'next show'],
  ['ArrowUp', 'back show'],
  ['[', 'back show'],
  ['s', 'speaker'],
  ['f', 'screen'],
  ['l', 'link'],
  ['e', 'event'],
  ['c', 'window'],
  ['v', 'evasion'],
]);

/** The part of a key event that decides. */
export type StageKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key does; null for one that does nothing here. Shift+Space goes back. On a button, Space is the button's. */
export function actOf(
  { key, ctrlKey, metaKey, altKey, shiftKey }: StageKey,
  onButton: boolean,
): StageAct | null {
  if (ctrlKey || metaKey || altKey || (key === ' ' && onButton)) return null;
  if (key === ' ' && shiftKey) return 'back';
  return ACTS.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
}

/** How far a finger has to move sideways to turn to another step, in pixels. */
const SWIPE = 45;

/** What a movement of the pointer means: a swipe to the left goes on, one to the right goes back. */
export function swipeOf(x: number, y: number): 'next' | 'back' | null {
  if (Math.abs(x) < SWIPE || Math.abs(x) < 2 * Math.abs(y)) return null;
  return x < 0 ? 'next' : 'back';
}
