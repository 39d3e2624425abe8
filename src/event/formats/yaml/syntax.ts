import type { EventSyntax } from '../../event-syntax';
import { isObject, type JsonObject } from '../../json';
import { shapeOf } from '../../shapes/recognise';
import { locateOpened, opened } from '../opened/opened';
import { locateTree, madeOf, readTree, type Tree } from './tree';

/** The map that the text of one event is, or why it is none. */
export function rootOf(text: string): JsonObject | string {
  try {
    const tree = readTree(text);
    const map = tree && mapOf(tree);
    return map ? opened(madeOf(map) as JsonObject) : 'an event must be a map';
  } catch (error) {
    return error instanceof Error && 'reason' in error ? String(error.reason) : 'it nests too deeply';
  }
}

/** The map itself, or that in a list of one. */
function mapOf(tree: Tree): Tree | null {
  const inside = tree.kind === 'list' ? tree.members[0] : tree;
  return inside?.kind === 'map' ? inside : null;
}

/** The syntax of an event that is YAML. */
export const yamlSyntax: EventSyntax = {
  isJson: () => false,
  parse: (text) => {
    const found = rootOf(text);
    return isObject(found) ? found : {};
  },
  shape: shapeOf,
  places: (slice, root) => {
    const tree = readTree(slice);
    const map = tree && mapOf(tree);
    return {
      locate: (_, base, path, name) => {
        if (!map) return undefined;
        return locateOpened(root, (own, shown) => locateTree(map, slice, base, own, shown), path, name);
      },
    };
  },
};
