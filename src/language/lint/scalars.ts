import type { Collection, YamlNode, YamlScalar } from '../../rule';

/** A scalar of a text, with the key of its document that it belongs to. */
export interface PlacedScalar {
  readonly scalar: YamlScalar;
  readonly under: string;
}

/** Every scalar of a text's documents once, including keys, in the order of the text. Remembered with the text. */
const known = new WeakMap<Collection, readonly PlacedScalar[]>();

/** The scalar at `at`; undefined between scalars. */
export function scalarAt(collection: Collection, at: number): PlacedScalar | undefined {
  let all = known.get(collection);
  if (!all) {
    all = scalarsOf(collection);
    known.set(collection, all);
  }
  let [from, to] = [0, all.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (all[middle]!.scalar.range.end <= at) from = middle + 1;
    else to = middle;
  }
  const found = all[from];
  return found && found.scalar.range.start <= at ? found : undefined;
}

function scalarsOf({ documents }: Collection): PlacedScalar[] {
  const found: PlacedScalar[] = [];
  const seen = new Set<YamlNode>();
  const walk = (node: YamlNode, under: string): void => {
    // The values of aliases are listed once.
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'scalar') found.push({ scalar: node, under });
    else if (node.kind === 'sequence') for (const item of node.items) walk(item, under);
    else
      for (const { key, value } of node.entries) {
        walk(key, under);
        walk(value, under);
      }
  };
  for (const { document } of documents)
    for (const { key, value } of document.tree.entries) {
      walk(key, key.text);
      walk(value, key.text);
    }
  return found.sort((a, b) => a.scalar.range.start - b.scalar.range.start);
}

/** True if the character at `at` is in a quoted value, or in a block after `|` or `>`, where nothing is YAML. */
export function isInText(collection: Collection, at: number): boolean {
  const found = scalarAt(collection, at);
  return found !== undefined && found.scalar.style !== 'plain';
}
