import { jsonText } from '../text';
import type { SigmaEvent } from './event';

/**
 * An event as a JSON object. One that is written as an object in its text is given as it is written; of any other form, its
 * fields under the names that rules use.
 */
export function eventJson(event: SigmaEvent): string {
  const written = event.jsonText?.()?.trim();
  if (written?.startsWith('{') && isObjectText(written)) return written;
  event.exact?.();
  const members = event.fields().flatMap((field) => {
    const value = event.get(field);
    return value === undefined ? [] : [`${JSON.stringify(field)}: ${jsonText(value)}`];
  });
  return `{${members.join(', ')}}`;
}

function isObjectText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
