import { type Range, range, shift } from '../../../text';
import type { JsonPath, ValueLocation } from '../../event';
import { isObject, type JsonObject } from '../../json';
import { locateNode, parseRanges } from '../../locate';
import { recordHeader, recordSpans } from '../auditd/record';
import { parseJson } from '../json/exact';
import { spansOfMessage } from '../rendered/spans';
import { type FieldSpan, objectOf, placesOf } from '../span-syntax';
import { isSplunk } from '../splunk/format';
import { splunkSpans } from '../splunk/spans';
import { HEADER_SIGHT, syslogHeader } from '../syslog/header';
import { sudoSpans } from '../syslog/sudo';
import { EventXmlParser } from '../xml/parse';
import { locateXml, PlaceMaker } from '../xml/places';
import { ValueMaker } from '../xml/values';

/** How a text is written that carries an event, or a part of it. */
export interface Kind {
  /** What the text says; undefined where it is not of this kind. */
  read(text: string): JsonObject | undefined;
  /** Where the value at a path of what `read` gives stands in the text. */
  locate(text: string, path: JsonPath, name: string): ValueLocation | undefined;
}

export const xml: Kind = {
  read: (text) =>
    new EventXmlParser(text, new ValueMaker(text)).event(text.indexOf('<')) as JsonObject | undefined,
  locate: (text, path, name) => {
    const root = new EventXmlParser(text, new PlaceMaker()).event(text.indexOf('<'));
    return root && locateXml(root, text, 0, path, name);
  },
};

export const json: Kind = {
  read(text) {
    try {
      const value = parseJson(text);
      return isObject(value) ? value : undefined;
    } catch {
      return undefined;
    }
  },
  locate: (text, path, name) => locateNode(parseRanges(text), text, 0, path, name),
};

/** Lines whose values become members beside the text: what begins one, and how it is read. */
const LINES: readonly (readonly [test: (text: string) => boolean, kind: Kind])[] = [
  [
    (text) => recordHeader(text) !== null,
    ofSpans((text) => recordSpans(text, { at: 0, isFirst: true, hasExecve: false })),
  ],
  [isSplunk, ofSpans((text) => splunkSpans(text).filter(({ name }) => name !== 'Message'))],
  [(text) => sudoLine(text).length > 0, ofSpans(sudoLine)],
  [
    (text) => sudoSpans(text).length > 0,
    ofSpans((text) => sudoSpans(text).filter(({ key }) => key !== null)),
  ],
];

/** The values of a whole line of the syslog that `sudo` wrote; empty where it is none. */
function sudoLine(text: string): readonly FieldSpan[] {
  const header = syslogHeader(text.slice(0, HEADER_SIGHT));
  if (!header?.spans.some(({ name, value }) => name === 'program' && value === 'sudo')) return [];
  const found = sudoSpans(text.slice(header.message)).filter(({ key }) => key !== null);
  const moved = found.map(({ key, at, ...span }) => ({
    ...span,
    key: key && shift(key, header.message),
    at: shift(at, header.message),
  }));
  return moved.length > 0 ? [...header.spans, ...moved] : [];
}

/** A record of auditd or of `sudo`, or a Windows event as Splunk's forwarder writes it; null for any other text. */
export function lineKind(text: string): Kind | null {
  return LINES.find(([test]) => test(text))?.[1] ?? null;
}

/** Where the values of a message go that was opened: the event's fields, and what follows from its sentence. */
export const FIELDS = 'EventData';
export const CONCLUDED = 'System';

/** The English message of a Windows event. `id` is the id that stands beside it, where one does; `sources` the log and the provider. */
export function message(id: string | undefined, sources: readonly unknown[]): Kind {
  const partOf = (text: string, part: unknown) =>
    spansOfMessage(text, id, sources).filter(
      ({ name, concluded = false }) => concluded === (part === CONCLUDED) && name !== 'Message',
    );
  return {
    read(text) {
      const fields = partOf(text, FIELDS);
      if (fields.length === 0) return undefined;
      return { [FIELDS]: objectOf(fields), [CONCLUDED]: objectOf(partOf(text, CONCLUDED)) };
    },
    locate: (text, [part, ...rest], name) => placesOf(partOf(text, part)).locate(text, 0, rest, name),
  };
}

function ofSpans(spansOf: (text: string) => readonly FieldSpan[]): Kind {
  return {
    read(text) {
      const spans = spansOf(text);
      return spans.length > 0 ? objectOf(spans) : undefined;
    },
    locate: (text, path, name) => placesOf(spansOf(text)).locate(text, 0, path, name),
  };
}

/** A text in which each backslash is doubled once more than its format asks for, as Wazuh writes the values of events. */
export const doubled = {
  value: (text: string): string => text.replaceAll('\\\\', '\\'),
  /** The text's own place for places of the value. */
  locate(text: string, carrier: ValueLocation): ValueLocation {
    const starts: number[] = [];
    for (let at = 0; at < text.length; at++) {
      starts.push(at);
      if (text.startsWith('\\\\', at)) at++;
    }
    starts.push(text.length);
    const place = (offset: number) => starts[Math.min(offset, starts.length - 1)]!;
    return {
      name: carrier.name,
      key: carrier.key,
      value: carrier.value,
      toText: ({ start, end }: Range) => carrier.toText(range(place(start), place(end))),
    };
  },
};
