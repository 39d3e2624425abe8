import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogRule, Level } from '../../../../src/catalog';
import { withHits } from '../../hits';
import { EventCounter } from './fired';
import { isCounted, leastName, queryFor, sourceCounts } from './look';
import { SHADES, shadeOf, shadeWords } from './shade';

const rule = (level: Level, product?: string, category?: string): CatalogRule => ({
  title: '',
  level,
  id: null,
  status: null,
  author: null,
  date: null,
  tags: [],
  logsource: { ...(product ? { product } : {}), ...(category ? { category } : {}) },
  path: '',
  document: 0,
});
const PROCESS = rule('high', 'windows', 'process_creation');

describe('which rules are counted', () => {
  test.each<[CatalogRule, Level | null, string | null, boolean]>([
    [PROCESS, null, null, true],
    [PROCESS, 'high', null, true],
    [PROCESS, 'critical', null, false],
    [PROCESS, 'low', null, true],
    [rule('none'), 'informational', null, false],
    [rule('none'), null, null, true],
    [PROCESS, null, 'windows', true],
    [PROCESS, null, 'windows / process_creation', true],
    [PROCESS, null, 'linux', false],
    [PROCESS, null, 'process_creation', false],
    [rule('low', undefined, 'proxy'), null, 'proxy', true],
    [PROCESS, 'critical', 'windows', false],
  ])('%j with %s and %s', (one, least, source, expected) => {
    expect(isCounted(one, { least, source })).toBe(expected);
  });

  test('log sources with how many rules each would count', () => {
    const rules = [
      PROCESS,
      rule('low', 'windows'),
      rule('low', 'linux', 'auditd'),
      rule('low', undefined, 'proxy'),
    ];
    const counts = sourceCounts(rules);
    expect(counts.map(([source, n]) => `${source} ${n}`)).toEqual([
      'linux 1',
      'linux / auditd 1',
      'proxy 1',
      'windows 2',
      'windows / process_creation 1',
    ]);
    for (const [source, n] of counts)
      expect(rules.filter((one) => isCounted(one, { least: null, source }))).toHaveLength(n);
  });

  test.each<[Level | null, string | null, string]>([
    [null, null, 'technique:T1059'],
    ['high', null, 'technique:T1059 level:>=high'],
    [null, 'windows', 'technique:T1059 product:windows'],
    ['low', 'windows / process_creation', 'technique:T1059 level:>=low logsource:windows/process_creation'],
    [null, 'proxy', 'technique:T1059 logsource:proxy'],
    [null, 'my own', 'technique:T1059 logsource:"my own"'],
  ])('%s and %s are searched for as %s', (least, source, query) => {
    expect(queryFor('T1059', { least, source }, [PROCESS])).toBe(query);
  });

  test('names of levels', () => {
    expect([null, 'critical', 'low'].map((l) => leastName(l as Level | null))).toEqual([
      'Any level',
      'Critical',
      'Low and above',
    ]);
  });
});

describe('shades', () => {
  test.each([
    [0, 0, 'none'],
    [1, 1, '1'],
    [2, 2, '2–4'],
    [4, 2, '2–4'],
    [5, 3, '5–14'],
    [49, 4, '15–49'],
    [50, 5, '50 or more'],
    [4000, SHADES.length, '50 or more'],
  ])('%d rules: shade %d, %s', (rules, shade, words) => {
    expect([shadeOf(rules), shadeWords(shadeOf(rules))]).toEqual([shade, words]);
  });
});

test('law: events of several rules are counted once each', () => {
  const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(20)), { maxLength: 40 });
  fc.assert(
    fc.property(pairs, fc.array(fc.subarray([0, 1, 2, 3, 4, 9]), { maxLength: 4 }), (hit, asked) => {
      const sorted = [...new Map(hit.map((p) => [p.join(), p])).values()].sort((a, b) => a[1] - b[1]);
      const hits = withHits(
        new Map(),
        sorted.map(([r]) => r),
        sorted.map(([, e]) => e),
      );
      const counter = new EventCounter(hits);
      for (const rules of asked)
        expect(counter.count(rules)).toBe(
          new Set(sorted.filter(([r]) => rules.includes(r)).map(([, e]) => e)).size,
        );
    }),
  );
});
