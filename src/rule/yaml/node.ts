import type { Range } from '../../text';

/** A YAML value with its range. Aliases are resolved: the node is the anchor's own. */
export type YamlNode = YamlScalar | YamlMap | YamlSequence;

export interface YamlScalar {
  readonly kind: 'scalar';
  /** The range of the scalar with its quotes; for an empty value, the place where it would be. */
  readonly range: Range;
  /** The decoded characters, whatever the type. */
  readonly text: string;
  /** The value under the core schema of YAML 1.2. */
  readonly value: string | number | boolean | null;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** For a block scalar: the indentation of its lines that is not part of the text. */
  readonly indent?: number;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly range: Range;
  readonly entries: readonly YamlEntry[];
}

export interface YamlSequence {
  readonly kind: 'sequence';
  readonly range: Range;
  readonly items: readonly YamlNode[];
}

/** The entry of `map` with this key; the last one if the key is duplicated. */
export function entry(map: YamlMap, key: string): YamlEntry | undefined {
  for (let i = map.entries.length - 1; i >= 0; i--)
    if (map.entries[i]!.key.text === key) return map.entries[i];
  return undefined;
}
