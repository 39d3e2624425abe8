import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../text';
import { compileCollection } from '../compile/compile-collection';
import { MODIFIERS, modifierNames } from './registry';

const rule = (key: string, value = 'a') =>
  `title: T\nlogsource: {product: p}\ndetection:\n  s:\n    ${key}: ${value}\n  condition: s\n`;

/** What the fix of an unknown modifier makes of a key; null without one. */
function fixed(key: string): string | null {
  const text = rule(key);
  const [first] = compileCollection(text).diagnostics.filter(({ code }) => code === 'modifier-unknown');
  const fix = first?.fixes?.[0];
  return fix ? /\n {4}(.*): a\n/.exec(applyEdits(text, fix.edits))![1]! : null;
}

describe('what an unknown modifier was meant to be', () => {
  test.each<[key: string, fixed: string | null]>([
    // Other languages' names.
    ['F|ne', 'F|neq'],
    ['F|not', 'F|neq'],
    ['F|!', 'F|neq'],
    ['F|!=', 'F|neq'],
    ['F|is_not', 'F|neq'],
    ['F|in', 'F'],
    ['F|any', 'F'],
    ['F|notin', 'F|neq'],
    ['F|equals', 'F'],
    ['F|nocase', 'F'],
    ['F|contains|nocase', 'F|contains'],
    ['F|like', 'F'],
    ['F|regex', 'F|re'],
    ['F|matches', 'F|re'],
    ['F|starts_with', 'F|startswith'],
    ['F|begins', 'F|startswith'],
    ['F|subnet', 'F|cidr'],
    ['F|>=', 'F|gte'],
    ['F|le', 'F|lte'],
    ['F|and', 'F|all'],
    ['F|case_sensitive', 'F|cased'],
    // Negated.
    ['F|!contains', 'F|contains|neq'],
    ['F|not_contains', 'F|contains|neq'],
    ['F|ncontains', 'F|contains|neq'],
    ['F|notendswith|all', 'F|endswith|neq|all'],
    ['F|doesnotcontain', 'F|contains|neq'],
    // In other case, unfinished, or misspelled.
    ['F|Contains', 'F|contains'],
    ['F|endsw', 'F|endswith'],
    ['F|contians', 'F|contains'],
    // No one fix is right.
    ['F|isnull', null],
    ['F|not_exists', null],
    ['F|count', null],
    ['F|', null],
    ['F|qwertz', null],
  ])('%s', (key, expected) => expect(fixed(key)).toBe(expected));

  test('what is offered compiles', () => {
    for (const name of ['ne', 'not', 'in', 'eq', 'regex', 'nocase', '!re', 'not_startswith', 'like'])
      expect(compileCollection(rule(fixed(`F|${name}`)!)).diagnostics, name).toEqual([]);
  });

  test('a name that exists is never unknown', () => {
    expect(modifierNames().length).toBeGreaterThanOrEqual(MODIFIERS.length);
    for (const name of modifierNames())
      expect(compileCollection(rule(`F|${name}`)).diagnostics.map(({ code }) => code)).not.toContain(
        'modifier-unknown',
      );
  });
});
