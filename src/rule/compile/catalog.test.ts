import { expect, test } from 'vitest';
import { type CatalogFile, catalog } from '../../testing/corpus';
import { describeWithShared } from '../../testing/shared';
import type { RuleDiagnostic } from '../codes';

import type { Collection } from './collection-plan';
import { compileCollection } from './compile-collection';

/** What prevents evaluation of a document. An error of style (`lint`) does not and is counted separately. */
const blocks = (d: RuleDiagnostic) => d.severity === 'error' && !d.lint;

interface Compiled extends CatalogFile {
  readonly collection: Collection;
}

/** Files by the codes that block them, `lint` errors with a `~`, warnings with a `?`; and how many files have none. */
function table(files: readonly Compiled[]): Record<string, number> {
  const counts: Record<string, number> = { files: files.length, 'without error': 0, documents: 0 };
  for (const { collection } of files) {
    const { diagnostics, plans, correlations, filters } = collection;
    if (!diagnostics.some(blocks)) counts['without error']!++;
    counts.documents! += plans.length + correlations.length + filters.length;
    const codes = diagnostics.map((d) => `${d.code}${d.lint ? '~' : d.severity === 'error' ? '' : '?'}`);
    for (const code of new Set(codes)) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** Compiles with a value for every placeholder that the compiler asks for, and says which it asked for. */
function withPlaceholders(text: string): { collection: Collection; asked: string[] } {
  const placeholders: Record<string, string[]> = {};
  for (;;) {
    const collection = compileCollection(text, { placeholders });
    const unset = collection.diagnostics.filter((d) => d.code === 'placeholder-unset');
    const names = unset.map((d) => /%([^%]+)%/.exec(text.slice(d.range.start, d.range.end))?.[1]);
    const asked = names.filter((name) => name !== undefined && !Object.hasOwn(placeholders, name));
    if (asked.length === 0) return { collection, asked: Object.keys(placeholders) };
    for (const name of asked) placeholders[name!] = ['one', 'two*'];
  }
}

/** Rules outside the folders for unsupported rules that cannot be evaluated, through a fault of their own. */
const EXCEPTIONS: readonly (readonly [path: string, code: string, cause: string])[] = [
  [
    'rules-emerging-threats/2026/Exploits/CVE-2026-54121/win_security_adcs_certighost_cdc_chase_request.yml',
    'placeholder-unset',
    'a placeholder rule that stands outside rules-placeholder/: it asks for %known_cdcs%',
  ],
  [
    'rules-emerging-threats/2026/Exploits/CVE-2026-54121/win_security_adcs_certighost_cert_issued_via_chase.yml',
    'placeholder-unset',
    'a placeholder rule that stands outside rules-placeholder/: it asks for %known_cdcs%',
  ],
];

const APART = ['unsupported', 'deprecated', 'rules-placeholder'];

describeWithShared('every rule of the SigmaHQ catalog', (shared) => {
  const files = catalog(shared).map(
    (file): Compiled => ({ ...file, collection: compileCollection(file.text) }),
  );
  const within = (folder: string) => files.filter((file) => file.folder === folder);

  test('all files are read', () => expect(files.length).toBe(4039));

  test('no rule has an error outside the folders for unsupported rules, except those named here', () => {
    const errors = files
      .filter(({ folder }) => !APART.includes(folder))
      .flatMap(({ path, collection }) => collection.diagnostics.filter(blocks).map((d) => [path, d.code]));
    expect(errors).toEqual(EXCEPTIONS.map(([path, code]) => [path, code]));
  });

  test.each([
    // the folder, its files, those without error, the documents that compile; files by code, `~` a lint, `?` a
    // warning
    ['rules', { files: 3141, 'without error': 3141, documents: 3141, 'yaml-1-1?': 1 }],
    ['rules-compliance', { files: 3, 'without error': 3, documents: 3 }],
    ['rules-emerging-threats', { files: 473, 'without error': 471, documents: 471, 'placeholder-unset': 2 }],
    ['rules-threat-hunting', { files: 140, 'without error': 140, documents: 140 }],
    ['rules-placeholder', { files: 23, 'without error': 0, documents: 0, 'placeholder-unset': 23 }],
    [
      'deprecated',
      {
        files: 172,
        'without error': 168,
        documents: 168,
        'condition-aggregation': 1,
        'placeholder-unset': 3,
        'timeframe~': 1,
      },
    ],
    [
      'unsupported',
      {
        files: 87,
        'without error': 29,
        documents: 31,
        'condition-aggregation': 54,
        'condition-syntax': 4,
        'timeframe~': 47,
        'collection-action~': 3,
      },
    ],
  ])('%s', (folder, expected) => expect(table(within(folder))).toEqual(expected));

  test('every file is in one of these folders', () => {
    const folders = [...new Set(files.map((f) => f.folder))].sort();
    expect(folders).toEqual([
      'deprecated',
      'rules',
      'rules-compliance',
      'rules-emerging-threats',
      'rules-placeholder',
      'rules-threat-hunting',
      'unsupported',
    ]);
  });

  test('conditions that cannot be read are in a language of their own that no version of Sigma has', () => {
    const found = within('unsupported').filter(({ collection }) =>
      collection.diagnostics.some((d) => d.code === 'condition-syntax'),
    );
    expect(found.map(({ path }) => path.replace(/^.*\//, ''))).toEqual([
      'net_dns_high_subdomain_rate.yml',
      'sysmon_always_install_elevated_parent_child_correlated.yml',
      'win_dumping_ntdsdit_via_dcsync.yml',
      'win_dumping_ntdsdit_via_netsync.yml',
    ]);
  });

  test('every rule that asks for placeholders compiles once they have values', () => {
    const asking = files.filter(({ collection }) =>
      collection.diagnostics.some((d) => d.code === 'placeholder-unset'),
    );
    const names = new Set<string>();
    for (const { path, text } of asking) {
      const { collection, asked } = withPlaceholders(text);
      expect(asked.length, path).toBeGreaterThan(0);
      expect(collection.diagnostics.filter(blocks), path).toEqual([]);
      expect(collection.plans.length, path).toBe(1);
      for (const name of asked) names.add(name);
    }
    expect([asking.length, names.size]).toEqual([28, 27]);
  });
});
