import { prose, type Range, say, type Words } from '../text';
import type { FieldPath } from './array-path';
import type { DetectionItem, Placed } from './ast';
import type { RuleDiagnostics } from './codes';
import type { YamlNode, YamlScalar } from './yaml/node';

/** A field with its modifiers, before its values are read. */
export interface Key {
  readonly key: YamlScalar;
  /** The field as it is called in messages; null for keywords. */
  readonly field: string | null;
  readonly path?: FieldPath;
  /** The field with its selectors, if its values are about members of an array. */
  readonly selecting?: string;
  readonly fieldRange: Range;
  readonly modifiers: readonly Placed[];
}

/** The range of an entry: its key and its value. */
export function wholeOf(key: YamlScalar, value: YamlNode): Range {
  return { start: key.range.start, end: Math.max(value.range.end, key.range.end) };
}

/** Reads a field's values. Null if it has none that can be used; the diagnostics say why. */
export function readItem(
  { diagnostics }: { readonly diagnostics: RuleDiagnostics },
  { key, field, path, selecting, fieldRange, modifiers }: Key,
  value: YamlNode,
): DetectionItem | null {
  const items = value.kind === 'sequence' ? value.items : [value];
  const values: YamlScalar[] = [];
  for (const item of items) {
    if (item.kind === 'scalar') values.push(item);
    else diagnostics.error('value-type', item.range, noValue(selecting ?? field, item.kind, selecting));
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
    range: wholeOf(key, value),
    field,
    ...(path ? { path } : {}),
    fieldRange,
    modifiers,
    values,
    list: value.kind === 'sequence',
  };
}

function noValue(field: string | null, kind: 'map' | 'sequence', selecting: string | undefined): Words {
  const isMap = kind === 'map';
  const hint =
    isMap && selecting !== undefined
      ? ' Write the maps of the list as named selections, with a `condition` such as `1 of them`.'
      : isMap
        ? ' Quote it if it holds a colon.'
        : '';
  return say`A value of \`${field || 'the keywords'}\` has to be text, a number, \`true\`, \`false\` or \`null\`, not a ${isMap ? 'map' : 'list'}.${prose(hint)}`;
}
