import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARDS, lint } from '../language';
import { compileCollection } from '../rule';
import { rule } from '../testing/generate';
import '../testing/seed';
import { SarifLog } from './sarif';

/* The log is what OASIS's own schema of SARIF 2.1.0 asks for. */

/** The part of ajv that is used here. */
interface Ajv {
  compile(schema: unknown): {
    (value: unknown): boolean;
    readonly errors?: readonly { readonly instancePath: string; readonly message: string }[] | null;
  };
}

const load = createRequire(import.meta.url);
const Draft4 = load('ajv-draft-04') as new (options: object) => Ajv;
const addFormats = load('ajv-formats') as (ajv: Ajv) => void;
const SCHEMA = load.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

const ajv = new Draft4({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

/** What the schema has against a log, one line each. */
function objections(log: string): string[] {
  return validate(JSON.parse(log))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function logOf(...rules: readonly string[]): SarifLog {
  const log = new SarifLog([], '/rules');
  for (const [i, text] of rules.entries()) {
    const name = `${i} ä#%/a rule.yml`;
    log.add({ name, text }, lint(compileCollection(text, {}), { off: [], fileName: name }));
  }
  return log;
}

const BAD = [...CARDS.values()].map(({ bad }) => bad.replace(/[«»]/g, ''));

test('the schema finds what is wrong', () => {
  const { runs, ...head } = JSON.parse(logOf(BAD[0]!).text([]));
  expect(objections(JSON.stringify({ ...head, runs, more: 1 }))).not.toEqual([]);
  expect(objections(JSON.stringify({ ...head, runs: [{ ...runs[0], tool: {} }] }))).not.toEqual([]);
  expect(objections(JSON.stringify({ ...head, runs: [{ ...runs[0], columnKind: 'bytes' }] }))).not.toEqual(
    [],
  );
});

test.each<[string, string]>([
  ['no file at all', logOf().text([])],
  ['the bad example of each check, with its fixes', logOf(...BAD).text([])],
  ['a file that is no YAML', logOf('a: [').text([])],
  ['an empty file', logOf('').text([])],
  ['files that cannot be read', logOf(BAD[0]!).text([{ name: '../a b.yml', reason: 'it is too large.' }])],
])('%s', (_, log) => {
  expect(objections(log)).toEqual([]);
});

test('generated rules', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 3 }), (rules) => {
      expect(objections(logOf(...rules).text([]))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
