import { expect, test } from 'vitest';
import { tellingPart } from './part';

const CASES: readonly [listed: string[], actual: string, others: string[], part: string | null][] = [
  // Built as a value of the list is.
  [['http://'], 'curl -O ftp://192.0.2.1/a.txt', [], 'ftp://'],
  [[' -enc ', ' -e '], 'powershell.exe -NoProfile -w hidden', [], ' -NoProfile '],
  [['\\temp\\'], 'C:\\Windows\\Tasks\\a.exe', [], '\\Tasks\\'],
  [['.vbs'], 'wscript a.jse', [], '.jse'],
  [['-urlcache -f '], 'certutil /verifyctl /f x', [], '/verifyctl /f '],
  // A dash inside a word is one of its characters.
  [['Export-Certificate '], 'powershell Remove-Item a.txt', [], 'Remove-Item '],
  // A word that stands where the values of the list stand, and in none of the events that have one.
  [['http'], 'certutil -urlcache -f ftp://h/a a', ['certutil -urlcache -f http://h/a a'], 'ftp'],
  [['whoami', 'net user'], 'cmd.exe /c systeminfo > out.txt', ['cmd.exe /c whoami > out.txt'], 'systeminfo'],
  // Not the program, what all events have, numbers, ids, or names of people.
  [['alpha'], 'tool.exe 4711 192.0.2.1 C:\\Users\\ana\\beta.txt', [], 'beta.txt'],
  [['alpha'], 'tool 0x1f2e3d4c 3f2504e0-4f89-11d3-9a0c-0305e82c3301 gamma', [], 'gamma'],
  [['alpha'], 'tool ana', [], 'tool'],
  // One word is the whole value.
  [['alpha'], 'whoami', [], 'whoami'],
  // Nothing tells.
  [['alpha'], '12 34', [], null],
  [['alpha'], '', [], null],
];

test.each(CASES)('%j, and the event has %j', (listed, actual, others, part) => {
  expect(tellingPart(actual, { listed, others, names: new Set(['ana']) })).toBe(part);
});

test('a part is looked for in long values in a time that does not grow with their square', () => {
  const names: ReadonlySet<string> = new Set();
  expect(tellingPart(`a${' '.repeat(3_990)}b`, { listed: ['  x  '], others: [], names })).toBeNull();
  expect(tellingPart('x'.repeat(5_000), { listed: ['a-b'], others: [], names })).toBeNull();
});
