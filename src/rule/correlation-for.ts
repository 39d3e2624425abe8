import { type Edit, type Fix, prose, type Range, say, scalarSource, type Words } from '../text';
import { type Aggregation, parseAggregation } from './aggregation';
import type { RuleMeta } from './ast';
import { RuleDiagnostics } from './codes';
import type { Condition } from './condition/ast';
import { parseCondition } from './condition/parse';
import { printCondition } from './condition/print';
import { walkWritten } from './condition/walk';
import { asYamlScalar, printYaml } from './print-yaml';
import { entry, type YamlEntry, type YamlMap } from './yaml/node';

/** The correlation rule that replaces an aggregation of Sigma 1.x, or the reason why there is none. */
export interface CorrelationOffer {
  readonly fix: Fix | null;
  readonly reason: Words;
}

/** Why there is none. */
interface NoOffer {
  readonly why: Words;
}

/** The timespan for a rule that has no `timeframe`; there is nothing better to go by **(ours)**. */
const DEFAULT_TIMESPAN = '1h';

/**
 * Turns the 1.x aggregation at `at` (the condition from `|` on) into edits: they remove the aggregation and
 * `timeframe`, give the rule a `name`, and append the correlation document of specification 2.1.0. `map` is the
 * rule's document, with the keys of global documents.
 */
export function correlationFor(text: string, map: YamlMap, meta: RuleMeta, at: Range): CorrelationOffer {
  const detection = entry(map, 'detection')?.value;
  if (detection?.kind !== 'map') return none([]);
  const condition = entry(detection, 'condition')?.value;
  if (condition?.kind !== 'scalar')
    return none(
      prose('In a list of conditions it has no single equivalent: write a rule for each condition.'),
    );
  const pipe = condition.text.indexOf('|');
  const kept = condition.text.slice(0, pipe).trimEnd();
  const aggregation = parseAggregation(condition.text.slice(pipe));
  if (pipe < 0 || !aggregation)
    return none(prose('This aggregation cannot be read, so there is no suggestion.'));
  if (!parseCondition(kept, new RuleDiagnostics()))
    return none(prose('Fix the condition before the `|` first.'));

  const name = meta.name?.value ?? freeName(text, meta.title?.value ?? 'rule');
  const timeframe = entry(detection, 'timeframe');
  const written = timeframe?.value.kind === 'scalar' ? timeframe.value.text.trim() : '';
  const readable = /^[1-9]\d*[smhdw]$/.test(written);
  const context: Context = {
    map,
    detection,
    name,
    title: meta.title?.value ?? name,
    level: meta.level?.value ?? null,
    timespan: readable ? written : DEFAULT_TIMESPAN,
    named: readable,
  };
  const documents =
    aggregation.kind === 'near'
      ? nearDocuments(aggregation.condition, context)
      : counting(aggregation, context);
  if ('why' in documents) return none(documents.why);

  const cut = scalarSource(text, condition, { start: kept.length, end: condition.text.trimEnd().length });
  const edits: Edit[] = [{ range: cut, text: '' }];
  if (timeframe) edits.push({ range: entryRange(text, detection, timeframe), text: '' });
  const named = meta.name ? null : nameEdit(text, map, name, at);
  if (named) edits.push(named);
  const reset = /^action:/m.test(text) ? ['action: reset\n'] : [];
  const tail = [...reset, ...documents].map((document) => `---\n${document}`).join('');
  const end = text.length;
  edits.push({
    range: { start: end, end },
    text: `${text === '' || text.endsWith('\n') ? '' : '\n'}${tail}`,
  });
  edits.sort((a, b) => a.range.start - b.range.start);
  return { fix: { title: prose('Change to a correlation rule'), edits }, reason: prose('') };
}

interface Context {
  readonly map: YamlMap;
  readonly detection: YamlMap;
  readonly name: string;
  readonly title: string;
  readonly level: string | null;
  readonly timespan: string;
  readonly named: boolean;
}

function none(reason: Words): CorrelationOffer {
  return { fix: null, reason };
}

/** The document for `count`, `sum` and `avg`, or a sentence if there is no equivalent. */
function counting(
  aggregation: Extract<Aggregation, { kind: 'aggregation' }>,
  context: Context,
): string[] | NoOffer {
  const { field, operator, value, by } = aggregation;
  const kind = aggregation.function;
  if (kind === 'min' || kind === 'max')
    return {
      why: say`\`${kind}\` has no equivalent: correlation rules of 2.1.0 have count, sum, average and percentile.`,
    };
  if (kind !== 'count' && field === null)
    return { why: say`\`${kind}()\` names no field, so there is no suggestion.` };
  const type = kind === 'count' ? (field === null ? 'event_count' : 'value_count') : `value_${kind}`;
  const condition = [...(field === null ? [] : [`field: ${asYamlScalar(field)}`]), `${operator}: ${value}`];
  return [correlationText(type, [context.name], by, condition, context)];
}

