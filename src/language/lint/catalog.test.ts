import { expect, test } from 'vitest';
import { compileCollection } from '../../rule';
import { catalog } from '../../testing/corpus';
import { describeWithShared } from '../../testing/shared';
import { applyEdits, plain } from '../../text';
import { lint } from './lint';

/**
 * Every finding of severity `error` in the catalog, by code and folder. Each was checked: they are rules that their
 * authors keep apart because they do not work as written, and rules with placeholders that each installation sets.
 */
const ERRORS: Readonly<Record<string, readonly [count: number, reason: string]>> = {
  'placeholder-unset rules-placeholder': [33, 'the folder is of rules whose placeholders have to be set'],
  'placeholder-unset rules-emerging-threats': [2, 'hosts and accounts that each installation sets'],
  'placeholder-unset deprecated': [8, 'older rules of the folder rules-placeholder'],
  'condition-aggregation unsupported': [54, 'counts of Sigma 1.x, which is why the rules are unsupported'],
  'condition-aggregation deprecated': [1, 'a count of Sigma 1.x'],
  'timeframe unsupported': [47, 'the time of such counts'],
  'timeframe deprecated': [1, 'the time of such a count'],
  'condition-syntax unsupported': [4, 'conditions in prose, for engines that do not exist'],
  'collection-action unsupported': [3, 'collections of Sigma 1.x'],
};

/**
 * Every warning in the catalog, by code: how many, and why they are correct. Each was checked. If a check blames a
 * correct rule, change the check, not this table.
 */
const WARNINGS: Readonly<Record<string, readonly [count: number, reason: string]>> = {
  'condition-idle-part': [1, 'an alternative that another one, `1 of` a wider pattern, covers'],
  'date-format': [466, 'dates with slashes in rules that are deprecated or unsupported'],
  'field-case': [1, 'a name that is written in no export of the source'],
  'image-without-path': [4, 'names of programs held against fields with whole paths'],
  'list-item-twice': [1, 'the same false positive twice'],
  'logsource-misplaced': [1, 'a category as a product, in an unsupported rule'],
  'original-file-name-path': [10, 'a backslash before the name that a program was given by its author'],
  'related-id': [3, 'rules that are related to themselves'],
  'tag-value': [4, 'CVEs with a second dot, as Sigma 1.x wrote them'],
  'value-matches-all': [1, 'an empty value in a list, which leaves the others idle'],
  'value-missing': [2, '`null` is meant, and not written'],
  'yaml-1-1': [2, 'layouts of keyboards that are numbers in one version of YAML and text in the other'],
};

/** Checks whose fixes write the same tests differently. */
const SAME_TESTS: ReadonlySet<string> = new Set([
  'backslash-doubled',
  'condition-case',
  'condition-precedence',
  'regex-inline-flag',
  'wildcard-doubled',
  'wildcard-for-modifier',
  'wildcard-redundant',
]);

/** Every test of every value of a text, ignoring how an expression's flags are written. */
function testsOf(text: string): string[] {
  return compileCollection(text).plans.flatMap(({ plan }) =>
    plan.values.flatMap(({ variants }) =>
      variants.map(({ predicate }) => {
        const expression = /^regex:(true|false)(true|false)(true|false):(?:\(\?i\))?(.*)$/s.exec(
          predicate.key,
        );
        return expression ? `regex ${expression[4]}` : predicate.key.replace(/\*+/g, '*');
      }),
    ),
  );
}

describeWithShared('the checks over the catalog', (shared) => {
  const files = catalog(shared).map((file) => {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    return { ...file, name, found: lint(compileCollection(file.text), { fileName: name }) };
  });

  test('no errors except those that were checked', () => {
    const counts: Record<string, number> = {};
    for (const { folder, found } of files)
      for (const { code, severity } of found)
        if (severity === 'error') counts[`${code} ${folder}`] = (counts[`${code} ${folder}`] ?? 0) + 1;
    expect(counts).toEqual(Object.fromEntries(Object.entries(ERRORS).map(([key, [count]]) => [key, count])));
  });

  test('no warnings except those that were checked', () => {
    const counts: Record<string, number> = {};
    for (const { found } of files)
      for (const { code, severity } of found)
        if (severity === 'warning') counts[code] = (counts[code] ?? 0) + 1;
    expect(counts).toEqual(
      Object.fromEntries(Object.entries(WARNINGS).map(([key, [count]]) => [key, count])),
    );
  });

  test('rules in use have few findings, and none twice', () => {
    const inForce = files.filter(({ folder }) => folder === 'rules');
    expect(inForce.length).toBeGreaterThan(3000);
    const warned = inForce.filter(({ found }) => found.some(({ severity }) => severity === 'warning'));
    expect(warned.length / inForce.length).toBeLessThan(0.01);
    for (const { found, path } of inForce) {
      const told = found.map(({ code, range, message }) => `${code} ${range.start} ${plain(message)}`);
      expect(new Set(told).size, path).toBe(told.length);
    }
  });

  test('fixes to how a value is written keep its meaning', () => {
    let compared = 0;
    for (const { text, found, path } of files) {
      for (const { code, fixes = [] } of found) {
        if (!SAME_TESTS.has(code)) continue;
        for (const { edits } of fixes) {
          expect(testsOf(applyEdits(text, edits)), `${path}: ${code}`).toEqual(testsOf(text));
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(30);
  });

  test('the first fix of each kind leaves a rule that compiles, without the finding', () => {
    for (const { text, found, name, path } of files) {
      const blocked = found.some(({ severity, lint: style }) => severity === 'error' && !style);
      if (blocked) continue;
      const tried = new Set<string>();
      for (const { code, fixes = [] } of found) {
        // Of a list of five hundred, the first is enough.
        if (tried.has(code)) continue;
        tried.add(code);
        for (const { edits, title } of fixes) {
          const left = lint(compileCollection(applyEdits(text, edits)), { fileName: name });
          const where = `${path}: ${code}: ${title}`;
          expect(
            left.filter(({ severity, lint: style }) => severity === 'error' && !style),
            where,
          ).toEqual([]);
          const count = (list: typeof found) => list.filter((d) => d.code === code).length;
          expect(count(left), where).toBeLessThan(count(found));
        }
      }
    }
  });
});
