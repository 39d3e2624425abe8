import type { Coverage, SigmaEvent, ValueLocation } from '../event';
import { AlternativeCoverage, AlternativeEvent, joinedList } from '../event';
import type { ReadingId, Readings } from '../knowledge';
import type { FieldPath } from '../rule';
import { EventView, type Fields } from './view';

/** The interpretations about an event's fields and keywords. All others are about the rule's values. */
const OF_EVENTS: readonly ReadingId[] = [
  'array-member',
  'dotted-literal',
  'field-case',
  'keyword-number',
  'keyword-field-name',
  'keyword-raw-line',
];

/** One event as seen by a plan that reads some interpretations the other way. */
class AlternativeView extends EventView {
  private readonly others = new Map<Coverage, Coverage>();

  constructor(
    fields: Fields,
    private readonly readings: Readings,
  ) {
    super(fields);
  }

  protected override like(fields: Fields): EventView {
    return new AlternativeView(fields, this.readings);
  }

  protected override valueAt(path: FieldPath, event: SigmaEvent, coverage: Coverage): unknown {
    const value = super.valueAt(path, event, coverage);
    return this.isJoined(value) ? joinedList(value) : value;
  }

  override locateAt(path: FieldPath, member?: number | readonly number[]): ValueLocation | undefined {
    if (!this.isJoined(super.valueAt(path, this.event, this.coverage))) return super.locateAt(path, member);
    const found = super.locateAt(path);
    // The joined text is not in the event: any part of it stands for the whole list.
    return found && { name: found.name, key: found.key, value: found.value, toText: () => [found.value] };
  }

  private isJoined(value: unknown): value is readonly unknown[] {
    return this.readings['array-member'] !== undefined && Array.isArray(value) && value.length > 0;
  }

  override turnTo(event: SigmaEvent, coverage: Coverage): void {
    let other = this.others.get(coverage);
    if (!other) {
      other = new AlternativeCoverage(coverage, this.readings);
      this.others.set(coverage, other);
    }
    super.turnTo(new AlternativeEvent(event, this.readings), other);
  }
}

/** The view for a plan with these fields and readings. */
export function viewFor(fields: Fields, readings: Readings): EventView {
  return OF_EVENTS.some((id) => readings[id]) ? new AlternativeView(fields, readings) : new EventView(fields);
}
