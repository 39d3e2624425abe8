import { type Range, range, say, type Words } from '../../text';
import type { SigmaEvent, Tree, ValueLocation } from '../event';
import {
  type FieldRule,
  type FieldTable,
  type HashesRule,
  half,
  halves,
  inForms,
  joinUser,
  type MadeRule,
  ownName,
} from './fields';
import { type DerivedField, hashesFrom, hashField } from './hashes';
import { whyMissing } from './missing';
import { type EventSource, UNKNOWN } from './source';

/** Which of the event's own names a rule's field maps to, and a sentence for users if that is not the same name. */
export interface FieldOrigin {
  readonly own: readonly string[];
  readonly kind: 'own' | 'mapped' | 'derived' | 'never';
  /** Other names that it can have, if forwarders rename fields. */
  readonly elsewhere?: readonly string[];
  /** "Security 4688 names it NewProcessName." Absent for a field that keeps its name. */
  readonly text?: Words;
  /** Why the event has no value for it, as a whole sentence, if more is known than that it has none. */
  readonly missing?: Words;
}

type FieldReader = (event: SigmaEvent) => unknown;

/** An event's fields under the names of a rule's log source. One for each log source and event source. */
export class FieldView {
  readonly applicable: boolean;
  readonly reason: string;
  readonly note: string;
  readonly names: string;
  private readonly table: FieldTable | undefined;
  private readonly readers = new Map<string, FieldReader>();

  constructor(
    verdict: { readonly applicable: boolean; readonly reason: string; readonly note: string },
    table: FieldTable | undefined,
    private readonly source: EventSource = UNKNOWN,
  ) {
    this.applicable = verdict.applicable;
    this.reason = verdict.reason;
    this.note = verdict.note;
    this.names = table?.label ?? '';
    this.table = table;
  }

  resolve(field: string): FieldReader {
    let reader = this.readers.get(field);
    if (!reader) {
      const rule = this.table?.rules.get(field);
      reader = rule ? ruleReader(field, rule) : plainReader(field);
      if (this.readers.size > 20_000) this.readers.clear();
      this.readers.set(field, reader);
    }
    return reader;
  }

  trees(event: SigmaEvent, field: string): readonly Tree[] {
    const rule = this.table?.rules.get(field);
    if (!rule && !hashField(field)) return event.trees(field);
    if (rule && !isMade(rule)) {
      const own = ownName(event, field, rule);
      const isPlain = rule.kind !== 'mapped' || rule.forms === undefined;
      if (own !== undefined && isPlain) return event.trees(own);
    }
    const value = this.resolve(field)(event);
    if (value === undefined) return [];
    // What is made of other fields has no place of its own; an own field of that name has.
    return event.get(field) === value ? event.trees(field) : [{ path: null, value }];
  }

  spelling(field: string): string {
    const rules = this.table?.rules;
    if (!rules || rules.has(field)) return field;
    const lower = field.toLowerCase();
    for (const name of rules.keys()) if (name.toLowerCase() === lower) return name;
    return field;
  }

  origin(field: string, event?: SigmaEvent): FieldOrigin {
    const origin = this.originOf(field, event);
    const missing = event && whyMissing(this.source, origin.own, event);
    return missing === undefined ? origin : { ...origin, missing };
  }

  private originOf(field: string, event: SigmaEvent | undefined): FieldOrigin {
    const rule = this.table?.rules.get(field);
    const label = this.table?.label ?? '';
    if (!rule) return plainOrigin(field, event);
    if (isMade(rule)) return derivedOrigin(fieldOf(rule), field, event);
    const own = event && rule.kind !== 'never' ? ownName(event, field, rule) : undefined;
    if (own === field || (rule.kind === 'mapped' && own === undefined && rule.from[0] === field))
      return { own: [field], kind: 'own' };
    if (rule.kind === 'never')
      return { own: [], kind: 'never', text: rule.because ?? [`${label} never has ${field}.`] };
    if (rule.kind === 'mapped') {
      const names = own === undefined ? rule.from : [own];
      const by = rule.also?.find(([, names]) => own !== undefined && names.includes(own))?.[0] ?? label;
      const text = `${by} names it ${names.join(' or ')}.`;
      return { own: names, kind: 'mapped', text: withNote(text, rule.note) };
    }
    const [domain, name] = event ? halves(event, rule) : rule.from;
    const by = rule.also?.[2] === name ? rule.also[0] : label;
    const text = `${by} has it in two fields, ${domain} and ${name}.`;
    const elsewhere = event || !rule.also ? {} : { elsewhere: [rule.also[1], rule.also[2]] };
    return { own: [domain, name], kind: 'derived', ...elsewhere, text: withNote(text, rule.note) };
  }

