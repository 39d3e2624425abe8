import type { SpecVersion } from '../knowledge';
import { byName, code, type Fix, joinWords, nearest, prose, type Range, say, type Words } from '../text';
import type { CorrelationAlias, CorrelationRule, CorrelationType, Placed } from './ast';
import type { CorrelationCode, RuleDiagnostics } from './codes';
import { readCorrelationCondition } from './read-correlation-condition';
import { readMeta } from './read-meta';
import { entry, type YamlEntry, type YamlMap, type YamlScalar } from './yaml/node';

const TYPES: readonly CorrelationType[] = [
  'event_count',
  'value_count',
  'temporal',
  'temporal_ordered',
  'value_sum',
  'value_avg',
  'value_percentile',
];
const KEYS = ['type', 'rules', 'group-by', 'timespan', 'aliases', 'condition', 'generate', 'percentile'];
const UNITS = byName<number>({ s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 });

/** Reads a document of `text` with a `correlation`, as `spec` has it. Null if a required part is wrong. */
export function readCorrelation(
  text: string,
  map: YamlMap,
  spec: SpecVersion,
  diagnostics: RuleDiagnostics,
): CorrelationRule | null {
  const meta = readMeta(map, diagnostics);
  if (!meta.title)
    diagnostics.lint(
      'title-missing',
      map.entries[0]!.key.range,
      prose('The correlation rule has no `title`. Add one.'),
    );
  const { key, value } = entry(map, 'correlation')!;
  if (value.kind !== 'map') {
    diagnostics.error(
      'correlation-type',
      value.range.end > value.range.start ? value.range : key.range,
      prose('`correlation` has to be a map with `type`, `rules`, `group-by`, `timespan` and `condition`.'),
    );
    return null;
  }
  const before = diagnostics.all.length;
  const reader = new CorrelationReader(map, value, key.range, diagnostics);
  reader.unknownKeys();
  const type = reader.type();
  const rules = reader.rules();
  const groupBy = reader.groupBy();
  const timespan = reader.timespan();
  const aliases = reader.aliases();
  const generate = reader.generate();
  const { median } = reader;
  const place = { text, spec, document: map, correlation: value, at: key.range, median, rules };
  const condition = type && readCorrelationCondition({ ...place, type }, diagnostics);
  const failed = diagnostics.all.slice(before).some((d) => d.severity === 'error' && !d.lint);
  if (failed || !type || !timespan || !condition) return null;
  return { range: map.range, spec, meta, type, rules, groupBy, timespan, aliases, generate, ...condition };
}

class CorrelationReader {
  /** True for the type `value_median`, which is read as a percentile of 50. */
  median = false;

  constructor(
    private readonly document: YamlMap,
    private readonly map: YamlMap,
    private readonly at: Range,
    private readonly diagnostics: RuleDiagnostics,
  ) {}

