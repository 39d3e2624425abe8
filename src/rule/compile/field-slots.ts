/** Numbers field names in the order in which they are first asked for; a plan refers to fields by these numbers. */
export class FieldSlots {
  readonly names: string[] = [];
  private readonly slots = new Map<string, number>();

  /** The slot of a field; a new one for a name not seen before. */
  of(field: string): number {
    let slot = this.slots.get(field);
    if (slot === undefined) {
      slot = this.names.push(field) - 1;
      this.slots.set(field, slot);
    }
    return slot;
  }
}
