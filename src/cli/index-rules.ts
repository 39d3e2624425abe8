import type { IndexManifest } from '../catalog';
import {
  type BuiltIndex,
  buildIndex,
  buildValueFigures,
  HASH_BITS,
  type IndexedRule,
  IndicatorUsage,
  type StatisticsFile,
  statisticsFile,
} from '../catalog';
import { indicators } from '../describe';
import { compileCollection } from '../rule';
import type { NamedText } from './named-text';
import { blocks, type Terminal } from './terminal';

/** The origin of the rules, for those who read a count. */
export interface IndexSource {
  readonly name: string;
  readonly commit: string | null;
  readonly date: string | null;
}

/**
 * The index of the rules in these texts, its manifest, and the statistics of their log sources and values. Rules that
 * do not compile are not counted.
 */
export function indexRules(
  texts: readonly NamedText[],
  source: IndexSource,
  progress: Terminal['progress'] = () => {},
): {
  readonly bytes: Uint8Array;
  readonly manifest: IndexManifest;
  readonly statistics: StatisticsFile;
  readonly values: Uint8Array;
} {
  const rules: IndexedRule[] = [];
  const usage = new IndicatorUsage();
  let filesWithErrors = 0;
  texts.forEach(({ text }, i) => {
    if (i % 50 === 0) progress(`${i} of ${texts.length} files`);
    const { plans, diagnostics } = compileCollection(text);
    if (diagnostics.some(blocks)) filesWithErrors++;
    for (const { id, plan } of plans) {
      const found = indicators(plan);
      rules.push({ id, keys: found.map(({ key }) => key) });
      usage.add({ id, logsource: plan.logsource, indicators: found });
    }
  });
  progress('');
  const built = buildIndex(rules);
  return {
    bytes: built.bytes,
    manifest: manifestOf(built, source, texts.length, filesWithErrors),
    statistics: statisticsFile(usage),
    values: buildValueFigures(usage),
  };
}

function manifestOf(
  { bytes, rules, indicators, single }: BuiltIndex,
  { name, commit, date }: IndexSource,
  files: number,
  filesWithErrors: number,
): IndexManifest {
  return {
    name,
    commit,
    date,
    rules,
    files,
    filesWithErrors,
    indicators,
    indicatorsOfOneRule: single,
    hashBits: HASH_BITS,
    falsePositiveRate: Number((indicators / 2 ** HASH_BITS).toExponential(2)),
    bytes: bytes.length,
  };
}
