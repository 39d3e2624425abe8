import type { SigmaEvent } from '../event/event';
import { OtherEvent } from '../event/other-event';
import { OtherCoverage } from '../event/source/other-coverage';
import type { Coverage } from '../event/source/view';
import type { ReadingId, Readings } from '../knowledge/interpretations';
import { EventView } from './view';

/** The interpretations that say what an event's fields and keywords are; all others concern the rule's values. */
const OF_EVENTS: readonly ReadingId[] = [
  'array-member',
  'dotted-literal',
  'field-case',
  'keyword-number',
  'keyword-field-name',
];

/** One event through the eyes of a plan that reads some interpretation the other way. */
class OtherView extends EventView {
  private readonly others = new Map<Coverage, Coverage>();

  constructor(
    fields: readonly string[],
    private readonly readings: Readings,
  ) {
    super(fields);
  }

  override turnTo(event: SigmaEvent, coverage: Coverage): void {
    let other = this.others.get(coverage);
    if (!other) {
      other = new OtherCoverage(coverage, this.readings);
      this.others.set(coverage, other);
    }
    super.turnTo(new OtherEvent(event, this.readings), other);
  }
}

/** The view that a plan with these fields and readings needs. */
export function viewFor(fields: readonly string[], readings: Readings): EventView {
  return OF_EVENTS.some((id) => readings[id]) ? new OtherView(fields, readings) : new EventView(fields);
}
