import { strToU8, zipSync } from 'fflate';
import { namedInfo, newInfo, regressionFolder } from '../../../src/expect';

/** What goes into SigmaHQ's regression data of a rule. */
export interface RegressionData {
  readonly rule: string;
  /** The name of its file. */
  readonly ruleName: string;
  readonly ruleId: string;
  readonly title: string;
  readonly author: string;
  /** A UUID for the `info.yml`. */
  readonly id: string;
  /** `2026-11-30`. */
  readonly date: string;
  /** The events, laid out as evtx_dump writes them. */
  readonly json: string;
  /** The event log that they were read from, as it is; null if there is none. */
  readonly log: Uint8Array | null;
  /** So many of them match. */
  readonly count: number;
}

/** How often a correlation fires on events. */
export interface CorrelationData {
  /** The id of the correlation. */
  readonly ruleId: string;
  readonly title: string;
  /** A UUID for the `info.yml`. */
  readonly id: string;
  /** The events, laid out as evtx_dump writes them. */
  readonly json: string;
  /** It fires so often. */
  readonly count: number;
}

/** What the data of correlations has of their rule. */
type OfRule = Pick<RegressionData, 'rule' | 'ruleName' | 'author' | 'date'>;

/** A zip with a rule and the regression data of its correlations alone. */
export function correlationsZip(data: OfRule, correlations: readonly CorrelationData[]): Uint8Array {
  return zipSync({ [placesOf(data).path]: strToU8(data.rule), ...correlationFiles(data, correlations) });
}

/** Each correlation has a folder of its own in that of its file. */
function correlationFiles(
  data: OfRule,
  correlations: readonly CorrelationData[],
): Record<string, Uint8Array> {
  const { author, date } = data;
  const files = correlations.flatMap(({ ruleId, title, id, json, count }) => {
    const folder = `${placesOf(data).folder}/${ruleId}`;
    const path = `${folder}/${ruleId}.json`;
    const name = count > 0 ? 'Positive Detection Test' : 'Negative Detection Test';
    const tests = [{ name, type: 'json', provider: providerOf(json), count, path }];
    const info = newInfo({ id, description: 'N/A', date, author, rule: { id: ruleId, title }, tests });
    return [
      [`${folder}/info.yml`, strToU8(info)],
      [path, strToU8(json)],
    ] as const;
  });
  return Object.fromEntries(files);
}

/**
 * A zip with a rule and its regression data in SigmaHQ's layout: the rule names its `info.yml`, that names the rule and the
 * recording, and how many of its events match. Beside an event log stand its events as JSON.
 */
export function regressionZip(
  data: RegressionData,
  correlations: readonly CorrelationData[] = [],
): Uint8Array {
  const { rule, ruleId, title, author, id, date, json, log, count } = data;
  const { path, info, folder } = placesOf(data);
  const feed = rule.endsWith('\n') ? '' : '\n';
  const named = namedInfo(rule) === undefined ? `${rule}${feed}regression_tests_path: ${info}\n` : rule;
  const type = log ? 'evtx' : 'json';
  const test = {
    name: 'Positive Detection Test',
    type,
    provider: providerOf(json),
    count,
    path: `${folder}/${ruleId}.${type}`,
  };
  return zipSync({
    [path]: strToU8(named),
    [info]: strToU8(
      newInfo({ id, description: 'N/A', date, author, rule: { id: ruleId, title }, tests: [test] }),
    ),
    ...(log ? { [test.path]: log } : {}),
    [`${folder}/${ruleId}.json`]: strToU8(json),
    ...correlationFiles(data, correlations),
  });
}

/** Where the files of a rule stand: where the rule says, if it names its tests; else below `rules`. */
function placesOf({ rule, ruleName }: Pick<RegressionData, 'rule' | 'ruleName'>) {
  const name = ruleName.replace(/\.ya?ml$/i, '');
  const named = /^(?:\.\/)?regression_data\/((?:(?!\.\.?\/)[^/\\:]+\/)+)info\.ya?ml$/.exec(
    namedInfo(rule) ?? '',
  );
  const within = named ? named[1]!.slice(0, -1) : null;
  const path = within === null ? `rules/${name}.yml` : `${within}.yml`;
  const folder = within === null ? regressionFolder(path) : `regression_data/${within}`;
  return { path, folder, info: `${folder}/info.yml` };
}

const PROVIDER =
  /"(?:Provider_?Name|SourceName)"\s*:\s*"([^"\\]+)"|"Provider"\s*:\s*\{[^{}]*(?:\{[^{}]*)?"Name"\s*:\s*"([^"\\]+)"/;

/** Who wrote an event; `unknown` where it does not say. */
export function providerOf(json: string): string {
  const [, flat, inner] = PROVIDER.exec(json) ?? [];
  return flat ?? inner ?? 'unknown';
}
