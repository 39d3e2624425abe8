import type { SigmaEvent } from '../event';
import type { EventKind, Recognised, Schema } from './schema';
import { SCHEMAS } from './schemas/list';
import { type EventSource, newSource } from './source';

const made = new Map<EventKind, Map<string | null, EventSource>>();

/** The source of an event by the schema that its fields fit, with what told it; null where they fit none. */
export function bySchema(
  event: SigmaEvent,
): { readonly source: EventSource; readonly because: readonly string[] } | null {
  const schemas = candidates(event);
  for (let i = 0; i < schemas.length; i++) {
    const found = schemas[i]!.recognise(event);
    if (found) return { source: sourceOf(found), because: found.because };
  }
  return null;
}

interface Layout {
  /** An event of it; held weakly, since an event holds the whole text that it stands in. */
  readonly event: WeakRef<SigmaEvent>;
  readonly schemas: readonly Schema[];
}

/** So many layouts of events are kept; logs repeat a few. */
const MOST = 8;
const layouts: Layout[] = [];
let next = 0;

/** The schemas of which the event has a sign. To ask for all signs takes long, and events with the same names have the same. */
function candidates(event: SigmaEvent): readonly Schema[] {
  if (!event.sameFields) return withSigns(event);
  for (let i = 0; i < layouts.length; i++) {
    const other = layouts[i]!.event.deref();
    if (other !== undefined && event.sameFields(other)) return layouts[i]!.schemas;
  }
  const schemas = withSigns(event);
  layouts[next] = { event: new WeakRef(event), schemas };
  next = (next + 1) % MOST;
  return schemas;
}

function withSigns(event: SigmaEvent): Schema[] {
  return SCHEMAS.filter(({ signs }) => signs.some((sign) => event.get(sign) !== undefined));
}

/** One source for each kind and product: both come from closed lists, so there are few. */
function sourceOf({ kind, product }: Recognised): EventSource {
  let byProduct = made.get(kind);
  if (!byProduct) {
    byProduct = new Map();
    made.set(kind, byProduct);
  }
  let source = byProduct.get(product);
  if (!source) {
    source = newSource({
      label: kind.label,
      product,
      channel: null,
      provider: null,
      eventId: null,
      known: true,
      because: [],
      evidence: 'its fields are those of the schema',
      kind,
    });
    byProduct.set(product, source);
  }
  return source;
}
