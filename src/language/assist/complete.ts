import { escapedName } from '../../rule';
import { LOGSOURCE_KEYS, type LogsourceKey } from '../lint/logsources';
import { ARRAY_FORMS } from './array-docs';
import { besides, gathered, hasSelectors, memberField, membersAt } from './blocks';
import { CHOICES } from './choices';
import { arrayItems, memberItems } from './complete-arrays';
import { conditionItems } from './complete-condition';
import { fieldItems, valueItems } from './complete-fields';
import { keyItems } from './complete-keys';
import { logsourceValues } from './complete-logsource';
import { tagItems } from './complete-tags';
import { joinedNames } from './correlation-names';
import type { AssistFacts, Completion, Item } from './item';
import { documentsOf, type Line, restOf } from './line';
import { modifiersAfter } from './modifiers';
import { type Outline, outlineOf } from './outline';
import { type Place, placeAt } from './place';

const NOTHING: readonly Item[] = [];

/**
 * Suggestions for the cursor at `offset` in a text of rules, which may be in the middle of an edit. Linear in the
 * text; never throws. The range is in `text`.
 */
export function complete(text: string, offset: number, facts: AssistFacts = {}): Completion {
  const place = placeAt(text, offset);
  const outline = outlineOf(place.lines);
  const at = (range: Completion['range'], items: readonly Item[]) => ({ range, items });
  if (place.kind === 'none') return at(place.range, NOTHING);
  const members = fieldAt(place);
  if (members !== null) return field(place, members, outline, facts);
  if (place.kind === 'key') return at(place.range, keyItems(place, outline, facts));
  const key = place.path.join('/');
  if (isCondition(place))
    return condition(
      place,
      outline.selections.map((s) => s.name),
    );
  const joined = key === 'correlation/condition' ? joinedNames(outline, facts.spec) : null;
  if (joined) return condition(place, joined, true);
  if (key === 'correlation/rules') return at(place.range, ruleNames(text));
  if (key === 'filter/rules') return at(place.range, [ANY, ...ruleNames(text)]);
  return at(place.range, valueSuggestions(place, outline, facts));
}

const ANY: Item = {
  label: 'any',
  insert: 'any',
  kind: 'value',
  doc: 'The filter applies to every rule of its log source.',
};

