import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * How style sheets are organised. A panel's sheet is named like the prefix of its classes: `entry.css` has `.entry` and
 * `.entry-title`. The sheets of `ui` have the classes that every panel may use. So a class tells where it is styled,
 * and no sheet reaches into another panel.
 */

const APP = join(import.meta.dirname, '..');
/** Classes of Monaco. */
const FOREIGN = ['monaco-editor', 'view-line'];
/** Classes without styles, by which the browser tests find things. */
const UNSTYLED = ['mark-match', 'mark-whole', 'indicators-field', 'indicators-kind', 'indicators-effect'];

interface Rule {
  readonly selector: string;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

interface Sheet {
  readonly path: string;
  /** The prefix of its classes; null for a sheet of `ui`. */
  readonly prefix: string | null;
  readonly text: string;
  readonly rules: readonly Rule[];
}

interface Source {
  readonly path: string;
  readonly text: string;
  /** The words in its strings. */
  readonly words: ReadonlySet<string>;
  /** The part of a template before a placeholder, up to a hyphen: `cell-` for `cell-${state}`. */
  readonly starts: readonly string[];
}

const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).sort();
const sheets = files.filter((file) => file.endsWith('.css')).map(readSheet);
const tokens = sheets.find(({ path }) => path === 'ui/tokens.css')!;
const others = sheets.filter((sheet) => sheet !== tokens);
const shared = sheets.filter(({ prefix }) => prefix === null).flatMap((sheet) => [...defined(sheet)]);
const sources = files.filter((file) => /(?<!\.test)\.tsx?$/.test(file)).map(readSource);

function readSheet(path: string): Sheet {
  const text = readFileSync(join(APP, path), 'utf8');
  const prefix = dirname(path) === 'ui' ? null : basename(path, '.css');
  return { path, prefix, text, rules: rulesIn(text.replace(/\/\*[\s\S]*?\*\//g, '')) };
}

/** The rules of a sheet, including those inside conditions. */
function rulesIn(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const [, selector = '', body = ''] of text.matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    const declarations = body.split(/;\s*\n/).flatMap((line) => {
      const [, property, value] = /^\s*([\w-]+)\s*:\s*([\s\S]*?)\s*;?\s*$/.exec(line) ?? [];
      return property && value ? [[property, value] as const] : [];
    });
    rules.push({ selector: selector.trim(), declarations });
  }
  return rules;
}

function classesIn(selector: string): string[] {
  return [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name);
}

function defined(sheet: Sheet): Set<string> {
  const names = sheet.rules.flatMap(({ selector }) => classesIn(selector));
  return new Set(names.filter((name) => sheet.prefix === null || belongs(name, sheet.prefix)));
}

function belongs(name: string, prefix: string): boolean {
  return name === prefix || name.startsWith(`${prefix}-`);
}

function readSource(path: string): Source {
  const text = readFileSync(join(APP, path), 'utf8');
  const code = text.replace(/^import .*$/gm, '').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  const strings = [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].map(
    (m) => m[1] ?? m[2] ?? m[3] ?? '',
  );
  const inner = strings.flatMap((one) => [...one.matchAll(/'([^']*)'/g)].map((m) => m[1] ?? ''));
  const words = [...strings, ...inner].flatMap((one) => one.replace(/\$\{[^}]*\}/g, '…').split(/\s+/));
  return {
    path,
    text,
    words: new Set(words.filter((word) => !word.includes('…'))),
    starts: words.flatMap((word) => (/^[\w-]+-…$/.test(word) ? [word.slice(0, -1)] : [])),
  };
}

/** The classes that a source names, as far as they are written out. */
function classNamesIn({ text }: Source): string[] {
  return [...text.matchAll(/(?:className|textClass)(?:=|: )(?:"([^"]*)"|(.*))/g)].flatMap((m) => {
    if (m[1] !== undefined) return m[1].split(' ');
    // From an expression: its strings, except those that something is compared with, up to the next attribute.
    const [expression = ''] = (m[2] ?? '').replace(/[!=]== '[^']*'/g, '').split(/\}(?=[\s>]|$)|, \w+: |;/);
    const strings = [...expression.matchAll(/'([^']*)'|`([^`]*)`/g)].map((s) => s[1] ?? s[2] ?? '');
    const words = strings.flatMap((one) => one.replace(/\$\{[^}]*\}/g, '…').split(' '));
    return words.filter((word) => word !== '' && !word.includes('…'));
  });
}

/** What breaks a law in each of the sheets, with the sheet's path. */
function broken(law: (sheet: Sheet) => readonly unknown[], among = sheets): string[] {
  return among.flatMap((sheet) => law(sheet).map((wrong) => `${sheet.path}: ${wrong}`));
}

function isWithin(path: string, folder: string): boolean {
  return !relative(folder, dirname(path)).startsWith('..');
}

