import { unmarked, type Words } from '../../text';

/**
 * Thrown while one record is read, and caught where the record began: nothing of it is kept. `message` begins in lower
 * case and says what is wrong; `offset` counts from the chunk's beginning.
 */
export class Damage extends Error {
  readonly says: Words;
  readonly offset: number;
  /** True if nothing is damaged but a limit of this reader was reached. */
  readonly isLimit: boolean;

  constructor(message: Words, offset: number, isLimit = false) {
    super(unmarked(message));
    this.says = message;
    this.offset = offset;
    this.isLimit = isLimit;
  }
}

/** A byte as shown in such a message: say`0x1f`. */
export function hexByte(value: number): string {
  return `0x${value.toString(16).padStart(2, '0')}`;
}
