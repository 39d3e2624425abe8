import type { Range, Scalar } from '../text';
import type { JsonPath, Leaf, SigmaEvent, Tree, ValueLocation } from './event';
import { elementText, isObject } from './json';
import { anyLeaf, leavesOf } from './leaves';
import { mayBeLost } from './lost-number';
import { locateTrees, pathValue } from './member-paths';
import { namesOf } from './names';
import { nested, treesIn } from './nested';

/** The name under which a block calls the member itself. */
export const ITSELF = '.';

/**
 * One member of an array, seen as an event: its fields are relative to it. One object serves all members, one after
 * the other.
 */
export class MemberEvent implements SigmaEvent {
  private outer!: SigmaEvent;
  private tree!: Tree;

  /** Turns to another member of an array of `outer`. */
  turnTo(outer: SigmaEvent, tree: Tree): void {
    this.outer = outer;
    this.tree = tree;
  }

  get index(): number {
    return this.outer.index;
  }

  get range(): Range {
    return this.outer.range;
  }

  get(field: string): unknown {
    const value = this.look(field);
    if (!mayBeLost(value)) return value;
    this.exact();
    return this.look(field);
  }

  private look(field: string): unknown {
    const { value } = this.tree;
    if (field === ITSELF) return elementText(value);
    if (isObject(value)) return elementText(nested(value, field));
    return Array.isArray(value) ? pathValue(treesIn(this.tree, field)) : undefined;
  }

  trees(field: string): readonly Tree[] {
    return field === ITSELF ? [this.tree] : treesIn(this.tree, field);
  }

  at(path: JsonPath): unknown {
    return this.outer.at(path);
  }

  exact(): void {
    this.outer.exact?.();
    const { path } = this.tree;
    if (path) this.tree = { path, value: this.outer.at(path) };
  }

  fields(): string[] {
    const { value } = this.tree;
    const names = new Set<string>();
    for (const member of Array.isArray(value) ? value : [value])
      if (isObject(member)) for (const name of namesOf(member)) names.add(name);
    return names.size > 0 ? [...names] : [ITSELF];
  }

  leaves(): Leaf[] {
    this.exact();
    return leavesOf(this.tree.value, this.tree.path ?? []);
  }

  anyLeaf(test: (value: Scalar) => boolean): boolean {
    this.exact();
    return anyLeaf(this.tree.value, test);
  }

  locate(field: string, member?: number | readonly number[]): ValueLocation | undefined {
    const found = locateTrees(this.outer, this.trees(field), member);
    if (!found) return undefined;
    const { key, value } = found;
    return { name: field, key, value, toText: (decoded) => found.toText(decoded) };
  }

  locatePath(path: JsonPath): ValueLocation | undefined {
    return this.tree.path ? this.outer.locatePath(path) : undefined;
  }
}
