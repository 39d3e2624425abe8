/*
 * Keys as they are written: `Alt+Shift+PageDown`, `Ctrl+K`, `?`. On macOS, Ctrl stands for Cmd.
 */

/** As much of a keyboard event as tells which key it is. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Where the keys stand that bring another sign with Alt on macOS, or on a keyboard of another script. */
const PLACES: ReadonlyMap<string, readonly string[]> = new Map([
  ['+', ['Equal', 'NumpadAdd']],
  ['-', ['Minus', 'NumpadSubtract']],
  ['0', ['Digit0']],
]);

/** True if `key`, as it is written, was pressed. */
export function isPressed(key: string, event: Pressed, isMac = isOnMac): boolean {
  const parts = key.split(/\+(?!$)/);
  const sign = parts.at(-1)!;
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  if (event.altKey !== wants('Alt')) return false;
  if ((isMac ? event.metaKey : event.ctrlKey) !== wants('Ctrl')) return false;
  if (isMac ? event.ctrlKey : event.metaKey) return false;
  // Whether a sign needs Shift, the keyboard's layout says.
  const isSign = /^[^\p{L}]$/u.test(sign);
  if (!isSign && event.shiftKey !== wants('Shift')) return false;
  return event.key.toLowerCase() === sign.toLowerCase() || isItsPlace(sign, event);
}

function isItsPlace(sign: string, { key, code, altKey }: Pressed): boolean {
  if (/^[a-z]$/i.test(sign)) return !/^[ -~]$/.test(key) && code === `Key${sign.toUpperCase()}`;
  return altKey && (PLACES.get(sign)?.includes(code) ?? false);
}

/** A key as this machine's keyboard has it: Cmd for Ctrl on macOS. */
export function keyWords(key: string, isMac = isOnMac): string {
  return isMac ? key.replaceAll('Ctrl+', 'Cmd+').replaceAll('Alt+', 'Option+') : key;
}

const isOnMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
