import { describe, expect, test } from 'vitest';
import { compile } from '../compile/compile';
import { MODIFIERS, modifierNamed, modifierNames } from './registry';

/** The modifiers in the table of semantics.md. */
const TABLE =
  'contains startswith endswith all exists cased neq re i m s cidr windash base64 base64offset utf16le wide utf16be utf16 lt lte gt gte minute hour day week month year fieldref expand';

test('the registry has exactly the modifiers of the table', () => {
  expect(modifierNames().sort()).toEqual(TABLE.split(' ').sort());
});

test('`utf16le` is `wide`', () => {
  expect(modifierNamed('utf16le')).toBe(modifierNamed('wide'));
});

test.each(['Contains', 'CONTAINS', '', 'toString', 'constructor', '__proto__'])(
  '%j is not a modifier',
  (name) => {
    expect(modifierNamed(name)).toBeUndefined();
  },
);

describe('the example in the documentation of each modifier compiles without problems', () => {
  test.each(MODIFIERS.map((m) => [m.name, m.doc] as const))('%s', (name, { example, summary }) => {
    const text = `title: x\nlogsource: {product: x}\ndetection:\n  s:\n    ${example}\n  condition: s\n`;
    const { plan, diagnostics } = compile(text, { placeholders: { admin_users: ['root'] } });
    expect(diagnostics).toEqual([]);
    expect(plan).not.toBeNull();
    expect(example).toContain(`|${name}`);
    expect(summary).toMatch(/\.$/);
  });
});
