import { parseYaml, type RuleCode, type YamlMap, type YamlNode, type YamlSequence } from '../../rule';
import { Diagnostics } from '../../text';

/**
 * The documents of a text with the structure of rules; null if it has another. Whether a rule is right is another
 * question.
 */
export function soundDocuments(text: string): readonly YamlMap[] | null {
  const diagnostics = new Diagnostics<RuleCode>();
  const documents = parseYaml(text, diagnostics).filter((d) => d.kind !== 'scalar' || d.value !== null);
  if (diagnostics.hasErrors || documents.length === 0) return null;
  const maps = documents.filter((d): d is YamlMap => d.kind === 'map');
  if (maps.length < documents.length) return null;
  const global = maps.some((map) => valueAt(map, 'action') !== undefined);
  return maps.every((map) => isSound(map, global)) ? maps : null;
}

function isSound(map: YamlMap, global: boolean): boolean {
  if (!hasCleanKeys(map)) return false;
  const logsource = valueAt(map, 'logsource');
  if (logsource !== undefined && !isMapOf(logsource, (value) => value.kind === 'scalar')) return false;
  const detection = valueAt(map, 'detection');
  if (detection) return isDetection(detection, global);
  const correlation = valueAt(map, 'correlation');
  if (correlation)
    return (
      isMap(correlation) &&
      valueAt(correlation, 'type') !== undefined &&
      correlation.entries.every(({ value }) => !isUnwritten(value))
    );
  const filter = valueAt(map, 'filter');
  return filter ? isDetection(filter, false) : global;
}

function isDetection(node: YamlNode, global: boolean): boolean {
  if (!isMap(node) || !hasCleanKeys(node)) return false;
  if (!global && isNothing(valueAt(node, 'condition'))) return false;
  return node.entries.every(({ key, value }) => {
    if (isNothing(value)) return false;
    return ['condition', 'timeframe', 'rules'].includes(key.text) || isBody(value, 0);
  });
}

/** A selection: fields with values, or a list of such maps or of keywords. */
function isBody(node: YamlNode, depth: number): boolean {
  if (node.kind === 'scalar') return true;
  if (node.kind === 'sequence')
    return depth < 8 && !isMixedUp(node) && node.items.every((item) => isBody(item, depth + 1));
  return (
    hasCleanKeys(node) &&
    node.entries.every(
      ({ value }) =>
        value.kind === 'scalar' ||
        (value.kind === 'sequence' && value.items.every((item) => item.kind === 'scalar')),
    )
  );
}

/** A list of values that slid beside its key. */
function isMixedUp({ items }: YamlSequence): boolean {
  const bare = items.some(
    (item) => item.kind === 'map' && item.entries.some(({ value }) => isUnwritten(value)),
  );
  return bare && items.some((item) => item.kind === 'scalar');
}

function isUnwritten(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '';
}

function isMapOf(node: YamlNode, holds: (value: YamlNode) => boolean): boolean {
  return isMap(node) && hasCleanKeys(node) && node.entries.every(({ value }) => holds(value));
}

function isMap(node: YamlNode): node is YamlMap {
  return node.kind === 'map';
}

/** True if no key begins or ends with something that only looks like a space. */
function hasCleanKeys(map: YamlMap): boolean {
  return map.entries.every(({ key }) => !/^[\s\u200b\u2060\ufeff]|[\s\u200b\u2060\ufeff]$/.test(key.text));
}

function valueAt(map: YamlMap, name: string): YamlNode | undefined {
  return map.entries.find(({ key }) => key.text === name)?.value;
}

function isNothing(node: YamlNode | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.value === null);
}

/** The content of YAML, as one text that is equal for equal content. */
export function contentOf(documents: readonly YamlNode[]): string {
  return JSON.stringify(documents.map(content));
}

function content(node: YamlNode): unknown {
  if (node.kind === 'scalar') return typeof node.value === 'number' ? { number: node.text } : node.value;
  if (node.kind === 'sequence') return node.items.map(content);
  return { map: node.entries.map(({ key, value }) => [key.text, content(value)]) };
}