function isUsed(name: string, folder: string | null): boolean {
  return sources.some(
    ({ path, words, starts }) =>
      (folder === null || isWithin(path, folder)) &&
      (words.has(name) || starts.some((start) => name.startsWith(start))),
  );
}

/** Each declaration of a sheet as it is written. */
function declarations(sheet: Sheet, wanted: (property: string, value: string) => boolean): string[] {
  return sheet.rules.flatMap((rule) =>
    rule.declarations.filter(([p, v]) => wanted(p, v)).map(([p, v]) => `${rule.selector} { ${p}: ${v} }`),
  );
}

describe('a sheet', () => {
  test('has at most 250 lines', () => {
    expect(broken(({ text }) => [text.split('\n').length].filter((lines) => lines > 251))).toEqual([]);
  });

  test('has no class that nothing in its folder uses', () => {
    const idle = broken((sheet) => {
      const folder = sheet.prefix === null ? null : dirname(sheet.path);
      return [...defined(sheet)].filter((name) => !FOREIGN.includes(name) && !isUsed(name, folder));
    });
    expect(idle).toEqual([]);
  });

  test('styles its own: each selector has a class of its own, and beside it none but those of `ui`', () => {
    const wrong = broken(({ prefix, rules }) =>
      prefix === null
        ? []
        : rules.flatMap(({ selector }) =>
            selector.split(/,(?![^(]*\))/).filter((one) => {
              const names = classesIn(one);
              const rest = names.filter((name) => !belongs(name, prefix));
              return (
                rest.length === names.length ||
                rest.some((name) => !shared.includes(name) && !FOREIGN.includes(name))
              );
            }),
          ),
    );
    expect(wrong).toEqual([]);
  });

  test('is imported', () => {
    const imports = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/^import '(.*\.css)';$/gm)].map((m) => join(dirname(path), m[1] ?? '')),
    );
    expect(sheets.map(({ path }) => path).filter((path) => !imports.includes(path))).toEqual([]);
  });

  test('has no colour of its own', () => {
    const raw =
      /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|light-dark)\(|\b(?:white|black|red|green|blue|gr[ae]y)\b/i;
    expect(broken((sheet) => declarations(sheet, (_, value) => raw.test(value)), others)).toEqual([]);
  });

  test('has no size of type and no spacing of its own, but hairlines', () => {
    const held =
      /^(font|font-size|line-height|letter-spacing|border(-\w+)*-radius|((row|column)-)?gap|(padding|margin)(-\w+)*)$/;
    const raw = /(?<![\w.-])-?(?!(?:0|1)px)\d*\.?\d+px/;
    const own = broken((sheet) => declarations(sheet, (p, v) => held.test(p) && raw.test(v)), others);
    expect(own).toEqual([]);
  });

  test('names no property that is set nowhere', () => {
    const set = new Set(sheets.flatMap(({ rules }) => rules.flatMap((r) => r.declarations.map(([p]) => p))));
    const unset = broken(({ text }) =>
      [...text.matchAll(/var\((--[\w-]+)/g)].map((m) => m[1] ?? '').filter((name) => !set.has(name)),
    );
    expect(unset).toEqual([]);
  });
});

test('no class is defined in two sheets', () => {
  const places = new Map<string, string[]>();
  // The first part of a selector is what is styled, or what contains it.
  for (const { path, rules } of sheets)
    for (const name of new Set(
      rules.flatMap(({ selector }) => selector.split(',').map((one) => classesIn(one)[0])),
    ))
      if (name) places.set(name, [...(places.get(name) ?? []), path]);
  expect([...places].filter(([name, paths]) => paths.length > 1 && !FOREIGN.includes(name))).toEqual([]);
});

test('no name of `ui` begins as those of a panel do, and no two sheets have one name', () => {
  const prefixes = sheets.flatMap(({ prefix }) => prefix ?? []);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  expect(shared.filter((name) => prefixes.some((prefix) => belongs(name, prefix)))).toEqual([]);
});

test('every class that a component names is styled, by `ui` or by a sheet of its folder or of one above', () => {
  const missing = sources
    .filter(({ path }) => path.endsWith('.tsx') || path.startsWith('editor/'))
    .flatMap((source) => {
      const { path } = source;
      const known = sheets.filter((sheet) => sheet.prefix === null || isWithin(path, dirname(sheet.path)));
      const names = new Set(known.flatMap((sheet) => [...defined(sheet)]));
      return classNamesIn(source)
        .filter((name) => !names.has(name) && !UNSTYLED.includes(name))
        .map((name) => `${path}: ${name}`);
    });
  expect(missing).toEqual([]);
});

test('every token is used', () => {
  const all = [...others.map(({ text }) => text), tokens.text].join('\n');
  const code = sources.map(({ text }) => text).join('\n');
  const idle = [...tokens.text.matchAll(/^\s+(--[\w-]+):/gm)]
    .map((m) => m[1] ?? '')
    .filter((name) => !all.includes(`var(${name})`) && !code.includes(`'${name}'`));
  expect(idle).toEqual([]);
});
