import type { FieldPath } from '../array-path';

/** Numbers field names in order of first use. A plan refers to fields by these numbers. */
export class FieldSlots {
  readonly names: string[] = [];
  /** By slot: the way to a field at a position of an array. */
  readonly paths: (FieldPath | undefined)[] = [];
  private readonly slots = new Map<string, number>();

  /** The slot of a field, or of what is at the end of a path; assigns one to a new name. */
  of(field: string, path?: FieldPath): number {
    // A field may be named like a position: `args[0]`, written `args\[0\]`.
    const key = path ? `path ${JSON.stringify(path)}` : `name ${field}`;
    let slot = this.slots.get(key);
    if (slot === undefined) {
      slot = this.names.push(field) - 1;
      this.paths.push(path);
      this.slots.set(key, slot);
    }
    return slot;
  }
}
