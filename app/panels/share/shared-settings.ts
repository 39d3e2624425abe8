import type { Redaction } from '../../../src/redact';
import { eventKey } from '../../results/expectations';
import type { Expectations, Settings } from '../../state/fields';

/**
 * The settings for a link to redacted events. What is expected of events goes with them, under the keys of their new texts:
 * the keys of the old ones could be guessed from names. Without events in the link (`redaction` null), nothing of it.
 */
export function redactedSettings(
  { expected, ...settings }: Settings,
  events: string,
  redaction: Redaction | null,
): Settings {
  if (!expected || !redaction) return settings;
  const of = new Map(Object.entries(expected));
  const made: [string, Expectations[string]][] = redaction.moved.flatMap(([before, after]) => {
    const wanted = of.get(eventKey(events.slice(before.start, before.end)));
    return wanted ? [[eventKey(redaction.text.slice(after.start, after.end)), wanted]] : [];
  });
  return made.length === 0 ? settings : { ...settings, expected: Object.fromEntries(made) };
}
