import { lint } from '../language';
import { compileCollection } from '../rule';
import { catalog } from '../testing/corpus';
import { sharedDir } from '../testing/shared-dir';
import { catalogs } from './catalogs';
import { compareByPiece, report, rounded } from './figure';

const PIECE = 200;
const LIMIT = 2;

/** Checking whole catalogs, against reading and compiling the same texts. */
export function linting(): boolean {
  const shared = sharedDir();
  const all =
    shared === null ? [] : [{ name: 'all of SigmaHQ', texts: catalog(shared).map(({ text }) => text) }];
  return [...catalogs().slice(0, 1), ...all].map(({ name, texts }) => lintOne(name, texts)).every(Boolean);
}

function lintOne(name: string, texts: readonly string[]): boolean {
  const pieces: string[][] = [];
  for (let at = 0; at < texts.length; at += PIECE) pieces.push(texts.slice(at, at + PIECE));
  let compiled: ReturnType<typeof compileCollection>[] = [];
  let findings = 0;
  const taken = compareByPiece(
    pieces,
    5,
    () => {
      for (const collection of compiled) findings += lint(collection).length;
    },
    (piece) => (compiled = piece.map((text) => compileCollection(text))),
  );
  return report({
    figure: `${name}: checking, against reading and compiling`,
    rules: texts.length,
    findings: findings / 6,
    'compile ms': Math.round(taken.measure),
    'lint ms': Math.round(taken.work),
    ratio: rounded(taken.ratio),
    limit: LIMIT,
    ok: taken.ratio <= LIMIT,
  });
}
