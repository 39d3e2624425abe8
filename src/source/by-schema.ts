import type { SigmaEvent } from '../event/event';
import type { EventKind, Recognised } from './schema';
import { SCHEMAS } from './schemas/list';
import { type EventSource, newSource } from './source';

const made = new Map<EventKind, Map<string | null, EventSource>>();

/** The source of an event by the schema that its fields fit, with what told it; null where they fit none. */
export function bySchema(
  event: SigmaEvent,
): { readonly source: EventSource; readonly because: readonly string[] } | null {
  for (const schema of SCHEMAS) {
    if (!schema.signs.some((sign) => event.get(sign) !== undefined)) continue;
    const found = schema.recognise(event);
    if (found) return { source: sourceOf(found), because: found.because };
  }
  return null;
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
