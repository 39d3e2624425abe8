import { expect, test } from 'vitest';
import { applyEdits } from '../text';
import { compileCollection } from './compile/compile-collection';
import { versionEdit } from './version-edit';

const BODY = 'detection:\n  s:\n    a[any]: x\n  condition: s\n';
const FLOW = 'logsource: {product: t}, detection: {s: {"a[any]": x}, condition: s}}';

/** The first document's text, and what it begins with once the version stands before its log source; null for none. */
const CASES: readonly [text: string, begins: string | null][] = [
  [`logsource: {product: t}\n${BODY}`, 'sigma-version: 3\nlogsource'],
  [`title: T\nlogsource: {product: t}\n${BODY}`, 'title: T\nsigma-version: 3\nlogsource'],
  [`\uFEFFlogsource: {product: t}\n${BODY}`, '\uFEFFsigma-version: 3\nlogsource'],
  [
    `  title: T\n  logsource: {product: t}\n${BODY.replace(/^(?=.)/gm, '  ')}`,
    '  title: T\n  sigma-version: 3\n  logs',
  ],
  [`{title: T, ${FLOW}`, '{title: T, sigma-version: 3, logsource'],
  [`--- {${FLOW}`, '--- {sigma-version: 3, logsource'],
  [`"logsource": {product: t}\n${BODY}`, 'sigma-version: 3\n"logsource"'],
  [`sigma-version: 2\nlogsource: {product: t}\n${BODY}`, 'sigma-version: 3\nlogsource'],
  [`sigma-version:\nlogsource: {product: t}\n${BODY}`, null],
];

test.each(CASES)('%j', (text, begins) => {
  const { tree } = compileCollection(text).documents[0]!.document;
  const key = tree.entries.find((one) => one.key.text === 'logsource')!.key.range;
  const edit = versionEdit(text, tree, key, '3');
  expect(edit !== null).toBe(begins !== null);
  if (!edit || begins === null) return;
  const written = applyEdits(text, [edit]);
  expect(written.slice(0, begins.length)).toBe(begins);
  expect(compileCollection(written).plans.map(({ rule }) => rule.spec)).toEqual(['proposals']);
});
