import type { Readings } from '../../knowledge';
import type { CompiledCorrelation, CompiledReference } from '../../rule';
import { own, put } from '../../text';
import type { GroupKey, LeftOut } from './firing';
import { groupNumber, groupText } from './occurrence';

/** The group of something that a correlation counts, and what it adds there. */
export interface Placed {
  readonly key: GroupKey;
  readonly tuple: string;
  readonly number: number;
}

/** Finds the group of an event or firing by its fields, or says why it has none. `field` reads by the reference's names. */
export function placed(
  { correlation: { groupBy, type } }: CompiledCorrelation,
  reference: CompiledReference,
  field: (name: string) => unknown,
  readings: Readings,
): Placed | Omit<LeftOut, 'event'> {
  const key: Record<string, string> = {};
  for (const [i, { value: name }] of groupBy.entries()) {
    const text = groupText(field(reference.groupFields[i]!), readings);
    if (text === null) {
      // The key of a group of events without the field does not name it.
      if (readings['group-missing']) continue;
      return { reason: 'no group', field: reference.groupFields[i]! };
    }
    put(key, name, text);
  }
  const texts: string[] = [];
  for (const name of reference.valueFields) {
    const text = groupText(field(name), readings);
    if (text === null) return { reason: 'no value', field: name };
    texts.push(text);
  }
  const measured = type.value.startsWith('value_') && type.value !== 'value_count';
  const number = measured ? groupNumber(field(reference.valueFields[0]!)) : 0;
  if (!Number.isFinite(number)) return { reason: 'no value', field: reference.valueFields[0]! };
  return { key, tuple: texts.length === 1 ? texts[0]! : JSON.stringify(texts), number };
}

/** The same text for equal keys of a correlation's groups, and no others. */
export function keyText({ correlation: { groupBy } }: CompiledCorrelation, key: GroupKey): string {
  return JSON.stringify(groupBy.map(({ value: name }) => own(key, name) ?? null));
}
