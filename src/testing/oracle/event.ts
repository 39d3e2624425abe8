import { own } from '../../text';

/** The oracle's events: plain JSON, with their own field names. */

/** The value of a field, `undefined` if absent: the literal key first, then the nested path. */
export function fieldOf(event: unknown, name: string): unknown {
  if (typeof event !== 'object' || event === null) return undefined;
  if (Array.isArray(event)) {
    const found = event.map((member) => fieldOf(member, name)).filter((value) => value !== undefined);
    return found.length > 0 ? found.flat() : undefined;
  }
  if (Object.hasOwn(event, name)) return own(event as Record<string, unknown>, name);
  const steps = name.split('.');
  for (let taken = steps.length - 1; taken > 0; taken--) {
    const head = steps.slice(0, taken).join('.');
    if (!Object.hasOwn(event, head)) continue;
    const found = fieldOf(own(event as Record<string, unknown>, head), steps.slice(taken).join('.'));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every value of the event, at any depth, without names. */
export function allValues(event: unknown): unknown[] {
  if (Array.isArray(event)) return event.flatMap(allValues);
  if (typeof event === 'object' && event !== null) return Object.values(event).flatMap(allValues);
  return event === null ? [] : [event];
}

/** Strings unchanged, numbers and booleans as written; nothing else has a text. */
export function textOf(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