  unknownKeys(): void {
    for (const { key } of this.map.entries) {
      if (KEYS.includes(key.text)) continue;
      const close = nearest(key.text.replaceAll('_', '-'), KEYS);
      this.diagnostics.lint(
        'correlation-key',
        key.range,
        say`\`${key.text}\` is not a key of a correlation.${close ? say` Did you mean \`${close}\`?` : ''}`,
        close ? [replace(close, key.range)] : undefined,
      );
    }
  }

  type(): Placed<CorrelationType> | null {
    const found = entry(this.map, 'type');
    if (found?.value.kind !== 'scalar' || found.value.value === null) {
      this.error(
        'correlation-type',
        found,
        say`The correlation has no \`type\`. Write one of ${list(TYPES)}.`,
      );
      return null;
    }
    const { text, range } = found.value;
    if ((TYPES as readonly string[]).includes(text)) return { value: text as CorrelationType, range };
    if (text === 'value_median') {
      this.median = true;
      this.diagnostics.lint(
        'correlation-median',
        range,
        prose(
          '`value_median` is not in specification 2.1.0. Write `value_percentile`, with `percentile: 50` in the condition.',
        ),
      );
      return { value: 'value_percentile', range };
    }
    const close = nearest(text, TYPES);
    this.diagnostics.error(
      'correlation-type',
      range,
      close
        ? say`There is no correlation type \`${text}\`. Did you mean \`${close}\`?`
        : say`There is no correlation type \`${text}\`. Write one of ${list(TYPES)}.`,
      close ? [replace(close, range)] : undefined,
    );
    return null;
  }

  rules(): Placed[] {
    const found = entry(this.map, 'rules');
    const seen = new Set<string>();
    const rules: Placed[] = [];
    for (const item of this.texts(
      found,
      'correlation-rules-missing',
      prose('Refer to a rule by its name or id.'),
    )) {
      if (seen.has(item.value)) {
        this.diagnostics.lint(
          'correlation-rules-twice',
          item.range,
          say`\`${item.value}\` is listed twice but counts once. Remove one.`,
        );
        continue;
      }
      seen.add(item.value);
      rules.push(item);
    }
    if (rules.length === 0) {
      this.error(
        'correlation-rules-missing',
        found,
        prose(
          'The correlation has no `rules`. Add `rules:` with the names or ids of the rules to correlate.',
        ),
      );
    }
    return rules;
  }

  groupBy(): Placed[] {
    const found = entry(this.map, 'group-by');
    if (!found) {
      this.diagnostics.lint(
        'correlation-group-by',
        this.at,
        prose(
          'The correlation has no `group-by`, so all events form one group. Add `group-by:` with the fields that must have equal values, or write `group-by: []`.',
        ),
      );
      return [];
    }
    return this.texts(found, 'correlation-group-by', prose('`group-by` has to be a list of field names.'));
  }

  timespan(): Placed<number> | null {
    const found = entry(this.map, 'timespan');
    if (found?.value.kind !== 'scalar' || found.value.value === null) {
      const close = entry(this.map, 'timeframe');
      this.error(
        'correlation-timespan',
        found ?? close,
        close
          ? prose('A correlation has no `timeframe`. Write `timespan`.')
          : prose(
              'The correlation has no `timespan`. Add one such as `timespan: 10m` (`s`, `m`, `h` or `d`).',
            ),
      );
      return null;
    }
    const { text, range } = found.value;
    const match = /^(\d+)([smhdw])$/.exec(text);
    if (match && Number(match[1]) > 0) {
      if (match[2] === 'w') {
        const days = `${Number(match[1]) * 7}d`;
        this.diagnostics.lint(
          'timespan-week',
          range,
          say`Weeks are not in specification 2.1.0. Write \`${days}\`.`,
          [replace(days, range)],
        );
      }
      return { value: Number(match[1]) * UNITS.get(match[2]!)!, range };
    }
    const words = /^\s*([1-9]\d*)\s*([smhdw])[a-z]*\s*$/i.exec(text);
    const better = words && text.trim() !== `${words[1]}M` ? `${words[1]}${words[2]!.toLowerCase()}` : null;
    this.diagnostics.error(
      'correlation-timespan',
      range,
      better
        ? say`\`${text}\` is not a timespan. Write \`${better}\`.`
        : say`\`${text}\` is not a timespan. Write a number above zero and \`s\`, \`m\`, \`h\` or \`d\`: \`10m\` is ten minutes.`,
      better ? [replace(better, range)] : undefined,
    );
    return null;
  }

  aliases(): CorrelationAlias[] {
    const found = entry(this.map, 'aliases');
    if (!found || (found.value.kind === 'scalar' && found.value.value === null)) return [];
    const message = prose(
      '`aliases` has to be a map: for each alias, a map from rule names to the field in the events of that rule.',
    );
    if (found.value.kind !== 'map') {
      this.diagnostics.error('correlation-alias', found.value.range, message);
      return [];
    }
    return found.value.entries.map(({ key, value }) => {
      if (value.kind !== 'map') this.error('correlation-alias', { key, value }, message);
      const entries = value.kind === 'map' ? value.entries : [];
      const fields = entries.flatMap(({ key: rule, value: field }) => {
        if (field.kind === 'scalar' && field.value !== null)
          return [{ rule: placed(rule), field: placed(field) }];
        this.error('correlation-alias', { key: rule, value: field }, message);
        return [];
      });
      return { name: placed(key), fields };
    });
  }

  /** `generate` belongs beside `correlation`, but is accepted inside it too. */
  generate(): boolean {
    const found = entry(this.document, 'generate') ?? entry(this.map, 'generate');
    if (!found) return false;
    if (found.value.kind === 'scalar' && typeof found.value.value === 'boolean') return found.value.value;
    this.diagnostics.lint(
      'correlation-generate',
      found.key.range,
      prose('`generate` has to be `true` or `false`.'),
    );
    return false;
  }

  private texts(found: YamlEntry | undefined, code: CorrelationCode, message: Words): Placed[] {
    if (!found || (found.value.kind === 'scalar' && found.value.value === null)) return [];
    const items = found.value.kind === 'sequence' ? found.value.items : [found.value];
    return items.flatMap((item) => {
      if (item.kind === 'scalar' && item.value !== null && item.text !== '') return [placed(item)];
      this.diagnostics.error(code, item.range.end > item.range.start ? item.range : found.key.range, message);
      return [];
    });
  }

  private error(code: CorrelationCode, found: YamlEntry | undefined, message: Words): void {
    const value = found?.value.range;
    const range = value && value.end > value.start ? value : (found?.key.range ?? this.at);
    this.diagnostics.error(code, range, message);
  }
}

function placed(scalar: YamlScalar): Placed {
  return { value: scalar.text, range: scalar.range };
}

function replace(text: string, range: Range): Fix {
  return { title: say`Change to \`${text}\``, edits: [{ range, text }] };
}

function list(names: readonly string[]): Words {
  return joinWords(names.map(code), ', ');
}
