import type { SpecVersion } from '../knowledge';
import { RULE, told } from '../limits';
import { prose, type Range, say, scalarSource } from '../text';
import type { Detection, DetectionItem, DetectionNode, Placed, PlacedCondition, Selection } from './ast';
import { RuleDiagnostics } from './codes';
import { parseCondition } from './condition/parse';
import { isUnfinishedField, unfinishedMessage } from './unfinished';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml/node';

/**
 * Reads `detection` (semantics.md, "Detections and conditions"): selections and conditions. Null if there is nothing
 * to evaluate.
 */
export function readDetection(
  text: string,
  node: YamlNode,
  key: Range,
  _spec: SpecVersion,
  diagnostics: RuleDiagnostics,
): Detection | null {
  if (node.kind !== 'map') {
    diagnostics.error(
      'detection-type',
      node.range.end > node.range.start ? node.range : key,
      prose('`detection` has to be a map of named selections and a `condition`.'),
    );
    return null;
  }
  const selections: Selection[] = [];
  let conditions: PlacedCondition[] | null = null;
  for (const { key, value } of node.entries) {
    if (key.text === 'condition') conditions = readConditions(text, value, key, diagnostics);
    else if (key.text === 'timeframe') {
      diagnostics.lint(
        'timeframe',
        key.range,
        prose('`timeframe` is ignored in a detection rule. Write a correlation rule with a `timespan`.'),
      );
    } else {
      const body = readSelection(text, key.text, value, key.range, diagnostics);
      selections.push({ name: key.text, nameRange: key.range, body });
    }
  }
  if (!conditions) {
    diagnostics.error(
      'condition-missing',
      key,
      say`The detection has no \`condition\`. Add \`condition: ${selections[0]?.name ?? 'selection'}\`.`,
    );
    return null;
  }
  return { range: node.range, selections, conditions };
}

function readConditions(
  text: string,
  node: YamlNode,
  key: YamlScalar,
  diagnostics: RuleDiagnostics,
): PlacedCondition[] {
  const scalars = node.kind === 'sequence' ? node.items : [node];
  return scalars.flatMap((scalar) => {
    if (scalar.kind !== 'scalar') {
      diagnostics.error(
        'condition-type',
        scalar.range,
        prose('`condition` has to be text such as `selection and not filter`, or a list of such texts.'),
      );
      return [];
    }
    const own = new RuleDiagnostics();
    const tree = parseCondition(scalar.text, own);
    for (const d of own.all) {
      const at = scalarSource(text, scalar, d.range);
      diagnostics.all.push({
        ...d,
        range: at.end > at.start ? at : scalar.range.end > scalar.range.start ? scalar.range : key.range,
      });
    }
    return [{ scalar, tree }];
  });
}

/** A selection's body. An unusable one is reported and kept empty, so that its name does not become unknown as well. */
function readSelection(
  text: string,
  name: string,
  node: YamlNode,
  at: Range,
  diagnostics: RuleDiagnostics,
): DetectionNode {
  const before = diagnostics.all.length;
  const body = readNode(text, node, at, diagnostics, 0);
  if (body) return body;
  if (diagnostics.all.length === before) {
    diagnostics.error(
      'selection-empty',
      at,
      say`\`${name}\` is empty. Add a field with a value, or a list of keywords.`,
    );
  }
  return { kind: 'every', range: at, children: [] };
}

function readNode(
  text: string,
  node: YamlNode,
  at: Range,
  diagnostics: RuleDiagnostics,
  depth: number,
): DetectionNode | null {
  if (depth > RULE.selectionDepth.value) {
    diagnostics.error(
      'selection-depth',
      at,
      say`The selection is nested more than ${told(RULE.selectionDepth)} levels deep. Write some parts as selections of their own.`,
    );
    return null;
  }
  if (node.kind === 'map') return readMap(text, node, diagnostics);
  if (node.kind === 'scalar') {
    if (isUnfinishedField(node, 'map')) return unfinished(node, diagnostics);
    return node.value === null ? null : keywords([node], node.range, false);
  }
  const scalars = node.items.filter((i): i is YamlScalar => i.kind === 'scalar');
  const plain = scalars.filter((i) => !isUnfinishedField(i, 'item'));
  for (const item of scalars) if (!plain.includes(item)) unfinished(item, diagnostics);
  const children: DetectionNode[] = [];
  for (const item of node.items) {
    if (item.kind === 'scalar') continue;
    const child = readNode(text, item, item.range, diagnostics, depth + 1);
    if (child) children.push(child);
  }
  if (plain.length > 0) {
    const own = keywords(plain, children.length > 0 ? plain[0]!.range : node.range, true);
    if (children.length === 0) return own;
    children.unshift(own);
  }
  if (children.length === 0) return null;
  return { kind: 'some', range: node.range, children };
}

function unfinished({ text, range }: YamlScalar, diagnostics: RuleDiagnostics): null {
  diagnostics.error('field-unfinished', range, unfinishedMessage(text));
  return null;
}

function keywords(values: readonly YamlScalar[], range: Range, list: boolean): DetectionItem {
  return { kind: 'item', range, field: null, fieldRange: range, modifiers: [], values, list };
}

function readMap(text: string, map: YamlMap, diagnostics: RuleDiagnostics): DetectionNode | null {
  const children = map.entries.flatMap((e) => {
    const item = readItem(text, e, diagnostics);
    return item ? [item] : [];
  });
  if (children.length === 0) return null;
  return { kind: 'every', range: map.range, children };
}

function readItem(
  text: string,
  { key, value }: YamlEntry,
  diagnostics: RuleDiagnostics,
): DetectionItem | null {
  const [field, ...names] = key.text.split('|');
  const modifiers: Placed[] = [];
  let offset = field!.length;
  for (const name of names) {
    const range = scalarSource(text, key, { start: offset + 1, end: offset + 1 + name.length });
    modifiers.push({ value: name, range: name ? range : key.range });
    offset += 1 + name.length;
  }
  const fieldRange = field ? scalarSource(text, key, { start: 0, end: field.length }) : key.range;
  const range = { start: key.range.start, end: Math.max(value.range.end, key.range.end) };
  const items = value.kind === 'sequence' ? value.items : [value];
  const values: YamlScalar[] = [];
  for (const item of items) {
    if (item.kind === 'scalar') values.push(item);
    else {
      diagnostics.error(
        'value-type',
        item.range,
        say`A value of \`${field || 'the keywords'}\` has to be text, a number, \`true\`, \`false\` or \`null\`, not a ${item.kind === 'map' ? 'map' : 'list'}.${item.kind === 'map' ? ' Quote it if it holds a colon.' : ''}`,
      );
    }
  }
  if (values.length === 0) {
    if (items.length === 0) {
      diagnostics.error(
        'values-empty',
        value.range,
        say`The list of values of \`${key.text}\` is empty, so the field can never match. Add a value, or remove the field.`,
      );
    }
    return null;
  }
  return {
    kind: 'item',
    range,
    field: field || null,
    fieldRange,
    modifiers,
    values,
    list: value.kind === 'sequence',
  };
}
