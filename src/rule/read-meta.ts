import { prose, say } from '../text';
import type { Placed, RuleLogsource, RuleMeta } from './ast';
import type { RuleDiagnostics } from './codes';
import type { YamlMap, YamlNode } from './yaml/node';
import { entry } from './yaml/node';

const KNOWN = new Set(
  'title id name taxonomy status description license author date modified level references fields falsepositives tags scope related logsource detection sigma-version'.split(
    ' ',
  ),
);

/** Keys of a rule that the specification does not name. */
export function customKeys(map: YamlMap): Map<string, YamlNode> {
  return new Map(map.entries.filter((e) => !KNOWN.has(e.key.text)).map((e) => [e.key.text, e.value]));
}

/** Reads everything in a rule except its log source and detection. Values of wrong types are reported and skipped. */
export function readMeta(map: YamlMap, diagnostics: RuleDiagnostics): RuleMeta {
  const text = (key: string) => readText(map, key, diagnostics);
  const texts = (key: string) => readTexts(map, key, diagnostics);
  return {
    title: text('title'),
    id: text('id'),
    name: text('name'),
    taxonomy: text('taxonomy'),
    status: text('status'),
    description: text('description'),
    license: text('license'),
    author: text('author'),
    date: text('date'),
    modified: text('modified'),
    level: text('level'),
    references: texts('references'),
    fields: texts('fields'),
    falsepositives: texts('falsepositives'),
    tags: texts('tags'),
    scope: texts('scope'),
    related: readRelated(map, diagnostics),
  };
}

/** Reads `logsource`. A rule without one applies to everything; that is reported. */
export function readLogsource(map: YamlMap, diagnostics: RuleDiagnostics): RuleLogsource {
  const found = entry(map, 'logsource');
  if (found?.value.kind !== 'map') {
    if (found) {
      diagnostics.error(
        'logsource-type',
        found.value.range,
        prose('`logsource` has to be a map with `product`, `category` or `service`.'),
      );
    } else {
      diagnostics.lint(
        'logsource-missing',
        firstKey(map),
        prose(
          'The rule has no `logsource`, so it applies to every event. Add `product`, `category` or `service`.',
        ),
      );
    }
    return {
      range: found?.value.range ?? null,
      product: null,
      category: null,
      service: null,
      definition: null,
    };
  }
  const inner = found.value;
  const text = (key: string) => readPart(inner, key, diagnostics);
  return {
    range: { start: found.key.range.start, end: inner.range.end },
    product: text('product'),
    category: text('category'),
    service: text('service'),
    definition: readText(inner, 'definition', diagnostics),
  };
}

function firstKey(map: YamlMap): { start: number; end: number } {
  return map.entries[0]?.key.range ?? map.range;
}

function readText(map: YamlMap, key: string, diagnostics: RuleDiagnostics): Placed | null {
  const found = entry(map, key);
  if (!found) return null;
  if (found.value.kind !== 'scalar') {
    diagnostics.lint(
      'field-type',
      found.value.range,
      say`\`${key}\` has to be a single value, not a list or a map.`,
    );
    return null;
  }
  return found.value.value === null ? null : { value: found.value.text, range: found.value.range };
}

/** A part of a log source. One that cannot be read leaves no verdict: without it the rule would run on more than it is for. */
function readPart(map: YamlMap, key: string, diagnostics: RuleDiagnostics): Placed | null {
  const value = entry(map, key)?.value;
  if (!value || value.kind === 'scalar') return readText(map, key, diagnostics);
  diagnostics.error(
    'logsource-type',
    value.range,
    value.kind === 'sequence'
      ? say`\`${key}\` is one name, not a list. Write a rule for each name, or remove \`${key}\` if the rule is for all.`
      : say`\`${key}\` is one name, not a map.`,
  );
  return null;
}

function readTexts(map: YamlMap, key: string, diagnostics: RuleDiagnostics): Placed[] {
  const found = entry(map, key);
  if (!found || (found.value.kind === 'scalar' && found.value.value === null)) return [];
  if (found.value.kind !== 'sequence') {
    diagnostics.lint(
      'field-type',
      found.value.range,
      say`\`${key}\` has to be a list. Write each value on its own line, after \`- \`.`,
    );
    return found.value.kind === 'scalar' ? [{ value: found.value.text, range: found.value.range }] : [];
  }
  return found.value.items.flatMap((item) =>
    item.kind === 'scalar' ? [{ value: item.text, range: item.range }] : [],
  );
}

function readRelated(map: YamlMap, diagnostics: RuleDiagnostics): RuleMeta['related'] {
  const found = entry(map, 'related');
  if (found?.value.kind !== 'sequence') return [];
  return found.value.items.flatMap((item) => {
    if (item.kind !== 'map') return [];
    const id = readText(item, 'id', diagnostics);
    return id ? [{ id, type: readText(item, 'type', diagnostics) }] : [];
  });
}
