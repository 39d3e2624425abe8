import { type SpecVersion, specHas } from '../knowledge';
import { RULE, told } from '../limits';
import { code, prose, type Range, say, scalarSource } from '../text';
import { type PathPart, readPath } from './array-path';
import type {
  Detection,
  DetectionItem,
  DetectionMembers,
  DetectionNode,
  Placed,
  PlacedCondition,
  Selection,
} from './ast';
import type { RuleDiagnostics } from './codes';
import { readConditions } from './read-conditions';
import { type Key, readItem, wholeOf } from './read-item';
import { selectorMissing } from './selector-missing';
import { isUnfinishedField, unfinishedMessage } from './unfinished';
import { entry, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from './yaml/node';

/**
 * Reads `detection` (semantics.md, "Detections and conditions"): selections and conditions. Null if there is nothing
 * to evaluate.
 */
export function readDetection(
  text: string,
  node: YamlNode,
  key: Range,
  spec: SpecVersion,
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
  const reading: Reading = { text, diagnostics, selectors: specHas(spec, 'proposals') };
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
    } else selections.push(readSelection(reading, key, value, 0));
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

/** What all parts of a detection are read with. */
interface Reading {
  readonly text: string;
  readonly diagnostics: RuleDiagnostics;
  /** True if brackets in field names select members of arrays. */
  readonly selectors: boolean;
}

/** A selection. An unusable body is reported and kept empty, so that its name does not become unknown as well. */
function readSelection(reading: Reading, key: YamlScalar, node: YamlNode, depth: number): Selection {
  const { diagnostics } = reading;
  const { text: name, range: at } = key;
  const before = diagnostics.all.length;
  const body = readNode(reading, node, at, depth);
  if (!body && diagnostics.all.length === before) {
    diagnostics.error(
      'selection-empty',
      at,
      say`\`${name}\` is empty. Add a field with a value, or a list of keywords.`,
    );
  }
  return { name, nameRange: at, body: body ?? { kind: 'every', range: at, children: [] } };
}

function readNode(reading: Reading, node: YamlNode, at: Range, depth: number): DetectionNode | null {
  const { diagnostics } = reading;
  if (isTooDeep(reading, at, depth)) return null;
  if (node.kind === 'map') return readMap(reading, node, depth);
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
    const child = readNode(reading, item, item.range, depth + 1);
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

/** True, and reported, if a part is nested more deeply than a selection may be. */
function isTooDeep({ diagnostics }: Reading, at: Range, depth: number): boolean {
  if (depth <= RULE.selectionDepth.value) return false;
  diagnostics.error(
    'selection-depth',
    at,
    say`The selection is nested more than ${told(RULE.selectionDepth)} levels deep. Write some parts as selections of their own.`,
  );
  return true;
}

function unfinished({ text, range }: YamlScalar, diagnostics: RuleDiagnostics): null {
  diagnostics.error('field-unfinished', range, unfinishedMessage(text));
  return null;
}

function keywords(values: readonly YamlScalar[], range: Range, list: boolean): DetectionItem {
  return { kind: 'item', range, field: null, fieldRange: range, modifiers: [], values, list };
}

function readMap(reading: Reading, map: YamlMap, depth: number): DetectionNode | null {
  const children = map.entries.flatMap((e) => readEntry(reading, e, depth) ?? []);
  if (children.length === 0) return null;
  return { kind: 'every', range: map.range, children };
}

function readEntry(reading: Reading, { key, value }: YamlEntry, depth: number): DetectionNode | null {
  const { text, diagnostics } = reading;
  const [written, ...names] = key.text.split('|');
  const modifiers: Placed[] = [];
  let offset = written!.length;
  for (const name of names) {
    const range = scalarSource(text, key, { start: offset + 1, end: offset + 1 + name.length });
    modifiers.push({ value: name, range: name ? range : key.range });
    offset += 1 + name.length;
  }
  const place = (range: Range) => (written ? scalarSource(text, key, range) : key.range);
  const whole = { key, fieldRange: place({ start: 0, end: written!.length }), modifiers };
  if (!reading.selectors || !written) return readItem(reading, { ...whole, field: written || null }, value);
  const { parts, problem } = readPath(written);
  if (!parts) {
    const fixes = problem.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, range: place(edit.range) })),
    }));
    diagnostics.error('selector-unknown', place(problem.range), problem.message, fixes);
    return null;
  }
  return readParts(reading, { ...whole, parts, place }, value, depth);
}

