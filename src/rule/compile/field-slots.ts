/** Numbers field names in order of first use. A plan refers to fields by these numbers. */
export class FieldSlots {
  readonly names: string[] = [];
  private readonly slots = new Map<string, number>();

  /** The slot of a field; assigns one to a new name. */
  of(field: string): number {
    let slot = this.slots.get(field);
    if (slot === undefined) {
      slot = this.names.push(field) - 1;
      this.slots.set(field, slot);
    }
    return slot;
  }
}
