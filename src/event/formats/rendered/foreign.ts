import { eventsOfSentence, isEnglishLabel, isFieldOfMessage, isTranslated } from '../../../knowledge';
import { isNumber, range, say } from '../../../text';
import type { EventDiagnostic } from '../../codes';
import type { SigmaEvent } from '../../event';
import { isObject, type JsonObject } from '../../json';

/*
 * Messages of Windows' own events in another language than English. Their labels name no fields, and the order of labels does
 * not tell them apart either: such a message stays a text, and that is told.
 */

const IDS = ['EventID', 'EventCode', 'Id', 'EventId', 'InstanceId'] as const;
const SOURCES = [
  ...['Channel', 'LogName', 'Log', 'EventLog'],
  ...['Provider_Name', 'ProviderName', 'SourceName', 'Source', 'Provider'],
] as const;
const MESSAGES = ['Message', 'message', 'RenderedDescription'] as const;

/** A line's label, and what the label has to be followed by. */
const LABEL = /^[ \t]*(\p{L}[^:\n]{0,60}?)[ \t\u00a0]*:(?=[ \t\r]|$)/gmu;

/** True if a message is not the English one of its event. `sources`: the event's log and provider, as far as they are known. */
export function isForeign(message: string, id: string | undefined, sources: readonly unknown[]): boolean {
  if (id === undefined || !sources.some((source) => typeof source === 'string' && isTranslated(source, id)))
    return false;
  const first = message.trimStart().split('\n', 1)[0]!.trim();
  if (eventsOfSentence(first).length > 0) return false;
  for (const [, label] of message.matchAll(LABEL)) if (isEnglishLabel(label!)) return false;
  return true;
}

/** The log and the provider that an event names. */
export function sourcesOf(root: JsonObject): readonly unknown[] {
  return SOURCES.map((name) => root[name]);
}

/** What is told of an event whose message is in another language, so that its values are no fields; null for any other. */
export function foreignMessage(text: string, event: SigmaEvent, root: JsonObject): EventDiagnostic | null {
  const name = MESSAGES.find((one) => typeof root[one] === 'string');
  if (name === undefined || isObject(root.winlog) || isObject(root.event_data) || isObject(root.EventData))
    return null;
  const id = IDS.map((one) => root[one]).find((one) => typeof one === 'string' || isNumber(one));
  if (!isForeign(root[name] as string, id === undefined ? undefined : String(id), sourcesOf(root)))
    return null;
  // The tool has taken the values out itself.
  if (Object.keys(root).some(isFieldOfMessage)) return null;
  const place = event.locatePath([name]);
  const at = place?.toText({ start: 0, end: (root[name] as string).trimEnd().split('\n', 1)[0]!.length })[0];
  if (!at) return null;
  const line = text.slice(at.start, at.end).search(/\r|\n|\\[rn]/);
  const message = say`The message of this event is not the English one, so that its values are read as one text, \`${name}\`, and not as fields. Save the event as XML or as a log file (.evtx), which have the fields in every language.`;
  return {
    code: 'message-language',
    severity: 'warning',
    range: line > 0 ? range(at.start, at.start + line) : at,
    message,
  };
}
