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
  /** The events that match, as JSON. */
  readonly events: readonly string[];
}

/**
 * A zip with a rule and its regression data in SigmaHQ's layout: the rule names its `info.yml`, that names the rule and the
 * events, and how many match.
 */
export function regressionZip({
  rule,
  ruleName,
  ruleId,
  title,
  author,
  id,
  date,
  events,
}: RegressionData): Uint8Array {
  const path = `rules/${ruleName.replace(/\.ya?ml$/i, '')}.yml`;
  const folder = regressionFolder(path);
  const info = `${folder}/info.yml`;
  const data = `${folder}/${ruleId}.json`;
  const feed = rule.endsWith('\n') ? '' : '\n';
  const named = namedInfo(rule) === undefined ? `${rule}${feed}regression_tests_path: ${info}\n` : rule;
  const test = {
    name: 'Positive Detection Test',
    type: 'json',
    provider: providerOf(events[0] ?? ''),
    count: events.length,
    path: data,
  };
  return zipSync({
    [path]: strToU8(named),
    [info]: strToU8(
      newInfo({ id, description: 'N/A', date, author, rule: { id: ruleId, title }, tests: [test] }),
    ),
    [data]: strToU8(events.map((json) => `${json}\n`).join('')),
  });
}

const PROVIDER =
  /"(?:Provider_?Name|SourceName)"\s*:\s*"([^"\\]+)"|"Provider"\s*:\s*\{[^{}]*(?:\{[^{}]*)?"Name"\s*:\s*"([^"\\]+)"/;

/** Who wrote an event; `unknown` where it does not say. */
export function providerOf(json: string): string {
  const [, flat, inner] = PROVIDER.exec(json) ?? [];
  return flat ?? inner ?? 'unknown';
}
