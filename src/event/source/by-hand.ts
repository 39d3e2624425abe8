import { byRuleName, type FieldMapping, mappingKey } from '../../text';
import type { SigmaEvent, Tree, ValueLocation } from '../event';
import type { Coverage, FieldOrigin } from './view';

type FieldReader = (event: SigmaEvent) => unknown;

/** A coverage with the user's field mappings. They win; an event that lacks the mapped field is read as before. */
export class ByHandCoverage implements Coverage {
  readonly applicable: boolean;
  readonly reason: string;
  readonly note: string;
  readonly names: string;
  private readonly own: ReadonlyMap<string, readonly string[]>;
  private readonly readers = new Map<string, FieldReader>();

  constructor(
    private readonly coverage: Coverage,
    mapping: FieldMapping,
  ) {
    this.applicable = coverage.applicable;
    this.reason = coverage.reason;
    this.note = coverage.note;
    this.own = byRuleName(mapping);
    this.names = `${coverage.names}\n${mappingKey(mapping)}`;
  }

  resolve(field: string): FieldReader {
    const own = this.own.get(field);
    const otherwise = this.coverage.resolve(field);
    if (!own) return otherwise;
    let reader = this.readers.get(field);
    if (!reader) {
      reader = (event) => {
        for (const name of own) {
          const value = event.get(name);
          if (value !== undefined) return value;
        }
        return otherwise(event);
      };
      this.readers.set(field, reader);
    }
    return reader;
  }

  trees(event: SigmaEvent, field: string): readonly Tree[] {
    for (const name of this.own.get(field) ?? []) {
      const trees = event.trees(name);
      if (trees.length > 0) return trees;
    }
    return this.coverage.trees(event, field);
  }

  spelling(field: string): string {
    if (this.own.has(field)) return field;
    const lower = field.toLowerCase();
    for (const name of this.own.keys()) if (name.toLowerCase() === lower) return name;
    return this.coverage.spelling(field);
  }

  origin(field: string, event?: SigmaEvent): FieldOrigin {
    const own = this.own.get(field);
    const otherwise = this.coverage.origin(field, event);
    if (!own) return otherwise;
    const all = [...new Set([...own, ...otherwise.own])];
    const kind = otherwise.kind === 'derived' ? 'derived' : 'mapped';
    const elsewhere = otherwise.elsewhere ? { elsewhere: otherwise.elsewhere } : {};
    return {
      own: all,
      kind,
      ...elsewhere,
      text: [`Your mapping says that ${own.join(' or ')} is ${field}.`],
    };
  }

  locate(event: SigmaEvent, field: string, member?: number | readonly number[]): ValueLocation | undefined {
    const own = this.own.get(field)?.find((name) => event.get(name) !== undefined);
    return own === undefined ? this.coverage.locate(event, field, member) : event.locate(own, member);
  }
}
