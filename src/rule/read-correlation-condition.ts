import { type SpecVersion, specHas } from '../knowledge';
import { code, type Fix, joinWords, nearest, prose, type Range, say, type Words } from '../text';
import type {
  CorrelationExpression,
  CorrelationOperator,
  CorrelationType,
  CountComparison,
  Placed,
} from './ast';
import { RuleDiagnostics } from './codes';
import { COMPARISON_SIGNS } from './comparison-signs';
import { readCorrelationExpression } from './read-correlation-expression';
import { versionEdit } from './version-edit';
import { entry, type YamlMap, type YamlScalar } from './yaml/node';

const OPERATORS: readonly CorrelationOperator[] = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'];

export interface CorrelationCondition {
  readonly fields: readonly Placed[];
  readonly percentile: number | null;
  readonly comparisons: readonly CountComparison[];
  readonly expression: CorrelationExpression | null;
}

/** Where a correlation's condition stands. */
export interface ConditionPlace {
  readonly text: string;
  readonly spec: SpecVersion;
  readonly document: YamlMap;
  readonly correlation: YamlMap;
  /** The key `correlation`. */
  readonly at: Range;
  readonly type: Placed<CorrelationType>;
  /** True for `value_median`. */
  readonly median: boolean;
  readonly rules: readonly Placed[];
}

/**
 * Reads a correlation's `condition`: one comparison, or two that make a range, and the `field` of `value_…`. The
 * number of a percentile is `percentile` in the condition. Beside `condition` it is accepted too **(ours)**: 2.1.0
 * does not say where it belongs. From the draft of 2.2.0 on, the condition of `temporal…` may be an expression.
 */
export function readCorrelationCondition(
  place: ConditionPlace,
  diagnostics: RuleDiagnostics,
): CorrelationCondition | null {
  const { correlation, type, median, at } = place;
  const found = entry(correlation, 'condition');
  const temporal = type.value === 'temporal' || type.value === 'temporal_ordered';
  if (!found || (found.value.kind === 'scalar' && found.value.value === null)) {
    if (temporal) return { fields: [], percentile: null, comparisons: [], expression: null };
    diagnostics.error(
      'correlation-condition',
      found?.key.range ?? at,
      say`A correlation of type \`${type.value}\` needs a \`condition\`, for example \`gte: 10\`.`,
    );
    return null;
  }
  if (found.value.kind === 'scalar' && typeof found.value.value === 'string') {
    const expression = readExpression(place, found.value, temporal, diagnostics);
    return expression && { fields: [], percentile: null, comparisons: [], expression };
  }
  if (found.value.kind !== 'map') {
    diagnostics.error(
      'correlation-condition',
      found.value.range,
      prose("A correlation's `condition` is a map such as `gte: 10`."),
    );
    return null;
  }
  const reader = new ConditionReader(found.value, found.key.range, diagnostics);
  const comparisons = reader.comparisons(temporal);
  const fields = reader.fields(type.value);
  const percentile =
    type.value === 'value_percentile' ? (median ? 50 : reader.percentile(correlation)) : null;
  return { fields, percentile, comparisons, expression: null };
}

/** A condition in words: an expression over the rules, for temporal types from the draft of 2.2.0 on. */
function readExpression(
  place: ConditionPlace,
  scalar: YamlScalar,
  temporal: boolean,
  diagnostics: RuleDiagnostics,
): CorrelationExpression | null {
  const { text, spec, type, rules } = place;
  if (temporal && specHas(spec, '2.2.0')) return readCorrelationExpression(text, scalar, rules, diagnostics);
  if (!temporal) {
    diagnostics.error(
      'correlation-condition',
      scalar.range,
      say`The condition of \`${type.value}\` is a map such as \`gte: 10\`. Only \`temporal\` and \`temporal_ordered\` can have one in words, in the draft of 2.2.0.`,
    );
    return null;
  }
  const tried = new RuleDiagnostics();
  const readable = readCorrelationExpression(text, scalar, rules, tried) && !tried.hasErrors;
  diagnostics.error(
    'correlation-condition',
    scalar.range,
    prose(
      readable
        ? 'A condition over rules belongs to the draft of 2.2.0. In 2.1.0, the condition is a map such as `gte: 2`, or is left out: then all rules must occur.'
        : 'In 2.1.0, the condition of a correlation is a map such as `gte: 10`.',
    ),
    readable ? readAsDraft(place) : undefined,
  );
  return null;
}

