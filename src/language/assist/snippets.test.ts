import { expect, test } from 'vitest';
import { compile } from '../../rule';
import { complete } from './complete';
import { outlineOf } from './outline';
import { selectionSnippets, wholeRule } from './snippets';

/** The text that an editor inserts if nothing is filled in: the default texts, backslashes unescaped. */
function filled(insert: string): string {
  return insert.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
}

test('the whole rule compiles', () => {
  const { plan, diagnostics } = compile(filled(wholeRule({ today: '2026-02-03' }).insert));
  expect(diagnostics).toStrictEqual([]);
  expect(plan?.selections.map((s) => s.name)).toStrictEqual(['selection']);
});

test.each(selectionSnippets(outlineOf([])).map(({ label, insert }) => [label, insert]))(
  '%s compiles',
  (label, insert) => {
    const body = filled(insert).replace(/^/gm, '    ');
    const name = body.trim().split(':')[0]!;
    expect(name.startsWith(label)).toBe(true);
    const head = 'title: A\nlogsource:\n    product: windows\ndetection:\n';
    const { plan, diagnostics } = compile(`${head}${body}\n    condition: ${name}\n`);
    expect(diagnostics).toStrictEqual([]);
    expect(plan).not.toBeNull();
  },
);

test('a program is written with one backslash before it', () => {
  const { items } = complete('detection:\n    ', 15);
  expect(filled(items.find((i) => i.label === 'selection_img')!.insert)).toContain("endswith: '\\name.exe'");
});
