import type { Redaction } from '../../src/redact';
import { eventKey } from '../results/expectations';
import type { Expectations, ExpectedFirings, Settings } from '../state/fields';

/**
 * The settings for a link to redacted events. What is expected of events and of correlations goes with them, under the keys of
 * their new texts: the keys of the old ones could be guessed from names. Without events in the link (`redaction` null), nothing
 * of it.
 */
export function redactedSettings(
  { expected, expectedFirings, ...settings }: Settings,
  events: string,
  redaction: Redaction | null,
): Settings {
  if (!redaction || (!expected && !expectedFirings)) return settings;
  const of = new Map(Object.entries(expected ?? {}));
  const keys = redaction.moved.map(([before, after]): [string, string] => [
    eventKey(events.slice(before.start, before.end)),
    eventKey(redaction.text.slice(after.start, after.end)),
  ]);
  const made = keys.flatMap(([was, is]): [string, Expectations[string]][] => {
    const wanted = of.get(was);
    return wanted ? [[is, wanted]] : [];
  });
  const firings = expectedFirings?.map((one) => renamed(one, new Map(keys)));
  return {
    ...settings,
    ...(made.length === 0 ? {} : { expected: Object.fromEntries(made) }),
    ...(firings ? { expectedFirings: firings } : {}),
  };
}

/** A firing on an event that is not shared keeps its place, with an event that nobody has. */
function renamed(
  { of, count, members }: ExpectedFirings,
  keys: ReadonlyMap<string, string>,
): ExpectedFirings {
  return { of, count, members: members?.map((list) => list.map((key) => keys.get(key) ?? GONE)) ?? null };
}

/** No text has this key. */
const GONE = 'gone';
