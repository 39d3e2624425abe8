import { expect, test } from 'vitest';
import { isPressed, keyWords, type Pressed } from './keys';

const MODIFIERS = { C: 'ctrlKey', M: 'metaKey', A: 'altKey', S: 'shiftKey' } as const;

/** A key that is pressed with modifiers, by their first letters. */
function pressed(key: string, held: string, code = ''): Pressed {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  const flags = [...held].map((letter) => [MODIFIERS[letter as keyof typeof MODIFIERS], true]);
  return { key, code, ...none, ...Object.fromEntries(flags) };
}

test.each<[written: string, key: string, held: string, code: string, machine: string, is: boolean]>([
  ['F6', 'F6', '', 'F6', 'pc', true],
  ['F6', 'F6', 'S', 'F6', 'pc', false],
  ['F6', 'F6', 'C', 'F6', 'pc', false],
  ['Shift+F6', 'F6', 'S', 'F6', 'pc', true],
  ['Shift+F6', 'F6', '', 'F6', 'pc', false],
  ['Ctrl+K', 'k', 'C', 'KeyK', 'pc', true],
  ['Ctrl+K', 'K', 'CS', 'KeyK', 'pc', false],
  ['Ctrl+K', 'k', 'M', 'KeyK', 'pc', false],
  ['Ctrl+K', 'k', 'M', 'KeyK', 'mac', true],
  ['Ctrl+K', 'k', 'C', 'KeyK', 'mac', false],
  // A keyboard of another script, and one on which another letter stands there.
  ['Ctrl+K', 'л', 'C', 'KeyK', 'pc', true],
  ['Ctrl+K', 't', 'C', 'KeyK', 'pc', false],
  ['Ctrl+K', 'k', 'C', 'KeyV', 'pc', true],
  ['Alt+Enter', 'Enter', 'A', 'Enter', 'pc', true],
  ['Alt+Enter', 'Enter', '', 'Enter', 'pc', false],
  ['Alt+Enter', 'Enter', 'CA', 'Enter', 'pc', false],
  ['Alt+Shift+PageDown', 'PageDown', 'AS', 'PageDown', 'pc', true],
  ['Alt+Shift+PageDown', 'PageDown', 'A', 'PageDown', 'pc', false],
  // A sign may need Shift, or not.
  ['?', '?', 'S', 'Slash', 'pc', true],
  ['?', '?', '', 'KeyP', 'pc', true],
  ['?', '?', 'AS', 'Slash', 'pc', false],
  ['?', '/', '', 'Slash', 'pc', false],
  ['Alt++', '+', 'A', 'BracketRight', 'pc', true],
  ['Alt++', '+', 'AS', 'Equal', 'pc', true],
  ['Alt++', '=', 'A', 'Equal', 'pc', true],
  ['Alt++', '+', 'A', 'NumpadAdd', 'pc', true],
  ['Alt++', '≠', 'A', 'Equal', 'mac', true],
  ['Alt++', '+', '', 'Equal', 'pc', false],
  ['Alt+-', '–', 'A', 'Minus', 'mac', true],
  ['Alt+-', '-', 'A', 'Slash', 'pc', true],
  ['Alt+0', '0', 'A', 'Digit0', 'pc', true],
  ['Alt+0', '0', 'C', 'Digit0', 'pc', false],
  // The Alt codes of Windows.
  ['Alt+0', 'Insert', 'A', 'Numpad0', 'pc', false],
])('%s: %s with %j at %s on a %s is %s', (written, key, held, code, machine, is) => {
  expect(isPressed(written, pressed(key, held, code), machine === 'mac')).toBe(is);
});

test.each([
  ['Ctrl+K', false, 'Ctrl+K'],
  ['Ctrl+K', true, 'Cmd+K'],
  ['Alt+Enter', true, 'Option+Enter'],
  ['Ctrl+K Ctrl+0', true, 'Cmd+K Cmd+0'],
])('%s on a Mac (%s) reads %s', (key, isMac, words) => {
  expect(keyWords(key, isMac)).toBe(words);
});
