import type { Range } from '../../text';

/** A YAML value with the range of its characters. Aliases are resolved: the node is the anchor's own. */
export type YamlNode = YamlScalar | YamlMap | YamlSequence;

export interface YamlScalar {
  readonly kind: 'scalar';
  /** The characters of the scalar, quotes included; of an empty value the place where it would stand. */
  readonly range: Range;
  /** The decoded characters, whatever the type. */
  readonly text: string;
  /** The value under the core schema of YAML 1.2. */
  readonly value: string | number | boolean | null;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** Of a block scalar: the blanks before its lines that do not belong to it. */
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

/** The entry of `map` named `key`; the last one where the key stands twice. */
export function entry(map: YamlMap, key: string): YamlEntry | undefined {
  for (let i = map.entries.length - 1; i >= 0; i--)
    if (map.entries[i]!.key.text === key) return map.entries[i];
  return undefined;
}
