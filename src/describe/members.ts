import type { FieldPath, MemberQuantifier } from '../rule';

/** What names a block about the members of an array, as written, compiled or explained. */
export interface Block {
  readonly field: string;
  readonly path: FieldPath;
  readonly quantifier: MemberQuantifier;
}

/** True for a block about the one member at a position. */
export function isAtPosition({ path }: Block): boolean {
  return typeof path[path.length - 1] === 'number';
}

/** A block as its key is written: `connections[any]`, `args[0]`. */
export function blockName(block: Block): string {
  return isAtPosition(block) ? block.field : `${block.field}[${block.quantifier}]`;
}

/** A field of members by all of its names, from the event inwards: `connections[any].ip`. `.` is the member itself. */
export function nameWithin(block: string, field: string): string {
  if (block === '') return field;
  return field === '.' ? block : `${block}.${field}`;
}
