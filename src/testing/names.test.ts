import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import {
  type Expression,
  isAsExpression,
  isBinaryExpression,
  isElementAccessExpression,
  isIdentifier,
  isNonNullExpression,
  isParenthesizedExpression,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { API, type Type, TypeFlags } from 'typescript/unstable/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';

/*
 * A name that a user wrote is data. An object that is looked up by brackets or `in` also answers for `constructor`
 * and `toString`, and an assignment loses `__proto__`. The compiler knows where that can happen: wherever the name is
 * a `string` and no narrower type. Use `own`, `put` and `byName` of `src/text/names.ts` there, or a `Map`. An object
 * without a prototype may be looked up where it is made.
 */

/** The files that look up on behalf of all others. */
const HOMES = new Set(['src/text/names.ts', 'src/event/json.ts']);
/** What only tests use. */
const FOR_TESTS = /\.test\.tsx?$|(?:^|\/)testing(?:\/(?!oracle)|\.ts)/;

interface LookUp {
  readonly node: Node;
  readonly object: Expression;
  readonly name: Expression;
}

/** Where an object is looked up by any name: the file, the line and the code. */
function lookUps(folder: string, isMeant: (path: string) => boolean): string[] {
  const api = new API({ cwd: folder });
  try {
    const { program, checker } = api.updateSnapshot({ openProject: 'tsconfig.json' }).getProjects()[0]!;
    return program.getSourceFileNames().flatMap((file) => {
      const path = relative(folder, file);
      const source = isMeant(path) ? program.getSourceFile(file) : undefined;
      if (!source) return [];
      const asked: LookUp[] = [];
      const visit = (node: Node): void => {
        if (isElementAccessExpression(node))
          asked.push({ node, object: node.expression, name: withoutCast(node.argumentExpression) });
        else if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword)
          asked.push({ node, object: node.right, name: withoutCast(node.left) });
        node.forEachChild(visit);
      };
      visit(source);
      if (asked.length === 0) return [];
      const types = checker.getTypeAtLocation(asked.map(({ name }) => name));
      return asked.flatMap(({ node, object }, i) => {
        if (!mayBeAnyText(types[i]) || isBare(object, source.text)) return [];
        const line = source.text.slice(0, node.end).split('\n').length;
        return [`${path}:${line} ${source.text.slice(node.pos, node.end).trim()}`];
      });
    });
  } finally {
    api.close();
  }
}

/** A cast says what a name is taken for, not what it is. */
function withoutCast(name: Expression): Expression {
  const isWrapped = isAsExpression(name) || isNonNullExpression(name) || isParenthesizedExpression(name);
  return isWrapped ? withoutCast(name.expression) : name;
}

function mayBeAnyText(type: Type | undefined): boolean {
  if (!type) return false;
  if (type.isUnionType()) return type.getTypes().some(mayBeAnyText);
  return (type.flags & TypeFlags.String) !== 0;
}

/** True for an object that the same file makes without a prototype. */
function isBare(object: Expression, text: string): boolean {
  if (!isIdentifier(object)) return false;
  return new RegExp(`const ${object.text}(?:: [^=\\n]*)? = Object\\.create\\(null\\)`).test(text);
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'names-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each<[code: string, found: number]>([
  ['rows[name]', 1],
  ['rows[name as "a"]', 1],
  ['rows[(name as keyof typeof rows)!]', 1],
  ['rows[name] = 1', 1],
  ['rows["a" + name]', 1],
  ['name in rows', 1],
  ['rows[name === "a" ? name : "b"]', 0],
  ['rows["a"]', 0],
  ['"a" in rows', 0],
  ['const bare: Record<string, number> = Object.create(null); bare[name]', 0],
  ['[1, 2][name.length]', 0],
  ['new Map(Object.entries(rows)).get(name)', 0],
])('%s', (code, found) => {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{"compilerOptions": {"strict": true}, "include": ["one.ts"]}',
  );
  writeFileSync(
    join(folder, 'one.ts'),
    `const rows: Record<string, number> = { a: 1 };\nexport function one(name: string) {\n${code};\n}`,
  );
  expect(lookUps(folder, (path) => path === 'one.ts')).toHaveLength(found);
});

test('no object of the engine or the page is looked up by an arbitrary name', () => {
  const isMeant = (path: string) => /^(?:src|app)\//.test(path) && !FOR_TESTS.test(path) && !HOMES.has(path);
  expect(lookUps(process.cwd(), isMeant)).toEqual([]);
});
