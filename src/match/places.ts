import type { ValueLocation } from '../event';
import type { FieldState } from '../rule';
import type { EventView } from './view';

/** Which member of the field's value reading `index` is. */
export function memberOf(state: FieldState, index: number): number | readonly number[] {
  return state.paths?.[index] ?? (state.isArray ? index : 0);
}

/** Where the event has the rule's field. */
export function locateField(
  field: string,
  view: EventView,
  member?: number | readonly number[],
): ValueLocation | undefined {
  return view.coverage.locate(view.event, field, member);
}
