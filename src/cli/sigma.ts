import { parseArgs } from 'node:util';
import { PUBLISHED, SPECS, type SpecVersion, specNamed } from '../knowledge';
import type { FieldMapping } from '../text';
import { printable, printableTerminal } from './printable';
import { MATCH_FORMATS } from './shares/findings';
import { type Terminal, UsageError } from './terminal';
import { check } from './verbs/check';
import { explain } from './verbs/explain';
import { lintFiles } from './verbs/lint';
import { type MatchMeans, match } from './verbs/match';
import { test } from './verbs/test';

const USAGE = `sigma check PATH… [--spec VERSION]
sigma lint PATH… [--disable ID,ID] [--fail-on error|warning|info] [--json | --format text|json|sarif] [--spec VERSION]
sigma match --rules PATH… --events PATH… [--map OWN=SIGMA]… [--ignore-logsource] [--spec VERSION] [--jobs N] [--json | --format text|jsonl|csv|md] [--fail-on-match | --fail-on-miss]
sigma test PATH… [--coverage] [--min PERCENT] [--fail-on-missing] [--junit FILE] [--map OWN=SIGMA]… [--ignore-logsource] [--spec VERSION] [--json]
sigma explain --rule FILE --events FILE --event N [--map OWN=SIGMA]… [--ignore-logsource] [--spec VERSION] [--json | --format text|json|md|html]
PATH is a file, a folder or a zip, or - for standard input; events are numbered from 0.
VERSION is that of the specification, for rules without a sigma-version: ${SPECS.map(({ id }) => id).join(', ')}.`;

const OPTIONS = {
  rules: { type: 'string', multiple: true },
  events: { type: 'string', multiple: true },
  rule: { type: 'string' },
  event: { type: 'string' },
  'ignore-logsource': { type: 'boolean' },
  map: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  format: { type: 'string' },
  'fail-on-match': { type: 'boolean' },
  'fail-on-miss': { type: 'boolean' },
  coverage: { type: 'boolean' },
  min: { type: 'string' },
  junit: { type: 'string' },
  'fail-on-missing': { type: 'boolean' },
  disable: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  spec: { type: 'string' },
  jobs: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/**
 * Runs one command. Takes its arguments and returns the exit code: 0; 1 if a rule has an error, a file cannot be read
 * or a `--fail-on-…` applies; 2 for wrong usage, which is reported on the error stream. `means`: threads for `match`.
 */
export async function run(words: readonly string[], raw: Terminal, means: MatchMeans = {}): Promise<number> {
  const terminal = printableTerminal(raw);
  try {
    const { values, positionals } = parseArgs({
      args: spread(words),
      options: OPTIONS,
      allowPositionals: true,
    });
    const [verb, ...paths] = positionals;
    const ignoreLogsource = values['ignore-logsource'] === true;
    const json = values.json === true;
    const mapping = mappingOf(values.map ?? []);
    const spec = specOf(values.spec);
    if (values.help) {
      for (const line of USAGE.split('\n')) terminal.out(line);
      return 0;
    }
    if (verb === 'check') return check(paths, spec, terminal);
    if (verb === 'lint') {
      const off = (values.disable ?? []).flatMap((ids) => ids.split(',')).map((id) => id.trim());
      const format = formatOf(values.format ?? (json ? 'json' : 'text'), ['text', 'json', 'sarif']);
      return lintFiles(paths, { off, failOn: values['fail-on'] ?? null, format, spec }, terminal);
    }
    if (verb === 'match') {
      const failOn = values['fail-on-match'] ? 'match' : values['fail-on-miss'] ? 'miss' : null;
      const format = formatOf(values.format ?? (json ? 'jsonl' : 'text'), MATCH_FORMATS);
      return await match(
        {
          rules: values.rules ?? [],
          events: values.events ?? [],
          mapping,
          ignoreLogsource,
          spec,
          format,
          failOn,
          jobs: jobsOf(values.jobs),
        },
        terminal,
        means,
      );
    }
    if (verb === 'test') {
      const { min, junit, coverage, 'fail-on-missing': failOnMissing } = values;
      return test(
        {
          paths,
          mapping,
          ignoreLogsource,
          spec,
          json,
          junit: junit ?? null,
          coverage: coverage === true,
          min: min === undefined ? null : min.trim() === '' ? Number.NaN : Number(min),
          failOnMissing: failOnMissing === true,
        },
        terminal,
      );
    }
    if (verb === 'explain') {
      const event = values.event === undefined ? Number.NaN : Number(values.event);
      const format = formatOf(values.format ?? (json ? 'json' : 'text'), ['text', 'json', 'md', 'html']);
      return explain(
        { rule: values.rule, events: values.events?.[0], event, mapping, ignoreLogsource, spec, format },
        terminal,
      );
    }
    throw new UsageError(verb ? `There is no command ${verb}.` : 'A command is missing.');
  } catch (error) {
    const bad = error instanceof UsageError || (error as { code?: string }).code !== undefined;
    if (!bad) throw error;
    raw.err(`${printable((error as Error).message)}\n${USAGE}`);
    return 2;
  }
}

/** How a command writes what it finds: one of the forms that it has. */
function formatOf<const Form extends string>(word: string, forms: readonly Form[]): Form {
  const found = forms.find((form) => form === word);
  if (found !== undefined) return found;
  throw new UsageError(
    `--format needs ${forms.slice(0, -1).join(', ')} or ${forms.at(-1)}, but got ${word}.`,
  );
}

/** More threads than this are a slip of the finger, and each holds all rules. */
const MOST_JOBS = 256;

/** `--jobs 4`: how many share the work; null where it is not said. */
function jobsOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  const jobs = /^\d{1,3}$/.test(word) ? Number(word) : 0;
  if (jobs < 1 || jobs > MOST_JOBS)
    throw new UsageError(`--jobs needs a number from 1 to ${MOST_JOBS}, but got ${word}.`);
  return jobs;
}

/** `--spec 2.2.0`: the version to read rules as that name none. */
function specOf(word: string | undefined): SpecVersion {
  const found = word === undefined ? PUBLISHED : specNamed(word);
  if (found !== null) return found;
  const ids = SPECS.map(({ id }) => id);
  throw new UsageError(`--spec needs ${ids.slice(0, -1).join(', ')} or ${ids.at(-1)}, but got ${word}.`);
}

/** `--map proc.cmd=CommandLine`: the event's own name, then the name that rules use. */
function mappingOf(words: readonly string[]): FieldMapping {
  const pairs = words.map((word): [string, string] => {
    const cut = word.lastIndexOf('=');
    if (cut < 1 || cut === word.length - 1)
      throw new UsageError(`--map needs OWN=SIGMA, such as proc.cmd=CommandLine, but got ${word}.`);
    return [word.slice(0, cut), word.slice(cut + 1)];
  });
  return Object.fromEntries(pairs);
}

/** `--rules A B` means `--rules A --rules B`. */
function spread(words: readonly string[]): string[] {
  const out: string[] = [];
  let list: string | null = null;
  for (const word of words) {
    if (word.startsWith('--')) {
      list = word === '--rules' || word === '--events' ? word : null;
      out.push(word);
    } else {
      if (list && out[out.length - 1] !== list) out.push(list);
      out.push(word);
    }
  }
  return out;
}
