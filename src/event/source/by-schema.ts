import type { SigmaEvent } from '../event';
import type { RecognisedKind, Schema } from './schema';
import { SCHEMAS } from './schemas/list';

interface Layout {
  /** An event of it; held weakly, because an event holds the whole text. */
  readonly event: WeakRef<SigmaEvent>;
  readonly schemas: readonly Schema[];
}

/** How many layouts of events are kept; logs repeat a few. */
const MOST = 8;

/** Finds the schemas of the events of one run. */
export class SchemaFinder {
  private readonly layouts: Layout[] = [];
  private next = 0;

  /** The schema that an event's fields match, with the fields that show it; null if they match none. */
  find(event: SigmaEvent): RecognisedKind | null {
    const schemas = this.candidates(event);
    for (let i = 0; i < schemas.length; i++) {
      const found = schemas[i]!.recognise(event);
      if (found) return found;
    }
    return null;
  }

  /**
   * The schemas that the event has a sign of. Checking all signs takes long; events with the same names have the same
   * signs.
   */
  private candidates(event: SigmaEvent): readonly Schema[] {
    if (!event.sameFields) return withSigns(event);
    const { layouts } = this;
    for (let i = 0; i < layouts.length; i++) {
      const other = layouts[i]!.event.deref();
      if (other !== undefined && event.sameFields(other)) return layouts[i]!.schemas;
    }
    const schemas = withSigns(event);
    layouts[this.next] = { event: new WeakRef(event), schemas };
    this.next = (this.next + 1) % MOST;
    return schemas;
  }
}

function withSigns(event: SigmaEvent): Schema[] {
  return SCHEMAS.filter(({ signs }) => signs.some((sign) => event.get(sign) !== undefined));
}
