import type { Readings } from '../../knowledge';
import { jsonText } from '../../text';
import type { SigmaEvent, Tree, ValueLocation } from '../event';
import type { Coverage, FieldOrigin } from './view';

/** A coverage whose fields are read the other way: lists as one text, names in any case. */
export class AlternativeCoverage implements Coverage {
  readonly applicable: boolean;
  readonly reason: string;
  readonly note: string;
  readonly names: string;

  constructor(
    private readonly coverage: Coverage,
    private readonly readings: Readings,
  ) {
    this.applicable = coverage.applicable;
    this.reason = coverage.reason;
    this.note = coverage.note;
    this.names = coverage.names;
  }

  resolve(field: string): (event: SigmaEvent) => unknown {
    const name = this.spelling(field);
    const read = this.coverage.resolve(name);
    if (!this.readings['array-member']) return read;
    return (event) => {
      const value = read(event);
      return this.isList(event, name, value) ? joinedList(value) : value;
    };
  }

  trees(event: SigmaEvent, field: string): readonly Tree[] {
    return this.coverage.trees(event, this.spelling(field));
  }

  origin(field: string, event?: SigmaEvent): FieldOrigin {
    return this.coverage.origin(this.spelling(field), event);
  }

  locate(event: SigmaEvent, field: string, member?: number | readonly number[]): ValueLocation | undefined {
    const name = this.spelling(field);
    if (this.readings['array-member'] && this.isList(event, name, this.coverage.resolve(name)(event))) {
      const found = this.coverage.locate(event, name);
      // The joined text is not in the event: any part of it stands for the whole list.
      return found && { name: found.name, key: found.key, value: found.value, toText: () => [found.value] };
    }
    return this.coverage.locate(event, name, member);
  }

  spelling(field: string): string {
    return this.readings['field-case'] ? this.coverage.spelling(field) : field;
  }

  /** True for a list in the event itself; several forms of one value that a mapping gives are not a list. */
  private isList(event: SigmaEvent, field: string, value: unknown): value is readonly unknown[] {
    if (!Array.isArray(value) || value.length === 0) return false;
    return this.coverage.origin(field, event).own.some((name) => Array.isArray(event.get(name)));
  }
}

/** A list as one text, where its members do not count. */
export function joinedList(list: readonly unknown[]): string {
  return list.map((member) => (typeof member === 'object' ? jsonText(member) : String(member))).join(', ');
}
