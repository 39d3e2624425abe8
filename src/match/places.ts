import type { ValueLocation } from '../event';
import type { FieldState, PlanItem } from '../rule';
import type { EventView } from './view';

/** Which member of the field's value reading `index` is. */
export function memberOf(state: FieldState, index: number): number | readonly number[] {
  return state.paths?.[index] ?? (state.isArray ? index : 0);
}

/** Where the event has an item's field, or a member of its value. Undefined for keywords. */
export function locateField(
  { field, path }: Pick<PlanItem, 'field' | 'path'>,
  view: EventView,
  member?: number | readonly number[],
): ValueLocation | undefined {
  if (field === null) return undefined;
  if (!path) return view.coverage.locate(view.event, field, member);
  const found = view.locateAt(path, member);
  if (!found) return undefined;
  const { key, value } = found;
  return { name: field, key, value, toText: (decoded) => found.toText(decoded) };
}