/**
 * The documents for `near`: a rule for each search that has to be near, and the `temporal` correlation over all of
 * them.
 */
function nearDocuments(condition: string, context: Context): string[] | NoOffer {
  const tree = parseCondition(condition, new RuleDiagnostics());
  if (!tree) return { why: prose('The expression after `near` cannot be read, so there is no suggestion.') };
  const searches = tree.kind === 'and' ? tree.operands : [tree];
  if (searches.some((search) => search.kind === 'not'))
    return {
      why: prose(
        '`not` after `near` has no equivalent: correlation rules of 2.1.0 cannot require that something does not occur.',
      ),
    };
  const names = [context.name];
  const documents = searches.map((search) => {
    const short = printCondition(search);
    let name = `${context.name}_${slug(short)}`;
    while (names.includes(name)) name += '_2';
    names.push(name);
    return detectionText(name, short, search, context);
  });
  return [...documents, correlationText('temporal', names, [], [], context)];
}

function detectionText(name: string, condition: string, search: Condition, context: Context): string {
  const logsource = entry(context.map, 'logsource')?.value;
  const wanted = namesIn(search);
  const selections = context.detection.entries.filter(
    ({ key }) =>
      key.text !== 'condition' && key.text !== 'timeframe' && (wanted === null || wanted.has(key.text)),
  );
  return [
    `title: ${asYamlScalar(`${context.title} - ${condition}`)}\nname: ${name}\n`,
    logsource ? `logsource:\n${printYaml(logsource, 4)}` : '',
    `detection:\n${printYaml({ ...context.detection, entries: selections }, 4)}`,
    `    condition: ${asYamlScalar(condition)}\n`,
  ].join('');
}

/** The selections that a condition names; null if it has a pattern, which may match any name. */
function namesIn(condition: Condition): Set<string> | null {
  const names = new Set<string>();
  let patterns = 0;
  walkWritten(condition, (node) => {
    if (node.kind === 'name') names.add(node.name);
    if (node.kind === 'quantifier') patterns++;
  });
  return patterns > 0 ? null : names;
}

function correlationText(
  type: string,
  rules: readonly string[],
  by: readonly string[],
  condition: readonly string[],
  context: Context,
): string {
  const lines = [
    `title: ${asYamlScalar(`${context.title} - correlation`)}`,
    'correlation:',
    `    type: ${type}`,
    '    rules:',
    ...rules.map((rule) => `        - ${rule}`),
    ...(by.length === 0
      ? ['    group-by: []']
      : ['    group-by:', ...by.map((f) => `        - ${asYamlScalar(f)}`)]),
    `    timespan: ${context.timespan}${context.named ? '' : ' # the rule has no usable timeframe: choose one'}`,
    ...(condition.length === 0 ? [] : ['    condition:', ...condition.map((line) => `        ${line}`)]),
    ...(context.level === null ? [] : [`level: ${asYamlScalar(context.level)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The range of an entry with its whole line, so that the map stays valid without it. */
function entryRange(text: string, map: YamlMap, { key, value }: YamlEntry): Range {
  const end = Math.max(value.range.end, key.range.end);
  const lineStart = text.lastIndexOf('\n', key.range.start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  if (/^ *$/.test(text.slice(lineStart, key.range.start)) && /^\s*(?:#.*)?$/.test(rest))
    return { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1 };
  const i = map.entries.findIndex((e) => e.key === key);
  const next = map.entries[i + 1];
  if (next && next.key.range.start > end) return { start: key.range.start, end: next.key.range.start };
  const before = map.entries[i - 1];
  return { start: before ? before.value.range.end : key.range.start, end };
}

/** Adds `name` as the first key of the rule's own document: in a global document it would name every rule after it. */
function nameEdit(text: string, map: YamlMap, name: string, at: Range): Edit | null {
  const inside = ({ start }: Range) => start >= map.range.start && start < Math.max(map.range.end, at.end);
  const first = map.entries.map((e) => e.key.range.start).filter((s) => inside({ start: s, end: s }));
  if (first.length === 0) return null;
  const start = Math.min(...first);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lead = text.slice(lineStart, start);
  return {
    range: { start, end: start },
    text: /^ *$/.test(lead) ? `name: ${name}\n${lead}` : `name: ${name}, `,
  };
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)
    .replace(/^(?=\d|$)/, 'rule_')
    .replace(/_+$/, '');
}

/** A name made from the title that does not occur in the text yet. */
function freeName(text: string, title: string): string {
  const base = slug(title);
  let name = base;
  for (let i = 2; new RegExp(`name:\\s*['"]?${name}\\b`).test(text); i++) name = `${base}_${i}`;
  return name;
}
