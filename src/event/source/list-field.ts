import type { SigmaEvent } from '../event';
import type { DerivedField } from './hashes';

/** The list `field` whose members are in one field each, as far as the event has them. */
export function listOf(field: string, from: readonly string[]): DerivedField {
  const present = (event: SigmaEvent) => from.filter((name) => event.get(name) !== undefined);
  return {
    from: [field, ...from],
    get(event) {
      const own = event.get(field);
      if (own !== undefined) return own;
      const names = present(event);
      return names.length === 0 ? undefined : names.map((name) => event.get(name));
    },
    origin(event) {
      if (event.get(field) !== undefined) return undefined;
      const names = present(event);
      const own = names.length === 0 ? from : names;
      return { own, text: [`The event has them in separate fields: ${own.join(', ')}.`] };
    },
    locate(event, member) {
      if (event.get(field) !== undefined) return event.locate(field, member);
      const at = typeof member === 'number' ? member : (member?.[0] ?? 0);
      const name = present(event)[at];
      return name === undefined ? undefined : event.locate(name);
    },
  };
}
