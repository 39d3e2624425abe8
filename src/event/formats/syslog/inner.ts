import { prose, type Range, range, shift } from '../../../text';
import type { EventSyntax, Places } from '../../event-syntax';
import type { JsonObject } from '../../json';
import { flat } from '../../shapes/flat';
import { ACCESS, accessShape } from '../access/format';
import { accessSpans } from '../access/spans';
import { AUDITD, auditSpans } from '../auditd/format';
import { recordHeader } from '../auditd/record';
import type { Fault } from '../fault';
import type { EventFormat } from '../format';
import { parseJson } from '../json/exact';
import { findFault } from '../json/find-fault';
import { jsonSyntax } from '../json/json-syntax';
import { opened } from '../opened/opened';
import { pairsFormat } from '../pairs/format';
import { lineSpans } from '../pairs/scan';
import { type FieldSpan, objectOf, placesOf } from '../span-syntax';
import { EventXmlParser } from '../xml/parse';
import { isEventStart } from '../xml/scanner';
import { ValueMaker } from '../xml/values';
import { xmlSyntax } from '../xml/xml-syntax';
import { sudoSpans } from './sudo';

/** The event that the messages form, or what is wrong with them. */
export type Parsed = { readonly root: JsonObject } | { readonly fault: Fault };

/** A format for the message inside a line of another format. */
export interface InnerFormat {
  readonly name: EventFormat;
  /** True if the message is in this format. */
  recognise(message: string): boolean;
  /** Messages with the same key are one event; absent or null if each is an event of its own. */
  key?(message: string): string | null;
  /** The event of the messages at these ranges in `slice`, or what is wrong; ranges count from where `slice` begins. */
  parse(slice: string, messages: readonly Range[]): Parsed;
  shape: EventSyntax['shape'];
  places(slice: string, messages: readonly Range[]): Places;
}

/** One object. */
const json: InnerFormat = {
  name: 'JSON',
  recognise: (message) => /^\{\s*["}]/.test(message.slice(0, 100)),
  parse: (slice, [message]) => {
    const { start, end } = message!;
    try {
      return { root: opened(parseJson(slice.slice(start, end)) as JsonObject) };
    } catch {
      const unknown: Fault = {
        code: 'json-syntax',
        at: range(start, start + 1),
        message: prose('this is not valid JSON.'),
      };
      return { fault: findFault(slice, start, end) ?? unknown };
    }
  },
  shape: jsonSyntax.shape,
  places: (slice, [message]) => moved(jsonSyntax, slice, message!),
};

/** A Windows event, or one of Sysmon for Linux. */
const xml: InnerFormat = {
  name: 'XML',
  recognise: (message) => isEventStart(message, 0),
  parse: (slice, [message]) => {
    const text = slice.slice(message!.start, message!.end);
    const parser = new EventXmlParser(text, new ValueMaker(text));
    const root = parser.event(0);
    if (root !== undefined) return { root: root as JsonObject };
    const fault = parser.fault!;
    return { fault: { ...fault, at: shift(fault.at, message!.start) } };
  },
  shape: xmlSyntax.shape,
  places: (slice, [message]) => moved(xmlSyntax, slice, message!),
};

const auditd: InnerFormat = {
  ...spans(AUDITD, auditSpans),
  recognise: (message) => recordHeader(message) !== null,
  key: (message) => recordHeader(message)?.id ?? null,
};

/** As web servers send it. */
const access: InnerFormat = {
  ...spans(ACCESS, (slice, [message]) => {
    const { start, end } = message!;
    return (accessSpans(slice.slice(start, end)) ?? []).map((span) => movedSpan(span, start));
  }),
  recognise: (message) => accessSpans(message) !== null,
  shape: () => accessShape,
};

const sudo: InnerFormat = {
  ...spans('sudo', (slice, [message]) => {
    const { start, end } = message!;
    return sudoSpans(slice.slice(start, end)).map((span) => movedSpan(span, start));
  }),
  recognise: (message) => sudoSpans(message).length > 0,
};

/** The whole message is a value beside the values of its keys: keywords may span several of them. */
const pairs: InnerFormat = {
  ...spans(pairsFormat.name, (slice, [message]) => {
    const { start, end } = message!;
    const found = lineSpans(slice.slice(start, end)).map((span) => movedSpan(span, start));
    return found.some(({ name }) => name === 'message') ? found : [...found, whole(slice, message!)];
  }),
  recognise: (message) => pairsFormat.recognise(message, 0) !== null,
};

const plain: InnerFormat = {
  ...spans('plain text', (slice, [message]) => (message ? [whole(slice, message)] : [])),
  recognise: () => true,
};

/** The formats of messages, the most specific first; the last accepts anything. */
export const INNER: readonly InnerFormat[] = [json, xml, auditd, access, sudo, pairs, plain];

function spans(
  name: EventFormat,
  spansOf: (slice: string, messages: readonly Range[]) => readonly FieldSpan[],
): Omit<InnerFormat, 'recognise'> {
  const shape = { ...flat, name };
  return {
    name,
    parse: (slice, messages) => ({ root: objectOf(spansOf(slice, messages)) }),
    shape: () => shape,
    places: (slice, messages) => placesOf(spansOf(slice, messages)),
  };
}

function moved(syntax: EventSyntax, slice: string, { start, end }: Range): Places {
  const own = slice.slice(start, end);
  const places = syntax.places(own, syntax.parse(own));
  return { locate: (text, base, path, name) => places.locate(text, base + start, path, name) };
}

function movedSpan(span: FieldSpan, by: number): FieldSpan {
  return { ...span, key: span.key && shift(span.key, by), at: shift(span.at, by) };
}

function whole(slice: string, at: Range): FieldSpan {
  return { name: 'message', value: slice.slice(at.start, at.end), key: null, at };
}