/** A key whose selectors are read. */
interface SelectingKey extends Omit<Key, 'field' | 'path'> {
  readonly parts: readonly PathPart[];
  /** From a range in the key's text to one in the rule's. */
  readonly place: (range: Range) => Range;
}

function readParts(
  reading: Reading,
  key: SelectingKey,
  value: YamlNode,
  depth: number,
): DetectionNode | null {
  const [part, ...rest] = key.parts;
  const { name, path, range, quantifier, selector } = part!;
  const fieldRange = key.place(range);
  if (isTooDeep(reading, key.fieldRange, depth)) return null;
  const atPosition = typeof path[path.length - 1] === 'number';
  const block = { range: wholeOf(key.key, value), field: name, fieldRange, path };
  if (!quantifier) {
    // A map at a position is about that one member.
    if (value.kind === 'map' && atPosition)
      return readBlock(reading, key, value, depth, {
        ...block,
        quantifier: 'any',
        quantifierRange: fieldRange,
      });
    const { modifiers } = key;
    if (value.kind === 'map' && name !== '.') {
      const written = key.key.text.slice(range.start, range.end);
      const { message, fixes } = selectorMissing(written, fieldRange, modifiers.length > 0);
      reading.diagnostics.error('value-type', value.range, message, fixes);
      return null;
    }
    const own = path.length > 1 ? { path } : {};
    const [written] = key.key.text.split('|');
    const about = name === '.' && written !== '.' ? { selecting: written } : {};
    return readItem(reading, { key: key.key, field: name, fieldRange, modifiers, ...own, ...about }, value);
  }
  const about = { ...block, quantifier, quantifierRange: key.place(selector!) };
  const isLast = rest.length === 1 && rest[0]!.quantifier === null && rest[0]!.name === '.';
  if (value.kind === 'map' && isLast) return readBlock(reading, key, value, depth, about);
  const body = readParts(reading, { ...key, parts: rest }, value, depth + 1);
  return body && membersOf(about, [{ name: '', nameRange: fieldRange, body }], [], false);
}

type About = Omit<DetectionMembers, 'kind' | 'selections' | 'conditions' | 'extended'>;

function membersOf(
  about: About,
  selections: readonly Selection[],
  conditions: readonly PlacedCondition[],
  extended: boolean,
): DetectionMembers {
  return { kind: 'members', ...about, selections, conditions, extended };
}

/** A block: the fields of a member, or, with a `condition`, selections about it. */
function readBlock(
  reading: Reading,
  { key, modifiers }: SelectingKey,
  map: YamlMap,
  depth: number,
  about: About,
): DetectionMembers | null {
  const { text, diagnostics } = reading;
  const [modifier] = modifiers;
  if (modifier) {
    diagnostics.error(
      'selector-modifier',
      modifier.range,
      say`A block has no modifiers. Write ${code(modifier.value)} behind a field in the block.`,
    );
    return null;
  }
  const condition = entry(map, 'condition');
  if (!condition) {
    if (map.entries.length === 0) {
      diagnostics.error(
        'selection-empty',
        key.range,
        say`${code(key.text)} is empty. Add a field with a value.`,
      );
      return null;
    }
    const body = readNode(reading, map, map.range, depth + 1);
    return body && membersOf(about, [{ name: '', nameRange: about.fieldRange, body }], [], false);
  }
  const selections = map.entries.flatMap(({ key, value }) =>
    key.text === 'condition' ? [] : [readSelection(reading, key, value, depth + 1)],
  );
  const conditions = readConditions(text, condition.value, condition.key, diagnostics);
  return membersOf(about, selections, conditions, true);
}
