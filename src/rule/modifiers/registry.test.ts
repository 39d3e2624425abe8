import { describe, expect, test } from 'vitest';
import { compile } from '../compile/compile';
import { MODIFIERS, modifierNamed } from './registry';

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