/** The rules of the text by the names, or else the ids, that other documents use to refer to them. */
function ruleNames(text: string): readonly Item[] {
  const names = new Map<string, Item>();
  for (const { lines } of documentsOf(text)) {
    if (outlineOf(lines).kind !== 'detection') continue;
    const written = (key: string) => {
      const line = lines.find((l) => l.key === key && l.column === 0);
      return line ? restOf(line).replace(/^(['"])(.*)\1$/, '$2') : '';
    };
    const name = written('name') || written('id');
    if (name === '') continue;
    const title = written('title');
    names.set(name, { label: name, insert: name, kind: 'value', ...(title ? { detail: title } : {}) });
  }
  return [...names.values()];
}

/** The members that a field written here is about, `''` outside of blocks; null if no field is written here. */
function fieldAt({ kind, path }: Place): string | null {
  return kind === 'key' && path.length >= 2 && inDetection(path) ? membersAt(path.slice(2)) : null;
}

function inDetection([first, second]: readonly string[]): boolean {
  return (first === 'detection' || first === 'filter') && second !== 'condition' && second !== 'timeframe';
}

function isCondition({ path }: Place): boolean {
  const key = path.join('/');
  return key === 'detection/condition' || key === 'filter/condition' || isBlockCondition(path);
}

/** True for the condition in a block about members. */
function isBlockCondition(path: readonly string[]): boolean {
  return (
    path.length > 3 && path.at(-1) === 'condition' && inDetection(path) && !!membersAt(path.slice(2, -1))
  );
}

function field(place: Place, members: string, outline: Outline, facts: AssistFacts): Completion {
  const { before, range, whole } = place;
  const bar = before.lastIndexOf('|');
  if (bar < 0) {
    const arrays = hasSelectors(outline, facts.spec) ? (facts.arrays ?? []) : null;
    const found = arrays && memberItems(place, members, arrays);
    if (found) return { ...found, items: [...found.items, ...blockKeys(place)] };
    const end = whole.indexOf('|');
    const own = members ? NOTHING : fieldItems(outline.logsource, facts);
    return {
      range: { start: range.start, end: end < 0 ? range.end : range.start + end },
      items: [
        ...(arrays ? own.map((item) => ({ ...item, insert: escapedName(item.insert) })) : own),
        ...(members ? NOTHING : arrayItems(arrays ?? [])),
      ],
    };
  }
  const next = whole.indexOf('|', bar + 1);
  const items = modifiersAfter(before.slice(0, bar).split('|').slice(1)).map(
    ({ name, doc }): Item => ({
      label: name,
      insert: name,
      kind: 'modifier',
      doc: `${doc.summary}\n\n\`${doc.example}\``,
    }),
  );
  return { range: { start: range.start + bar + 1, end: next < 0 ? range.end : range.start + next }, items };
}

/** Suggestions in a condition over selections, or over the rules of a correlation, of these names. */
function condition(
  { before, range, whole, path, lines }: Place,
  names: readonly string[],
  correlation = false,
): Completion {
  const word = /[\p{L}\p{N}_.*?-]*$/u.exec(before)![0];
  const rest = /^[\p{L}\p{N}_.*?-]*/u.exec(whole.slice(before.length))![0];
  const end = range.start + before.length;
  const items = conditionItems(
    before.slice(0, before.length - word.length),
    isBlockCondition(path) ? namesBeside(lines, range.start) : names,
    correlation,
  );
  return { range: { start: end - word.length, end: end + rest.length }, items };
}

/** The key `condition` in a block that has selections of its own. */
function blockKeys({ lines, range, path, before }: Place): readonly Item[] {
  const line = lines.find((one) => one.range.start <= range.start && range.start <= one.range.end);
  if (path.length < 3 || before.includes('[') || !line) return NOTHING;
  const others = besides(lines, line);
  const isExtended = others.some((one) => restOf(one) === '' && !/[\]|]/.test(one.key ?? ''));
  if (!isExtended || others.some(({ key }) => key === 'condition')) return NOTHING;
  return [
    { label: 'condition', insert: 'condition: ', kind: 'key', doc: ARRAY_FORMS.get('condition in a block')! },
  ];
}

/** The selections of a block, beside the condition at an offset. */
function namesBeside(lines: readonly Line[], offset: number): string[] {
  const line = lines.find(({ range }) => range.start <= offset && offset <= range.end);
  return line ? besides(lines, line).flatMap(({ key }) => key ?? []) : [];
}

function valueSuggestions(place: Place, outline: Outline, facts: AssistFacts): readonly Item[] {
  const { path } = place;
  const key = path.join('/');
  if (key === 'tags') return tagItems();
  if (key === 'date' || key === 'modified')
    return facts.today
      ? [{ label: facts.today, insert: facts.today, kind: 'value', detail: 'today' }]
      : NOTHING;
  if (key === 'id')
    return facts.id
      ? [
          {
            label: facts.id,
            insert: facts.id,
            kind: 'value',
            detail: 'new',
            doc: 'A new random UUID.',
          },
        ]
      : NOTHING;
  const choices = CHOICES.get(key);
  if (choices) return choices.map(([label, doc]) => ({ label, insert: label, kind: 'value', doc }));
  if (path[0] === 'logsource' && path.length === 2 && LOGSOURCE_KEYS.some((p) => p === path[1]))
    return logsourceValues(
      path[1] as LogsourceKey,
      without(outline.logsource, path[1] as LogsourceKey),
      facts,
    );
  if (key === 'fields' || key === 'correlation/group-by' || key === 'correlation/condition/field')
    return fieldItems(outline.logsource, facts);
  const members = path.length >= 3 && inDetection(path) ? membersAt(path.slice(2, -1)) : null;
  if (members !== null) {
    const [name, ...modifiers] = path.at(-1)!.split('|');
    return valueItems(facts.values?.(gathered(memberField(members, name!))) ?? [], modifiers, place);
  }
  return NOTHING;
}

function without(source: Outline['logsource'], part: LogsourceKey): Outline['logsource'] {
  const { [part]: _, ...others } = source;
  return others;
}