  locate(event: SigmaEvent, field: string, member?: number | readonly number[]): ValueLocation | undefined {
    const rule = this.table?.rules.get(field);
    if (!rule) return hashField(field)?.locate(event, member) ?? event.locate(field, member);
    if (isMade(rule)) return fieldOf(rule).locate(event, member);
    const own = ownName(event, field, rule);
    if (own !== undefined && (rule.kind !== 'mapped' || rule.forms === undefined))
      return event.locate(own, member);
    if (rule.kind === 'derived') return locateUser(event, ...halves(event, rule));
    if (own === undefined || rule.kind !== 'mapped') return undefined;
    const found = event.locate(own);
    const value = event.get(own);
    const read = inForms(value, rule.forms!);
    if (!found || typeof member !== 'number' || !Array.isArray(read) || Array.isArray(value))
      return found && event.locate(own, member);
    if (read[member] === value) return found;
    const { name, key, value: whole } = found;
    // A name as the end of a path has one more character before it.
    const moved = ({ start, end }: Range) =>
      found.toText(range(Math.max(0, start - 1), Math.max(0, end - 1)));
    // Other forms of a value share no characters with it: the whole value stands for them.
    return { name, key, value: whole, toText: rule.forms === 'file name' ? moved : () => [whole] };
  }
}

/** What assembles the field, if it is in several values of the event. */
function fieldOf(rule: MadeRule | HashesRule): DerivedField {
  return rule.kind === 'made' ? rule.field : hashesFrom(rule.from);
}

function isMade(rule: FieldRule): rule is MadeRule | HashesRule {
  return rule.kind === 'made' || rule.kind === 'hashes';
}

function plainReader(field: string): FieldReader {
  const hash = hashField(field);
  return hash ? (event) => hash.get(event) : (event) => event.get(field);
}

function plainOrigin(field: string, event: SigmaEvent | undefined): FieldOrigin {
  const hash = hashField(field);
  return hash ? derivedOrigin(hash, field, event) : { own: [field], kind: 'own' };
}

function derivedOrigin(made: DerivedField, field: string, event: SigmaEvent | undefined): FieldOrigin {
  if (!event) return { own: made.from, kind: 'derived' };
  const origin = made.origin(event);
  return origin ? { ...origin, kind: 'derived' } : { own: [field], kind: 'own' };
}

function withNote(text: string, note: Words | undefined): Words {
  return note === undefined ? [text] : say`${text} ${note}`;
}

function ruleReader(field: string, rule: FieldRule): FieldReader {
  if (isMade(rule)) {
    const made = fieldOf(rule);
    return (event) => made.get(event);
  }
  if (rule.kind === 'never') return rule.sameName === 'other' ? () => undefined : (event) => event.get(field);
  const read = (event: SigmaEvent) => {
    const own = ownName(event, field, rule);
    return own === undefined ? undefined : event.get(own);
  };
  if (rule.kind === 'derived') return (event) => read(event) ?? joinUser(event, ...halves(event, rule));
  const { forms: kind } = rule;
  return kind === undefined ? read : (event) => inForms(read(event), kind);
}

/** The position of `domain\name`, which is in two fields: a range of it is a range in one, in the other, or in both. */
function locateUser(event: SigmaEvent, domain: string, name: string): ValueLocation | undefined {
  const user = half(event, name) === undefined ? undefined : event.locate(name, 0);
  if (!user) return undefined;
  const prefix = half(event, domain) ?? '';
  const before = prefix === '' ? undefined : event.locate(domain, 0);
  if (!before) return user;
  const cut = prefix.length;
  return {
    name: `${before.name}\\${user.name}`,
    key: user.key,
    value: user.value,
    toText(decoded: Range): Range[] {
      const ranges: Range[] = [];
      // The backslash at `cut` is in neither field.
      if (decoded.start < cut)
        ranges.push(...before.toText(range(decoded.start, Math.min(decoded.end, cut))));
      if (decoded.end > cut + 1)
        ranges.push(...user.toText(range(Math.max(0, decoded.start - cut - 1), decoded.end - cut - 1)));
      return ranges.length > 0 ? ranges : user.toText(range(0, 0));
    },
  };
}

/** What a rule's log source means for the events of one source. */
export interface Coverage {
  readonly applicable: boolean;
  /** A sentence that says why not; empty if it is applicable. */
  readonly reason: string;
  /** Equal if fields have the same names: views of one source with equal `names` read every field alike. */
  readonly names: string;
  /** What remains unknown although the rule is applicable; empty if there is nothing to say. */
  readonly note: string;
  /** The reader of a field by the rule's name for it. The same function for the same name. */
  resolve(field: string): (event: SigmaEvent) => unknown;
  /** What a field leads to in the event (`SigmaEvent.trees`), by the rule's name for it. */
  trees(event: SigmaEvent, field: string): readonly Tree[];
  /** The table's own spelling of a name that differs from it only in case; otherwise the name itself. */
  spelling(field: string): string;
  /** Which of the event's own names the field maps to: in any event of the source, or in this one. */
  origin(field: string, event?: SigmaEvent): FieldOrigin;
  /** Where the field's value is; `member` is an index in the array that `resolve` returns. */
  locate(event: SigmaEvent, field: string, member?: number | readonly number[]): ValueLocation | undefined;
}
