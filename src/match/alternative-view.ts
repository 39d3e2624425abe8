import type { Coverage, SigmaEvent } from '../event';
import { AlternativeCoverage, AlternativeEvent } from '../event';
import type { ReadingId, Readings } from '../knowledge';
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
