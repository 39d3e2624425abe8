import { isNumber } from '../../text';
import { fold } from '../value/fold';

/** Gives a field's value again, with numbers as written in the event's text. */
export interface ExactSource {
  exactly(): unknown;
}

/** One scalar value of an event. Its text forms are made once, on demand. */
export class FieldReading {
  private textForm: string | null | undefined;
  private foldedForm: string | undefined;
  value: unknown;

  constructor(
    value?: unknown,
    private readonly source: ExactSource | null = null,
  ) {
    this.value = value;
  }

  /** Sets another value. Readings are reused from event to event. */
  set(value: unknown): void {
    this.value = value;
    this.textForm = typeof value === 'string' ? value : undefined;
    this.foldedForm = undefined;
  }

  /** The value as text: strings unchanged, numbers and booleans as written in JSON; null for anything else. */
  get text(): string | null {
    if (this.textForm === undefined) {
      // `1.0` is the number 1 until its characters are needed.
      if (typeof this.value === 'number' && this.source) this.value = this.source.exactly();
      const { value } = this;
      if (typeof value === 'string') this.textForm = value;
      else this.textForm = isNumber(value) || typeof value === 'boolean' ? String(value) : null;
    }
    return this.textForm;
  }

  /** `text`, folded. Call only if `text` is not null. */
  get folded(): string {
    if (this.foldedForm === undefined) this.foldedForm = fold(this.text ?? '');
    return this.foldedForm;
  }
}

const NONE: FieldReading[] = [];

/**
 * What a field holds in one event: nothing (absent), or the members of its value (one, unless the value is an array).
 */
export class FieldState {
  present = false;
  /** True if the event's value is an array. Members are matched one by one. */
  isArray = false;
  readings: FieldReading[] = [];
  /** For nested arrays: the path to each reading. */
  paths: readonly (readonly number[])[] | null = null;
  private readonly single: FieldReading[];

  constructor(private readonly source: ExactSource | null = null) {
    this.single = [new FieldReading(undefined, source)];
  }

  /** Sets a value as `SigmaEvent.get` returns it; `undefined` means absent. */
  set(value: unknown): void {
    this.present = value !== undefined;
    // Fast check for texts and numbers, which nearly all values are.
    this.isArray = typeof value === 'object' && Array.isArray(value);
    if (this.isArray) {
      const numbers =
        this.source !== null && (value as unknown[]).some((member) => typeof member === 'number');
      const members = (numbers ? this.source!.exactly() : value) as unknown[];
      this.paths = members.some(Array.isArray) ? memberPaths(members, 0) : null;
      this.readings = (this.paths ? members.flat(DEEPEST) : members).map(
        (member) => new FieldReading(member),
      );
    } else if (this.present) {
      this.single[0]!.set(value);
      this.readings = this.single;
    } else this.readings = NONE;
  }
}

/** Nested arrays are opened to this depth. Real events have no deeper values. */
const DEEPEST = 8;

/** The index path of each member, nested ones included, in the order of `flat`. */
function memberPaths(members: readonly unknown[], depth: number): number[][] {
  return members.flatMap((member, i) =>
    Array.isArray(member) && depth < DEEPEST
      ? memberPaths(member, depth + 1).map((path) => [i, ...path])
      : [[i]],
  );
}

/** Gives the state of any field of the current event, after mapping. `fieldref` reads its other field here. */
export interface FieldAccess {
  field(name: string): FieldState;
}
