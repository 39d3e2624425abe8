import type { SigmaEvent, Tree, ValueLocation } from './event';
import { elementText, isObject, textName } from './json';
import { treesIn } from './nested';
import type { Coverage } from './source/view';

/** A way to a value: names, which may be dotted, and positions in arrays, from the end if negative. */
export type MemberPath = readonly (string | number)[];

/** What a path leads to. A name is that of the rule where the path begins, and the event's own further on. */
export function pathTrees(coverage: Coverage, event: SigmaEvent, path: MemberPath): readonly Tree[] {
  let trees = coverage.trees(event, String(path[0]));
  for (let i = 1; i < path.length && trees.length > 0; i++) {
    const step = path[i]!;
    trees = trees.flatMap((tree) => (typeof step === 'number' ? memberAt(tree, step) : treesIn(tree, step)));
  }
  return trees.map(listIn);
}

/** The list that an element has as its text, such as `{"#text": ["a", "b"]}`; any other value is returned as it is. */
function listIn(tree: Tree): Tree {
  const { path, value } = tree;
  const name = isObject(value) ? textName(value) : undefined;
  if (name === undefined) return tree;
  const text = elementText(value);
  return Array.isArray(text) ? { path: path && [...path, name], value: text } : tree;
}

function memberAt(tree: Tree, position: number): readonly Tree[] {
  const { path, value } = listIn(tree);
  if (!Array.isArray(value)) return [];
  const index = position < 0 ? value.length + position : position;
  if (index < 0 || index >= value.length) return [];
  return [{ path: path && [...path, index], value: value[index] }];
}

/** The members of the arrays that a path leads to. A single value is one member; null is none. */
export function membersIn(trees: readonly Tree[]): readonly Tree[] {
  const [only] = trees;
  if (only && trees.length === 1 && !Array.isArray(only.value)) return isNothing(only.value) ? [] : trees;
  return trees.flatMap((tree) => {
    const { path, value } = tree;
    if (Array.isArray(value))
      return value.map((member, i) => ({ path: path && [...path, i], value: member }));
    return isNothing(value) ? [] : [tree];
  });
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

/** The value at the end of a path as `SigmaEvent.get` gives that of a name: of several ways the values of all. */
export function pathValue(trees: readonly Tree[]): unknown {
  if (trees.length === 0) return undefined;
  if (trees.length === 1) return elementText(trees[0]!.value);
  return trees.flatMap(({ value }) => (Array.isArray(value) ? value : [elementText(value)]));
}

/** Where that value is, or one member of it. */
export function locateTrees(
  event: SigmaEvent,
  trees: readonly Tree[],
  member?: number | readonly number[],
): ValueLocation | undefined {
  const [first, ...rest] = typeof member === 'number' ? [member] : (member ?? []);
  const [only] = trees;
  if (!only) return undefined;
  if (trees.length === 1) {
    const inside = Array.isArray(only.value) && first !== undefined ? [first, ...rest] : [];
    return locateTree(event, only, inside);
  }
  const all = trees.flatMap((tree) =>
    Array.isArray(tree.value)
      ? tree.value.map((value, i) => ({ path: tree.path && [...tree.path, i], value }))
      : [tree],
  );
  const chosen = all[first ?? 0];
  return chosen && locateTree(event, chosen, rest);
}

function locateTree(
  event: SigmaEvent,
  { path, value }: Tree,
  inside: readonly number[],
): ValueLocation | undefined {
  if (!path) return undefined;
  const text = inside.length === 0 && isObject(value) ? textName(value) : undefined;
  return event.locatePath([...path, ...inside, ...(text === undefined ? [] : [text])]);
}