/** The document's own version, which is of the draft then. */
function readAsDraft({ text, document }: ConditionPlace): Fix[] | undefined {
  const edit = versionEdit(text, document, entry(document, 'correlation')!.key.range, '2.2');
  const title = prose('Read this rule as the draft of 2.2.0 (`sigma-version: 2.2`)');
  return edit ? [{ title, edits: [edit] }] : undefined;
}

class ConditionReader {
  constructor(
    private readonly map: YamlMap,
    private readonly at: Range,
    private readonly diagnostics: RuleDiagnostics,
  ) {}

  comparisons(optional: boolean): CountComparison[] {
    const comparisons: CountComparison[] = [];
    let written = 0;
    for (const { key, value } of this.map.entries) {
      if (key.text === 'field' || key.text === 'percentile') continue;
      if (!(OPERATORS as readonly string[]).includes(key.text)) {
        written++;
        this.unknown(key.text, key.range);
        continue;
      }
      written++;
      const range = { start: key.range.start, end: Math.max(key.range.end, value.range.end) };
      if (value.kind === 'scalar' && typeof value.value === 'number' && Number.isFinite(value.value)) {
        comparisons.push({ operator: key.text as CorrelationOperator, value: value.value, range });
        continue;
      }
      const number = value.kind === 'scalar' && /^-?\d+(?:\.\d+)?$/.test(value.text) ? value.text : null;
      this.diagnostics.error(
        'correlation-condition',
        value.range.end > value.range.start ? value.range : key.range,
        say`\`${key.text}\` expects a number.${number ? ' Remove the quotes.' : ''}`,
        number
          ? [{ title: prose('Remove the quotes'), edits: [{ range: value.range, text: number }] }]
          : undefined,
      );
    }
    if (written === 0 && !optional)
      this.error(prose('The condition has no comparison. Add one of `gt`, `gte`, `lt`, `lte`, `eq`, `neq`.'));
    if (comparisons.length > 2)
      this.error(
        prose(
          'A condition has one comparison, or two that make a range. For more, write a correlation of correlations.',
        ),
      );
    return comparisons;
  }

  fields(type: CorrelationType): Placed[] {
    const found = entry(this.map, 'field');
    const wanted = type.startsWith('value_');
    if (!wanted) {
      if (found)
        this.diagnostics.lint(
          'correlation-field',
          found.key.range,
          say`\`${type}\` reads no field, so \`field\` is ignored. Did you mean \`value_count\`?`,
        );
      return [];
    }
    const items = found?.value.kind === 'sequence' ? found.value.items : found ? [found.value] : [];
    const fields = items.flatMap((item) =>
      item.kind === 'scalar' && item.value !== null && item.text !== ''
        ? [{ value: item.text, range: item.range }]
        : [],
    );
    if (fields.length === 0 || fields.length < items.length) {
      this.diagnostics.error(
        'correlation-field-missing',
        found?.key.range ?? this.at,
        say`\`${type}\` needs a field. Add \`field:\` with a field name to the condition.`,
      );
    } else if (fields.length > 1 && type !== 'value_count') {
      this.diagnostics.error(
        'correlation-field-missing',
        fields[1]!.range,
        say`\`${type}\` takes one field: remove the others. Only \`value_count\` takes several.`,
      );
    }
    return fields;
  }

  percentile(correlation: YamlMap): number | null {
    const found = entry(this.map, 'percentile') ?? entry(correlation, 'percentile');
    const number = found?.value.kind === 'scalar' ? found.value.value : undefined;
    if (typeof number === 'number' && number >= 0 && number <= 100) return number;
    const value = found?.value.range;
    this.diagnostics.error(
      'correlation-percentile',
      value && value.end > value.start ? value : (found?.key.range ?? this.at),
      found
        ? prose('`percentile` has to be a number from 0 to 100.')
        : prose(
            '`value_percentile` needs a percentile. Add, for example, `percentile: 95` to the condition (50 is the median).',
          ),
    );
    return null;
  }

  private unknown(name: string, range: Range): void {
    const close = COMPARISON_SIGNS.get(name) ?? nearest(name, [...OPERATORS, 'field']);
    this.diagnostics.error(
      'correlation-condition',
      range,
      say`\`${name}\` is not a comparison.${close ? say` Did you mean \`${close}\`?` : say` Write one of ${joinWords(OPERATORS.map(code), ', ')}.`}`,
      close ? [{ title: say`Change to \`${close}\``, edits: [{ range, text: close }] }] : undefined,
    );
  }

  private error(message: Words): void {
    this.diagnostics.error('correlation-condition', this.at, message);
  }
}
