import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { bomOf } from '../../.ci/sbom';

/*
 * The bill of materials follows CycloneDX's own schema, for the packages that the page may use. Which of them it does use
 * is known to the build; e2e/about.spec.ts looks at that one.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCHEMAS = join(ROOT, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
/** A schema under the name by which the others call it. */
const schema = (name: string) => {
  const file = `${name}.SNAPSHOT.schema.json`;
  return { ...read(join(SCHEMAS, file)), $id: `http://cyclonedx.org/schema/${file}` };
};

const { dependencies } = read(join(ROOT, 'package.json')) as { dependencies: Record<string, string> };
const FOLDERS = Object.keys(dependencies).map((name) => join(ROOT, 'node_modules', name));

interface Bom {
  readonly components: readonly { readonly purl?: string; readonly hashes?: readonly object[] }[];
}

const ajv = new Ajv({ strict: false, schemas: [schema('spdx'), schema('jsf-0.82')] });
for (const name of ['iri-reference', 'idn-email', 'date-time', 'email']) ajv.addFormat(name, true);
const isValid = ajv.compile(schema('bom-1.6'));

test('the bill of materials is valid, and has a hash for each package', () => {
  const bom = bomOf(FOLDERS, ROOT) as Bom;
  isValid(bom);
  expect(isValid.errors).toBeNull();
  const packages = bom.components.filter(({ purl }) => purl);
  expect(packages).toHaveLength(FOLDERS.length);
  expect(packages.filter(({ hashes }) => hashes?.length !== 1)).toEqual([]);
});

test('the schema refuses a bill with a licence that there is not', () => {
  const bom = bomOf(FOLDERS, ROOT) as { components: object[] };
  isValid({ ...bom, components: [{ ...bom.components[0], licenses: [{ license: { id: 'No-Such' } }] }] });
  expect(isValid.errors).not.toBeNull();
});

test('the bill does not depend on where or when it is made', () => {
  const once = JSON.stringify(bomOf(FOLDERS, ROOT));
  expect(JSON.stringify(bomOf([...FOLDERS].reverse(), ROOT))).toBe(once);
  expect(once).not.toContain(ROOT);
});
