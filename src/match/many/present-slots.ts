import type { Coverage, SigmaEvent } from '../../event';
import type { FieldPath } from '../../rule';
import type { EventView } from '../view';

/** Which slots may have a value in an event; all others certainly have none. */
export interface Present {
  readonly slots: readonly number[];
  /** By slot: 1 if the event has no such field. */
  readonly absent: Uint8Array;
  /** Stands for all events with the same names; null if it is not known which those are. */
  readonly layout: object | null;
}

interface Known extends Present {
  readonly event: SigmaEvent;
  readonly order: object | undefined;
  readonly coverage: Coverage;
}

/** How many layouts to keep; a log repeats a few. */
const MOST = 16;

/**
 * The slots that events fill. Hundreds of rules name hundreds of fields, of which an event has thirty: for events
 * with the same names as an earlier one, the others need not be looked up.
 */
export class PresentSlots {
  private readonly known: Known[] = [];
  private next = 0;
  private readonly everything: Present;

  constructor(
    private readonly fields: readonly string[],
    private readonly paths: readonly (FieldPath | undefined)[],
  ) {
    this.everything = {
      slots: fields.map((_, slot) => slot),
      absent: new Uint8Array(fields.length),
      layout: null,
    };
  }

  /** `view` has already turned to `event`. */
  of(event: SigmaEvent, coverage: Coverage, view: EventView): Present {
    if (!event.sameFields) return this.everything;
    const order = event.order?.();
    for (let i = 0; i < this.known.length; i++) {
      const known = this.known[i]!;
      if (known.coverage !== coverage) continue;
      if (order === undefined ? event.sameFields(known.event) : order === known.order) return known;
    }
    const absent = new Uint8Array(this.fields.length);
    const slots: number[] = [];
    this.fields.forEach((field, slot) => {
      // Whether a derived field exists depends on values, unless the event has none of the fields that it comes from.
      const path = this.paths[slot];
      const { kind, own, elsewhere = [] } = coverage.origin(path ? String(path[0]) : field);
      const surely =
        kind !== 'derived' ||
        (event.get(field) === undefined &&
          [...own, ...elsewhere].every((name) => event.get(name) === undefined));
      if (surely && !view.slot(slot).present) absent[slot] = 1;
      else slots.push(slot);
    });
    const made = { event, order, coverage, slots, absent, layout: absent };
    this.known[this.next] = made;
    this.next = (this.next + 1) % MOST;
    return made;
  }
}
