import { LOGSOURCES } from '../../knowledge';
import type { SigmaEvent } from '../event';
import type { Logsource } from './coverage';
import type { Coverage } from './view';

/** The field names that rules for a log source use, as far as the taxonomy lists them. */
export function knownFields({ product, category, service }: Logsource): readonly string[] {
  const fact = LOGSOURCES.find(
    (one) =>
      one.category === (category ?? null) &&
      one.service === (service ?? null) &&
      (one.product === null || !product || one.product === product),
  );
  return fact?.fields ?? [];
}

/** The name that rules for the log source use for one of the event's own fields; its own name if they have no other. */
export function ruleName(cover: Coverage, known: readonly string[], event: SigmaEvent, own: string): string {
  if (known.includes(own)) return own;
  for (const field of known) {
    const { kind, own: names } = cover.origin(field, event);
    if (kind === 'mapped' && names.includes(own) && cover.resolve(field)(event) === event.get(own))
      return field;
  }
  return own;
}
